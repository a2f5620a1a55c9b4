package io.github.bkerrcode.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.CatalogCheck.Finding;
import io.github.bkerrcode.catalog.CatalogCheck.Severity;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCheckTest {

    private static final String HEAD = "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"mine\",\n";

    @TempDir
    private Path directory;

    private final CatalogCheck check = new CatalogCheck();

    @Test
    void allMistakesOfADocumentAreFoundAtOnce() throws IOException {
        Path file = file("bad.json", HEAD + """
                "wrong": {"a": [1, {"b": 2}]},
                "title": 5,
                "platforms": [{"number": 37, "id": "x"}, {"number": 123, "id": [1]}, {"name": "z"}],
                "modules": [{"prefix": "37"}, {"prefix": "370", "name": "fine"}],
                "entries": [
                  {"code": "3700001", "meaning": {"zh": "好", "en": "good"}},
                  {"code": "37", "meaning": {"zh": "好", "x": {"y": 1}}},
                  {"code": "3700002", "meaning": {"zh": ""}},
                  {"code": "3700001", "meaning": {"zh": "坏", "en": "bad"}},
                  5, [1, [2]],
                  {"code": "MY_CODE", "meaning": "ok"}
                ]}
                """);

        check.addLayer(List.of(file));

        assertThat(errors()).extracting(Finding::line).containsExactly(2, 3, 4, 4, 5, 8, 9, 10, 11, 11, 12);
        assertThat(errors()).allSatisfy(error -> assertThat(error.file()).isEqualTo(file.toString()));
        assertThat(check.entries()).isEqualTo(2);
        assertThat(check.documents()).isOne();
    }

    @Test
    void documentThatEndsInItsMiddleIsAnError() throws IOException {
        check.addLayer(List.of(file("cut.json", HEAD + "\"entries\": [{\"code\": \"1306201\", \"mea")));

        assertThat(errors())
                .hasSize(1)
                .first()
                .satisfies(error -> assertThat(error.reason()).startsWith("entry 1 (1306201): not valid JSON"));
        assertThat(check.documents()).isZero();
    }

    @Test
    void sameCodeInTwoDocumentsOfALayerIsAnErrorWithBothPlaces() throws IOException {
        Path a = entry("a.json", "1199014", "one");
        Path b = entry("b.json", "1199014", "two");
        Path c = entry("c.json", "1199014", "one");

        check.addLayer(List.of(directory));

        assertThat(errors())
                .extracting(Finding::file, Finding::reason)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                b.toString(),
                                "says something else than " + a + ":3 in the same layer; remove one of them"),
                        org.assertj.core.api.Assertions.tuple(
                                c.toString(), "stands with the same text at " + a + ":3 already; remove one of them"));
        assertThat(errors().get(0).other()).isEqualTo(new Origin(a.toString(), 3));
    }

    @Test
    void overridingALayerBelowIsANote() throws IOException {
        check.addLayer(List.of(entry("a.json", "1306201", "one")));
        check.addLayer(List.of(entry("b.json", "1306201", "two")));

        assertThat(errors()).isEmpty();
        assertThat(check.findings())
                .extracting(Finding::reason)
                .containsExactly("overrides the built-in entry", "overrides " + directory.resolve("a.json") + ":3");
    }

    @Test
    void unknownPlatformsMissingTranslationsAndVainRemovalsAreNotes() throws IOException {
        check.addLayer(List.of(file("a.json", HEAD + """
                "entries": [
                  {"code": "2799001", "meaning": {"zh": "甲"}},
                  {"code": "1199014", "meaning": {"en": "b"}},
                  {"code": "1199015", "remove": true},
                  {"code": "1306201", "remove": true}
                ]}
                """)));

        assertThat(errors()).isEmpty();
        assertThat(check.findings())
                .extracting(finding -> finding.code() + " " + finding.reason())
                .containsExactly(
                        "1199015 is removed, but no document below has it",
                        "2799001 begins with the number of no platform; define it under \"platforms\", so that its other"
                                + " numbers are found too",
                        "2799001 has no meaning in English",
                        "1199014 has no meaning in Chinese");
    }

    @Test
    void missingTranslationsAreOneNotePerDocumentAndLanguage() throws IOException {
        check.addLayer(List.of(file("a.json", HEAD + """
                "entries": [
                  {"code": "1199014", "meaning": {"zh": "甲"}},
                  {"code": "1199015", "meaning": {"en": "b"}},
                  {"code": "1199016", "meaning": {"zh": "丙"}},
                  {"code": "1199017", "meaning": {"zh": "丁"}}
                ]}
                """)));

        assertThat(check.findings())
                .extracting(finding -> finding.code() + " " + finding.reason())
                .containsExactly(
                        "1199014 has no meaning in English, nor have 2 others", "1199015 has no meaning in Chinese");
    }

    @Test
    void fileThatIsMissingOrEmptyOrNoFileIsAnError() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        Path odd = Files.createDirectories(directory.resolve("odd").resolve("x.json"))
                .getParent();

        check.addLayer(List.of(directory.resolve("none.json"), empty, odd));

        assertThat(errors())
                .extracting(Finding::reason)
                .containsExactly(
                        "no such file or directory",
                        "no *.json files in this directory",
                        "is no regular file (a pipe or a device?); write it to a file first");
    }

    @Test
    void documentInAnotherCharsetIsSaidToBeSo() throws IOException {
        Path gbk = Files.write(
                directory.resolve("gbk.json"),
                (HEAD + "\"entries\": [\n{\"code\": \"1199014\", \"meaning\": \"配额不足\"}]}")
                        .getBytes(Charset.forName("GBK")));

        check.addLayer(List.of(gbk));

        assertThat(errors())
                .hasSize(1)
                .first()
                .satisfies(error -> assertThat(error.reason())
                        .contains("not valid JSON: Invalid UTF-8")
                        .endsWith("; write the file in UTF-8"));
    }

    @Test
    void linkThatLeadsToItselfIsAnError() throws IOException {
        Path loop = directory.resolve("loop.json");
        Files.createSymbolicLink(loop, loop);

        check.addLayer(List.of(loop));

        assertThat(errors())
                .hasSize(1)
                .first()
                .satisfies(error -> assertThat(error.reason()).doesNotContain(loop.toString()));
    }

    private List<Finding> errors() {
        return check.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    private Path entry(String name, String code, String meaning) throws IOException {
        return file(name, HEAD + "\"entries\": [\n{\"code\": \"" + code + "\", \"meaning\": \"" + meaning + "\"}]}");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
