package io.github.bkerrcode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkerrcode.cli.command.AnalyzerCommand;
import io.github.bkerrcode.cli.command.Console;
import io.github.bkerrcode.cli.report.Palette;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's first command, against counts of labels that were written with the lines. */
class SampleLogsTest {

    private static final Path SAMPLES = Path.of("..", "sample-logs");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void directoryGivesTheExpectedTotals() throws IOException {
        JsonNode summary = analyze(SAMPLES);
        JsonNode expected = expected();

        for (String total : List.of("files", "lines", "linesWithCodes", "detections")) {
            assertThat(summary.get(total)).as(total).isEqualTo(expected.get(total));
        }
        assertThat(summary.get("problems")).isEmpty();
    }

    @Test
    void directoryGivesTheExpectedCountOfEveryCodeOnItsPlatform() throws IOException {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        for (JsonNode platform : analyze(SAMPLES).get("platforms")) {
            counts.put(platform.get("id").textValue(), counts(platform.get("codes")));
        }

        Map<String, Map<String, Long>> wanted = new TreeMap<>();
        for (Map.Entry<String, JsonNode> platform : expected().get("platforms").properties()) {
            wanted.put(platform.getKey(), numbers(platform.getValue()));
        }
        assertThat(counts).isEqualTo(wanted);
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachFileGivesItsExpectedCounts(String file) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode platform : analyze(SAMPLES.resolve(file)).get("platforms")) {
            counts.putAll(counts(platform.get("codes")));
        }

        assertThat(counts).isEqualTo(numbers(expected().get("byFile").get(file)));
    }

    static List<String> files() throws IOException {
        return expected().get("byFile").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Long> counts(JsonNode codes) {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode code : codes) {
            counts.put(code.get("code").textValue(), code.get("detections").longValue());
        }
        return counts;
    }

    private static Map<String, Long> numbers(JsonNode object) {
        Map<String, Long> numbers = new TreeMap<>();
        object.properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().longValue()));
        return numbers;
    }

    private static JsonNode expected() throws IOException {
        return JSON.readTree(SAMPLES.resolve("expected.json").toFile());
    }

    private static JsonNode analyze(Path path) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), Palette.NONE, 120);
        int exit = AnalyzerCommand.run(List.of(path.toString(), "--format", "json"), console);
        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        return JSON.readTree(out.toString());
    }
}
