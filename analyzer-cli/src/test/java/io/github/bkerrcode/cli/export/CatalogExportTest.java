package io.github.bkerrcode.cli.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogReader;
import io.github.bkerrcode.code.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogExportTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    /** Quotes, markup, escapes, line breaks, ends of scripts, a direction mark, a separator, and a character of two units. */
    private static final String HOSTILE =
            "a\"b'c\\d\\\"e\nf\tg, #h: {i} ]] %j% $k ${l} `m` |n| <b>o</b> --[[p]] \u0000\u001b[31m\u0085\u2028\u202e\ufeff\ud83d\ude00 \"} 1\nerrcode_info{";

    /** The same as a line. */
    private static final String HARMLESS =
            "a\"b'c\\d\\\"e f g, #h: {i} ]] %j% $k ${l} `m` |n| <b>o</b> --[[p]] ··[31m···\ufeff\ud83d\ude00 \"} 1 errcode_info{";

    /** The same in a headline, which the catalog has made one line before. */
    private static final String HEADLINE = HARMLESS.replace("··[31m··", "  [31m  ");

    private static CatalogExport export(String format) {
        return switch (format) {
            case "logstash.yml" -> new LogstashYaml(Language.ZH);
            case "logstash.json" -> new LogstashJson(Language.ZH);
            case "lookup.csv" -> new LookupCsv(Language.EN);
            case "fluent-bit.lua" -> new FluentBitLua(Language.ZH);
            case "fluentd.json" -> new FluentdJson(Language.EN);
            case "grafana.json" -> new GrafanaMappings(Language.ZH);
            case "prometheus.prom" -> new PrometheusInfo(Language.EN);
            case "handbook-zh.md" -> new Handbook(Language.ZH);
            case "handbook-en.md" -> new Handbook(Language.EN);
            case "document.json" -> new DocumentJson("catalog");
            default -> throw new IllegalArgumentException(format);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "logstash.yml",
        "logstash.json",
        "lookup.csv",
        "fluent-bit.lua",
        "fluentd.json",
        "grafana.json",
        "prometheus.prom",
        "handbook-zh.md",
        "handbook-en.md",
        "document.json",
    })
    void sampleCatalogInEachFormat(String format) throws IOException {
        String text = exported(format, sample());
        Path file = GOLDEN.resolve("export").resolve(format);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text);
        }
        assertThat(text)
                .as("differs from %s; if it should, run the tests with -Dgolden.update=true", file)
                .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }

    @Test
    void documentIsReadAsTheSameCatalog() throws IOException {
        String json = exported("document.json", Catalog.builtIn());
        Catalog again = Catalog.of(
                List.of(CatalogReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)), "exported.json")));
        assertThat(again.entries())
                .usingRecursiveComparison()
                .ignoringFields("origin")
                .isEqualTo(Catalog.builtIn().entries());
        assertThat(exported("document.json", again)).isEqualTo(json);
    }

    @Test
    void jsonDictionariesKeepHostileTexts() throws IOException {
        JsonNode logstash = new ObjectMapper().readTree(exported("logstash.json", hostile()));
        assertThat(logstash.get("1301002").asText()).contains(HEADLINE);
        JsonNode fluentd = new ObjectMapper().readTree(exported("fluentd.json", hostile()));
        assertThat(fluentd.get("1301002").get("meaning").asText()).isEqualTo(HARMLESS);
        JsonNode grafana = new ObjectMapper().readTree(exported("grafana.json", hostile()));
        assertThat(grafana.get(0).get("options").get("1301002").get("text").asText())
                .isEqualTo("1301002 " + HARMLESS);
    }

    /** A double-quoted YAML text without line breaks is JSON but for long escapes. */
    @Test
    void yamlDictionaryKeepsHostileTexts() throws IOException {
        String line = exported("logstash.yml", hostile())
                .lines()
                .filter(one -> one.startsWith("\"1301002\": "))
                .findFirst()
                .orElseThrow();
        assertThat(line).contains("\\U0001f600", "\\ufeff").doesNotContain("\ufeff");
        String json = "{" + line.replace("\\U0001f600", "\\ud83d\\ude00") + "}";
        assertThat(new ObjectMapper().readTree(json).get("1301002").asText()).contains(HEADLINE);
    }

    @Test
    void csvKeepsHostileTexts() throws IOException {
        List<CsvRecord> rows;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(exported("lookup.csv", hostile()))) {
            rows = csv.stream().toList();
        }
        assertThat(rows)
                .hasSize(1 + (int) codes(hostile()))
                .allSatisfy(row -> assertThat(row.getFieldCount()).isEqualTo(10));
        assertThat(rows.get(1).getField(4)).isEqualTo(HARMLESS);
    }

    @Test
    void prometheusKeepsHostileTextsInOneSample() throws IOException {
        List<String> lines = exported("prometheus.prom", hostile()).lines().toList();
        assertThat(lines).hasSize(2 + (int) codes(hostile()));
        assertThat(lines.get(2))
                .startsWith("errcode_info{code=\"1301002\"")
                .endsWith("} 1")
                .contains("meaning=\"" + HARMLESS.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    @Test
    void luaKeepsHostileTextsInOneString() throws IOException {
        String row = exported("fluent-bit.lua", hostile())
                .lines()
                .filter(line -> line.contains("\"1301002\""))
                .findFirst()
                .orElseThrow();
        assertThat(row)
                .contains(
                        "errcode_meaning = \"" + HARMLESS.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    @Test
    void largeCatalogsAreCutIntoFunctionsThatLuaCanLoad() throws IOException {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < 1_200; i++) {
            entries.append(i == 0 ? "" : ",").append("{\"code\":\"%07d\",\"meaning\":\"m\"}".formatted(1_300_000 + i));
        }
        assertThat(exported("fluent-bit.lua", catalog(entries.toString())).split("\\(function\\(\\)", -1))
                .hasSize(1 + 3);
    }

    @Test
    void handbookShowsHostileTextsAsTheyAre() throws IOException {
        List<TablesExtension> extensions = List.of((TablesExtension) TablesExtension.create());
        String html = HtmlRenderer.builder()
                .extensions(extensions)
                .build()
                .render(Parser.builder().extensions(extensions).build().parse(exported("handbook-en.md", hostile())));
        assertThat(html).contains("&lt;b&gt;o&lt;/b&gt;", "|n|", "`m`").doesNotContain("<b>", "<code>");
    }

    @Test
    void emptyCatalogIsNoMistake() throws IOException {
        Catalog empty = catalog("");
        assertThat(exported("logstash.yml", empty)).isEmpty();
        assertThat(exported("lookup.csv", empty)).isEmpty();
        assertThat(exported("handbook-en.md", empty)).startsWith("# Error codes");
        assertThat(new ObjectMapper().readTree(exported("logstash.json", empty)))
                .isEmpty();
    }

    private static long codes(Catalog catalog) {
        return catalog.entries().stream().map(entry -> entry.code()).distinct().count();
    }

    private static Catalog hostile() throws IOException {
        String text = new ObjectMapper().writeValueAsString(HOSTILE);
        return catalog("{\"code\":\"1301002\",\"meaning\":" + text + ",\"remediation\":" + text + ",\"source\":" + text
                + "},{\"code\":\"1301003\",\"meaning\":\"m\",\"remediation\":{\"steps\":[" + text + "," + text + "]}}");
    }

    private static Catalog catalog(String entries) {
        String json =
                "{\"schema\":\"bk-errcode/catalog/1\",\"document\":\"test\",\"platforms\":[{\"number\":13,\"id\":\"paas\"}],"
                        + "\"entries\":[" + entries + "]}";
        return Catalog.of(List.of(CatalogReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)), "test.json")));
    }

    private static Catalog sample() throws IOException {
        Path file = GOLDEN.resolve("catalog.json");
        return Catalog.of(List.of(CatalogReader.read(Files.newInputStream(file), file.toString())));
    }

    private static String exported(String format, Catalog catalog) throws IOException {
        StringWriter out = new StringWriter();
        export(format).write(catalog, out);
        return out.toString();
    }
}
