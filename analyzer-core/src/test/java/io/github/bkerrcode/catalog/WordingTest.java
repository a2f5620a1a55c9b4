package io.github.bkerrcode.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    private final Catalog catalog = Catalog.builtIn();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1306403 | APP has no permission to access API, app_code=bk_demo",
                "1306429 | Access frequency limit of the APP",
                "1303100 | load user desktop app error: 'NoneType' object",
                "1306405 | 该组件通道未开启，请联系管理员",
                "1239999 | 作业 系统内部异常",
                "1250001 | Redis 服务不可用",
                "1301002 | 访问数据库存在问题",
            })
    void textThatTellsTheMeaningInOtherWordsDescribesTheNumber(int number, String text) {
        assertThat(catalog.describes(number, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "started", "请求成功", "finished in 3 s", "the of and for", "数据", "\uD83D\uDE00", "错误", "API APP"
            })
    void textAboutSomethingElseDescribesNothing(String text) {
        assertThat(catalog.describes(1306403, text)).isFalse();
        assertThat(catalog.describes(1301002, text)).isFalse();
    }

    @Test
    void meaningOfAnotherCodeDescribesNothing() {
        assertThat(catalog.describes(1306403, "Redis 服务不可用，IP 不对或者配置错误")).isFalse();
    }

    @Test
    void unlistedNumberHasNoMeaning() {
        assertThat(catalog.describes(1199014, "系统内部异常")).isFalse();
    }
}
