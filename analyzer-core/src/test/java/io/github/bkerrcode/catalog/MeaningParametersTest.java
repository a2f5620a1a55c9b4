package io.github.bkerrcode.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.code.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningParametersTest {

    private static final int RANDOM_TEMPLATES = 20_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "任务 {0} 不存在; 任务 1013 不存在; 任务 1013 不存在",
                "任务 {0} 不存在; 错误：任务1013不存在。; 任务 1013 不存在",
                "任务 {0} 不存在; {\"message\":\"任务 1013 不存在\"}; 任务 1013 不存在",
                "操作失败!任务{0}当前状态:{1}; 操作失败!任务jobInstanceId=12当前状态:执行成功; 操作失败!任务jobInstanceId=12当前状态:执行成功",
                "Task {0} does not exist; msg=Task 7 does not exist, bye; Task 7 does not exist",
                "缺少参数【{0}】或【{1}】; 缺少参数【a】或【b】; 缺少参数【a】或【b】",
                "缺少参数【${name}】; 缺少参数【bk_biz_id】; 缺少参数【bk_biz_id】",
                "应用 %s 的第 %d 个实例; 应用 cmdb 的第 3 个实例; 应用 cmdb 的第 3 个实例",
                "应用 %1$s 不存在; 应用 cmdb 不存在; 应用 cmdb 不存在",
                "应用 %(app)s 不存在; 应用 cmdb 不存在; 应用 cmdb 不存在",
                "应用 {} 不存在; 应用 cmdb 不存在; 应用 cmdb 不存在",
                "用户{0}与{0}冲突; 用户a与a冲突; 用户a与a冲突",
                "Missing parameter [{0}]; Missing parameter [a] in [main]; Missing parameter [a]",
                "{0} 不存在哪; \"cmdb 不存在哪\"; cmdb 不存在哪",
                "{0} 不存在哪; ERROR: cmdb 不存在哪; cmdb 不存在哪",
                "非法 IP{0}; 非法 IP10.0.0.1; 非法 IP10.0.0.1",
                "非法 IP{0}; (非法 IP 10.0.0.1); 非法 IP10.0.0.1",
                "非法 IP{0}; {\"m\":\"非法 IP[1.1.1.1, 2.2.2.2]\",\"x\":1}; 非法 IP[1.1.1.1, 2.2.2.2]",
                "非法 IP{0}; {\\\"m\\\":\\\"非法 IP[1.1.1.1, 2.2.2.2]\\\"}; 非法 IP[1.1.1.1, 2.2.2.2]",
            })
    void valuesOfALoggedTextAreFilledIn(String meaning, String logged, String filled) {
        assertThat(filled(meaning, null, logged).meaning(Language.ZH)).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "任务 {0} 不存在; 任务不存在",
                "任务 {0} 不存在; 任务  不存在",
                "任务 {0} 不存在; 任务 1 不存在，任务 2 不存在",
                "任务 {0} 不存在; 任务 1 已存在",
                "任务 {0} 不存在; 作业 1 不存在",
                "IP{0} 已经存在; VIP1.1.1.1 已经存在",
                "Task {0} does not exist; Tasks 7 does not exist",
                "Task {0} not found; Task 7 not foundling",
                "用户{0}与{0}冲突; 用户a与b冲突",
                "缺少参数 {0}:{1} 等等; 缺少参数 a:b:c 等等",
                "非法 IP{0}; 非法 IP10.0.0.1 requestId=7",
                "非法 IP{0}; 非法 IP[1.1.1.1, 2.2.2.2]",
                "非法 IP{0}; 非法 IP10.0.0.1,10.0.0.2",
                "非法 IP{0}; 非法 IP10.0.0.1.",
                "非法 IP{0}; {\"m\":\"非法 IP\\\"x\\\"\"}",
                "{0} 不存在哪; 任务 cmdb 不存在哪",
                "{0}{1} 不存在哪; ab 不存在哪",
                "缺少参数【{0}】; 缺少参数【a【0】",
                "Missing parameter [{0}]; Missing parameter [a[0]] in [main]",
                "名称 {0} 已被使用; 名称 我的名称 x 已被使用",
                "任务 {0} 不存在; 任务 7 不存在的 8 不存在",
                "任务 {0} 不存在; {\"a\":\"任务\",\"b\":\"不存在\"}",
                "{0} {1} 不存在哪; a b 不存在哪",
                "ID {0}; ID 7",
                "{0}: {1}; a: b",
                "占用 50%data; 占用 50%data",
            })
    void textThatSaysItOtherwiseFillsNothing(String meaning, String logged) {
        Resolution.Known known = listed(meaning, null);
        assertThat(known.filledFrom(List.of(logged))).isSameAs(known);
    }

    @Test
    void valueOfMoreCharactersThanAnyValueHasIsNone() {
        String fits = "x".repeat(MeaningTemplate.MAX_VALUE);
        assertThat(filled("任务 {0} 不存在", null, "任务 " + fits + "不存在").meaning(Language.ZH))
                .contains(fits);
        assertThat(filled("任务 {0} 不存在", null, "任务 " + fits + "x不存在").meaning(Language.ZH))
                .contains("{0}");
    }

    @Test
    void controlCharactersAreNoPartOfAValue() {
        assertThat(filled("任务 {0} 不存在", null, "任务 a\u001b[31m 不存在").meaning(Language.ZH))
                .isEqualTo("任务 {0} 不存在");
    }

    @Test
    void valuesOfOneLanguageAreToldInAnother() {
        Resolution.Known filled = filled("步骤【{0}】的类型不合法:{1}", "Type {1} of step [{0}] is invalid", "步骤【a】的类型不合法:b");
        assertThat(filled.meaning(Language.EN)).isEqualTo("Type b of step [a] is invalid");
        assertThat(filled("任务 {0} 不存在", "Task {0} does not exist", "Task 7 does not exist")
                        .meaning(Language.ZH))
                .isEqualTo("任务 7 不存在");
    }

    @Test
    void meaningWhoseParametersHaveOtherNamesStaysAsItIsWritten() {
        Resolution.Known filled = filled("任务 {0} 不存在", "Task {1} does not exist", "任务 7 不存在");
        assertThat(filled.meaning(Language.ZH)).isEqualTo("任务 7 不存在");
        assertThat(filled.meaning(Language.EN)).isEqualTo("Task {1} does not exist");
    }

    @Test
    void textThatIsToldTwiceIsStillCertain() {
        assertThat(filled("任务 {0} 不存在", null, "任务 7 不存在 | Caused by: 任务 7 不存在").meaning(Language.ZH))
                .isEqualTo("任务 7 不存在");
    }

    @Test
    void headlineHasTheValuesToo() {
        assertThat(filled("任务 {0} 不存在", null, "任务 7 不存在").headline().in(Language.ZH))
                .isEqualTo("作业平台 | 任务 7 不存在");
    }

    @Test
    void placeholdersAreNamedOnceEach() {
        assertThat(listed("任务 {0} 当前状态: {1}", "Current status of task {0}: {1}")
                        .parameters()
                        .placeholders())
                .containsExactly("{0}", "{1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "数据库异常", "100%", "50%desc", "100%%s", "{", "{}x{", "${", "{a b}", "%", "%x", "%(name)", "%()s",
                "{作业}"
            })
    void textsWithoutParametersMayHoldSimilarThings(String text) {
        String meaning = "x" + text.replace("{}", "{ }");
        assertThat(listed(meaning, null).parameters().isEmpty()).isTrue();
    }

    @Test
    void codeWithoutParametersStaysTheSameObject() {
        Resolution.Known known = listed("数据库异常", null);
        assertThat(known.filledFrom(List.of("数据库异常"))).isSameAs(known);
    }

    @Test
    void unlistedCodeHasNoParameters() {
        Resolution.Known unlisted = (Resolution.Known) Catalog.builtIn().resolve("1199014");
        assertThat(unlisted.parameters().isEmpty()).isTrue();
        assertThat(unlisted.filledFrom(List.of("text"))).isSameAs(unlisted);
    }

    /** Random meanings with random values: what is read puts back exactly what was logged, or nothing. */
    @Test
    void filledMeaningIsWhatWasLogged() {
        Random random = new Random(7);
        int filled = 0;
        for (int i = 0; i < RANDOM_TEMPLATES; i++) {
            List<String> values = new ArrayList<>();
            StringBuilder meaning = new StringBuilder(fixed(random));
            StringBuilder logged = new StringBuilder(meaning);
            for (int p = 0; p < 1 + random.nextInt(3); p++) {
                values.add(word("abc0123.-_/:业务", random, 1 + random.nextInt(12)));
                String between = fixed(random);
                meaning.append('{').append(p).append('}').append(between);
                logged.append(values.get(p)).append(between);
            }
            String line = word("ab 12{}[]\"，。", random, random.nextInt(20)) + " \"" + logged + "\" "
                    + word("ab 12{}", random, 9);
            String told = filled(meaning.toString(), null, line).meaning(Language.ZH);
            assertThat(told).isIn(logged.toString(), meaning.toString());
            filled += logged.toString().equals(told) ? 1 : 0;
        }
        assertThat(filled).isGreaterThan(RANDOM_TEMPLATES * 9 / 10);
    }

    private static String fixed(Random random) {
        return word("任务不存在当前状态步骤参数", random, 2 + random.nextInt(4));
    }

    private static String word(String alphabet, Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }

    private static Resolution.Known filled(String zh, @Nullable String en, String logged) {
        return listed(zh, en).filledFrom(List.of(logged));
    }

    private static Resolution.Known listed(String zh, @Nullable String en) {
        ErrorCode code = ErrorCode.numeric(1239999);
        Platform job = new Platform("job", 12, LocalizedText.same("作业平台"), null);
        CatalogEntry entry = new CatalogEntry(
                code,
                job,
                "test",
                null,
                null,
                new LocalizedText(zh, en),
                null,
                null,
                null,
                null,
                null,
                null,
                Origin.BUILT_IN);
        return new Resolution.Listed(code, job, null, List.of(entry));
    }
}
