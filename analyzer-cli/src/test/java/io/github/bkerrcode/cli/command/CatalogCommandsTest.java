package io.github.bkerrcode.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogFiles;
import io.github.bkerrcode.cli.report.Palette;
import io.github.bkerrcode.code.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code catalog search} and {@code catalog export}, and values of parameters in what logs say, in process. */
class CatalogCommandsTest {

    private record Run(int exitCode, String out, String err) {}

    @TempDir
    private Path directory;

    @Nested
    class Search {

        @Test
        void rowsLookLikeThoseOfTheList() {
            Run run = run("catalog", "search", "E1301002");
            assertThat(run.exitCode()).isEqualTo(ExitCode.FINE);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).startsWith("1301002  paas  ").hasLineCount(1);
        }

        @Test
        void jsonHasTheKeysOfTheList() throws IOException {
            JsonNode found = json(run("catalog", "search", "数据库", "--format", "json"));
            JsonNode listed = json(run("catalog", "list", "--format", "json"));
            assertThat(names(found.get(0))).isEqualTo(names(listed.get(0)));
        }

        @Test
        void onlyTheBestAreShown() {
            Run run = run("catalog", "search", "数据库", "--top", "2", "--lang", "en");
            assertThat(run.out()).hasLineCount(2);
            assertThat(run.err()).contains("the best 2 of ", "--top");
        }

        @Test
        void nothingFoundIsSaidAsOfAnUnknownCode() {
            Run run = english("catalog", "search", "zzzzzz", "--format", "json");
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.out().strip()).matches("\\[\\s*]");
            assertThat(run.err()).contains("nothing found for [zzzzzz]");
        }

        @Test
        void topBelowOneIsRefused() {
            assertThat(run("catalog", "search", "redis", "--top", "0").err()).contains("--top", "[0]");
        }

        @Test
        void ownDocumentsAreSearched() throws IOException {
            Path mine = file("mine.json", """
                    {"schema": "bk-errcode/catalog/1", "document": "mine", "entries": [{"code": "2405001", "meaning": "quota used up"}]}
                    """);
            assertThat(run("catalog", "search", "quota", "--catalog", mine.toString())
                            .out())
                    .contains("2405001");
        }
    }

    @Nested
    class Export {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "logstash-yaml",
                    "logstash-json",
                    "vector",
                    "fluent-bit",
                    "fluentd",
                    "splunk",
                    "grafana",
                    "prometheus",
                    "markdown",
                    "json"
                })
        void everyFormatHasEveryCodeOnStandardOutputAndInAFile(String format) throws IOException {
            Path file = directory.resolve("out");
            Run run = run("catalog", "export", "--format", format);
            assertThat(run.exitCode()).isEqualTo(ExitCode.FINE);
            for (String code : List.of("1301002", "1250001", "RATE", "-1")) {
                assertThat(run.out()).contains(code);
            }
            assertThat(run("catalog", "export", "--format", format, "-o", file.toString()))
                    .isEqualTo(new Run(ExitCode.FINE, "", ""));
            assertThat(Files.readString(file)).isEqualTo(run.out());
        }

        @Test
        void languageIsTheOneAskedFor() {
            assertThat(run("catalog", "export", "--format", "logstash-yaml", "--lang", "en")
                            .out())
                    .contains("Redis service unavailable");
        }

        @Test
        void directoryOfDocumentsIsTheSameCatalog() throws IOException {
            Path mine = file("mine.json", """
                    {"schema": "bk-errcode/catalog/1", "document": "my saas", "entries": [{"code": "1301002", "meaning": "mine"}]}
                    """);
            Path target = Files.createDirectory(directory.resolve("documents"));
            assertThat(run(
                                    "catalog",
                                    "export",
                                    "--format",
                                    "json",
                                    "--catalog",
                                    mine.toString(),
                                    "-o",
                                    target.toString())
                            .exitCode())
                    .isEqualTo(ExitCode.FINE);
            assertThat(target.resolve("06-my_saas.json")).exists();
            Catalog again = Catalog.of(new CatalogFiles(List.of(target)).read());
            assertThat(again.entries())
                    .usingRecursiveComparison()
                    .ignoringFields("origin")
                    .isEqualTo(Catalog.builtIn()
                            .with(new CatalogFiles(List.of(mine)).read())
                            .entries());
        }

        @Test
        void catalogThatOneDocumentCannotHoldIsRefusedWithAdvice() throws IOException {
            Path mine = file("mine.json", """
                    {"schema": "bk-errcode/catalog/1", "document": "mine", "platform": "job", "entries": [{"code": "MY_ERROR", "meaning": "m"}]}
                    """);
            Run run = run("catalog", "export", "--format", "json", "--catalog", mine.toString());
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("apigw and job", "-o DIR");
        }

        @Test
        void directoryIsForJsonOnly() {
            Run run = english("catalog", "export", "--format", "vector", "-o", directory.toString());
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("is a directory");
        }

        @Test
        void formatMustBeNamed() {
            assertThat(run("catalog", "export").err()).contains("--format");
            assertThat(run("catalog", "export", "--format", "xml").exitCode()).isEqualTo(ExitCode.USAGE);
        }
    }

    @Nested
    class Parameters {

        private static final String LINE = "WARN response: {\"code\":1233106,\"message\":\"作业 1013 不存在\"}\n";

        @Test
        void detectFillsThemIn() throws IOException {
            String log = file("a.log", LINE).toString();
            assertThat(run("detect", log).out()).contains("作业平台 | 作业 1013 不存在");
            assertThat(json(run("detect", log, "--format", "jsonl", "--lang", "en"))
                            .get("meaning")
                            .asText())
                    .isEqualTo("Job 1013 does not exist");
        }

        @Test
        void annotateFillsThemInFromTheCharsetOfTheLog() throws IOException {
            Path log = directory.resolve("gbk.log");
            Files.write(log, LINE.getBytes("GBK"));
            assertThat(run("annotate", log.toString(), "--charset", "GBK", "--lang", "en")
                            .out())
                    .contains("Job 1013 does not exist]");
        }

        @Test
        void summaryHasOneTextForOneCode() throws IOException {
            assertThat(run("analyze", file("a.log", LINE).toString()).out()).contains("作业 {0} 不存在");
        }

        @Test
        void explainNamesThem() {
            assertThat(run("explain", "1239701").out()).contains("操作失败!任务{0}当前状态:{1}", "参数", "{0} {1} (日志里是具体的值)");
            assertThat(run("explain", "1250001").out()).doesNotContain("参数  ");
        }
    }

    private static JsonNode json(Run run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static Run run(String... arguments) {
        return run(Language.ZH, arguments);
    }

    private static Run english(String... arguments) {
        return run(Language.EN, arguments);
    }

    private static Run run(Language language, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Console console =
                Console.of(out, new PrintWriter(err), Palette.NONE, 120).in(language);
        int exitCode = AnalyzerCommand.run(List.of(arguments), console);
        return new Run(exitCode, new String(out.toByteArray(), UTF_8), err.toString());
    }
}
