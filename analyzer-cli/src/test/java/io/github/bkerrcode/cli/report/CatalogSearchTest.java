package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.code.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogSearchTest {

    private static final CatalogSearch BUILT_IN = new CatalogSearch(Catalog.builtIn());

    @ParameterizedTest
    @CsvSource({
        "E1301002, 1301002",
        "1301002, 1301002",
        "e1301002_base_database_error, 1301002",
        "APIGW_LACK_PARAMS, APIGW_LACK_PARAMS",
        "apigw_lack_parms, APIGW_LACK_PARAMS",
        "redis 连不上, 1301004",
        "rate limit, RATE_LIMIT_EXCEEDED",
    })
    void bestRowOfAQuestion(String question, String code) {
        assertThat(codes(question)).first().isEqualTo(code);
    }

    @Test
    void wordsOfTheCodeComeBeforeWordsOfTheMeaning() {
        assertThat(codes("database")).startsWith("1301002");
    }

    @Test
    void beginningOfANumberFindsItsModule() {
        assertThat(codes("1250")).isNotEmpty().allMatch(code -> code.startsWith("1250"));
    }

    @Test
    void rowsWithAllWordsComeFirst() {
        List<CatalogEntry> found = BUILT_IN.find(List.of("数据库", "连接"));
        assertThat(all(found.get(0))).contains("数据库").contains("连接");
        assertThat(found).anySatisfy(entry -> assertThat(all(entry)).doesNotContain("连接"));
    }

    @Test
    void meaningsComeBeforeRemediations() {
        List<CatalogEntry> found = BUILT_IN.find(List.of("数据库"));
        int lastMeaning = -1;
        int firstOther = found.size();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).meaning().in(Language.ZH).contains("数据库")) {
                lastMeaning = i;
            } else {
                firstOther = Math.min(firstOther, i);
            }
        }
        assertThat(lastMeaning).isNotNegative().isLessThan(firstOther);
        assertThat(firstOther).isLessThan(found.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"license", "证书", "LICENSE"})
    void chineseAndEnglishWordsFindTheLicenseServer(String question) {
        assertThat(BUILT_IN.find(List.of(question)))
                .isNotEmpty()
                .first()
                .satisfies(entry -> assertThat(all(entry)).containsAnyOf("LICENSE", "证书"));
    }

    @Test
    void namesOfPlatformsAndSystemsAreSearched() {
        assertThat(codes("redis 连不上")).contains("1250001");
        assertThat(codes("作业平台")).contains("1250001");
        assertThat(codes("GSE")).anyMatch(code -> code.startsWith("1210"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "zzzzzz", "，。", "1301999"})
    void questionThatNothingAnswersFindsNothing(String question) {
        assertThat(codes(question)).isEmpty();
    }

    @Test
    void questionWithoutEndIsCut() {
        assertThat(codes("redis ".repeat(100_000) + "x".repeat(1_000_000))).contains("1250001");
    }

    @Test
    void whatWasTypedIsMarked() throws IOException {
        StringWriter text = new StringWriter();
        List<String> typed = List.of("redis", "数据库异常");
        Catalog catalog = SampleCatalog.read();
        new EntryTable(Language.ZH, Palette.ANSI, 100)
                .writeFound(new CatalogSearch(catalog).find(typed), typed, new PrintWriter(text));
        GoldenFile.assertMatches("search-zh-100-colours.txt", text.toString());
    }

    @Test
    void withoutColoursNothingIsMarked() {
        assertThat(SearchWords.of(List.of("redis")).mark("Redis x", Palette.NONE))
                .isEqualTo("Redis x");
        assertThat(SearchWords.of(List.of("redis")).mark("xredis", Palette.ANSI))
                .isEqualTo("xredis");
        assertThat(SearchWords.of(List.of("i")).mark("\u0130 i", Palette.ANSI)).contains("\u0130");
    }

    private static List<String> codes(String question) {
        return BUILT_IN.find(List.of(question)).stream()
                .map(entry -> entry.code().token())
                .toList();
    }

    private static String all(CatalogEntry entry) {
        return entry.meaning() + " " + entry.remediation() + entry.flag();
    }
}
