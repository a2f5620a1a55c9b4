package io.github.bkerrcode.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkerrcode.catalog.CachingLookup;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogDocument;
import io.github.bkerrcode.catalog.CatalogReader;
import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrichmentFormatTest {

    private final CodeLookup lookup = new CachingLookup(Catalog.builtIn());

    @Test
    void standardFormatAppendsPlatformMeaningAndRemediationInBrackets() {
        assertThat(EnrichmentFormat.standard(Language.ZH).render(known("1301004")))
                .isEqualTo(" [1301004 PaaS 平台 2.0-开发者中心 | 依赖的 Redis 存在问题 → 确认配置的 redis 服务访问正常]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{code} => 1301004",
                "{platform} => paas",
                "{name} => PaaS platform 2.0 - Developer Center",
                "{meaning} => There is a problem with the Redis it depends on",
                "<{code}:{platform}> => <1301004:paas>",
                "plain => plain"
            })
    void fieldsStandInBraces(String template, String text) {
        assertThat(EnrichmentFormat.of(template, Language.EN).render(known("1301004")))
                .isEqualTo(text);
    }

    @Test
    void fieldWithoutAValueIsEmpty() {
        assertThat(EnrichmentFormat.of("({meaning}|{remediation})", Language.EN).render(known("1199014")))
                .isEqualTo("(|)");
    }

    @Test
    void textStaysOnOneLineWhateverTheCatalogHolds() {
        String document = """
                {"schema": "bk-errcode/catalog/1", "document": "bad",
                 "entries": [{"code": "1306999", "meaning": {"en": "a\\nb\\u0007c\\u2028d\\u202Ee\\u001b[31m"}}]}
                """;
        CatalogDocument bad =
                CatalogReader.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), "bad.json");
        Resolution.Known code =
                (Resolution.Known) Catalog.builtIn().with(List.of(bad)).resolve("1306999");

        assertThat(EnrichmentFormat.of("{meaning}", Language.EN).render(code)).isEqualTo("a b c d e [31m");
    }

    @Test
    void codeIsRenderedOnce() {
        EnrichmentFormat format = EnrichmentFormat.standard(Language.ZH);

        assertThat(format.render(known("1301004"))).isSameAs(format.render(known("1301004")));
    }

    @Test
    void unknownFieldIsRefusedWithThoseThatExist() {
        assertThatThrownBy(() -> EnrichmentFormat.of("{code} {cause}", Language.EN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown field [cause], expected code, platform, name, meaning, remediation or summary");
    }

    @Test
    void openBraceIsRefused() {
        assertThatThrownBy(() -> EnrichmentFormat.of("{code", Language.EN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[{code] has a { that is not closed");
    }

    private Resolution.Known known(String code) {
        return (Resolution.Known) lookup.resolve(code);
    }
}
