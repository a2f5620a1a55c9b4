package io.github.bkerrcode.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogWriterTest {

    private static final String EMPTY =
            "{\"schema\":\"bk-errcode/catalog/1\",\"document\":\"%s\",\"platform\":\"%s\",\"entries\":[]}";

    @Test
    void builtInDocumentsAreReadAsTheyWereWritten() throws IOException {
        List<CatalogDocument> again = new ArrayList<>();
        for (CatalogDocument document : Catalog.builtIn().documents()) {
            again.add(written(document));
        }
        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFields("file", "rows.line")
                .isEqualTo(Catalog.builtIn().documents());
        assertThat(Catalog.of(again).entries())
                .usingRecursiveComparison()
                .ignoringFields("origin")
                .isEqualTo(Catalog.builtIn().entries());
    }

    @Test
    void allThatCanBeSeenIsOneDocument() throws IOException {
        Catalog one = Catalog.of(List.of(written(Catalog.builtIn().asOneDocument("all"))));
        assertThat(one.entries())
                .usingRecursiveComparison()
                .ignoringFields("origin")
                .isEqualTo(Catalog.builtIn().entries());
        assertThat(one.platforms().platforms())
                .isEqualTo(Catalog.builtIn().platforms().platforms());
        for (String token : List.of("1301002", "E1301002_BASE_DATABASE_ERROR", "APIGW_SOMETHING", "1199014", "-1")) {
            Resolution.Known before = (Resolution.Known) Catalog.builtIn().resolve(token);
            Resolution.Known after = (Resolution.Known) one.resolve(token);
            assertThat(after.headline()).isEqualTo(before.headline());
            assertThat(after.anatomy()).isEqualTo(before.anatomy());
        }
    }

    @Test
    void onlyTheTopRowOfACodeIsPartOfOneDocument() throws IOException {
        CatalogDocument mine = read(
                "{\"schema\":\"bk-errcode/catalog/1\",\"document\":\"mine\",\"entries\":[{\"code\":\"1301002\",\"meaning\":\"m\"}]}");
        Catalog one =
                Catalog.of(List.of(written(Catalog.builtIn().with(List.of(mine)).asOneDocument("all"))));
        assertThat(one.entries())
                .filteredOn(entry -> entry.code().token().equals("1301002"))
                .hasSize(1);
    }

    @Test
    void whatIsTakenAwayStaysAwayInOneDocument() throws IOException {
        CatalogDocument mine = read("""
                {"schema": "bk-errcode/catalog/1", "document": "mine", "platforms": [{"id": "job", "remove": true}],
                 "entries": [{"code": "1301002", "remove": true}, {"code": "-1", "common": true, "remove": true}]}""");
        Catalog without = Catalog.builtIn().with(List.of(mine));
        Catalog again = Catalog.builtIn().with(List.of(written(without.asOneDocument("all"))));

        assertThat(without.entries())
                .hasSizeLessThan(Catalog.builtIn().entries().size() - 200);
        assertThat(again.entries())
                .usingRecursiveComparison()
                .ignoringFields("origin")
                .isEqualTo(without.entries());
        assertThat(again.platforms().byId("job")).isNull();
    }

    @Test
    void hostileTextsAreReadAsTheyWereWritten() throws IOException {
        CatalogDocument document = read(
                "{\"schema\":\"bk-errcode/catalog/1\",\"document\":\"x\",\"entries\":[{\"code\":\"1301002\",\"meaning\":{\"en\":\"a\\\"b\\\\c\\n\\u0000\\u2028\\u202e</script>\"}}]}");
        assertThat(written(document))
                .usingRecursiveComparison()
                .ignoringFields("rows.line")
                .isEqualTo(document);
    }

    @Test
    void entriesStandOnLinesOfTheirOwnAndWhatIsEmptyIsLeftOut() throws IOException {
        StringWriter out = new StringWriter();
        CatalogWriter.write(
                read("{\"schema\":\"bk-errcode/catalog/1\",\"document\":\"x\",\"title\":{\"zh\":\"标题\"},\"platforms\":"
                        + "[{\"number\":24,\"id\":\"mine\"}],\"entries\":[{\"code\":\"2405001\",\"meaning\":\"m\",\"remediation\":"
                        + "{\"steps\":[\"a\",{\"zh\":\"乙\"}]}},{\"code\":\"2405002\",\"remove\":true}]}"),
                out);
        assertThat(out).hasToString("""
                {
                  "schema": "bk-errcode/catalog/1",
                  "document": "x",
                  "title": { "zh": "标题" },
                  "platforms": [
                    { "number": 24, "id": "mine" }
                  ],
                  "entries": [
                    { "code": "2405001", "meaning": "m", "remediation": { "steps": [ "a", { "zh": "乙" } ] } },
                    { "code": "2405002", "remove": true }
                  ]
                }
                """);
    }

    @Test
    void twoOwnersOfSymbolicCodesCannotBeOneDocument() {
        Catalog catalog = Catalog.builtIn().with(List.of(read(EMPTY.formatted("mine", "job"))));
        assertThatThrownBy(() -> catalog.asOneDocument("all"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("symbolic codes belong to apigw and job, and one document can name only one owner");
    }

    private static CatalogDocument written(CatalogDocument document) throws IOException {
        StringWriter out = new StringWriter();
        CatalogWriter.write(document, out);
        return read(out.toString());
    }

    private static CatalogDocument read(String json) {
        return CatalogReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)), "test.json");
    }
}
