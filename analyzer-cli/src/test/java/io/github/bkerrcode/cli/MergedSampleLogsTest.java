package io.github.bkerrcode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.bkerrcode.cli.command.AnalyzerCommand;
import io.github.bkerrcode.cli.command.Console;
import io.github.bkerrcode.cli.report.Palette;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample logs at once, and in parts that are merged. */
class MergedSampleLogsTest {

    private static final Path SAMPLES = Path.of("..", "sample-logs");
    private static final Path SCHEMA = Path.of("..", "docs", "summary.schema.json");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void halvesMergedAreTheWhole(long seed) throws IOException {
        List<String> files = new ArrayList<>(sampleFiles());
        Collections.shuffle(files, new Random(seed));
        String one = summary("one.json", files.subList(0, files.size() / 2), "zh");
        String other = summary("other.json", files.subList(files.size() / 2, files.size()), "en");

        for (String language : List.of("zh", "en")) {
            String whole = summary("whole.json", files, language);
            for (String format : List.of("json", "text")) {
                assertThat(run("merge", one, other, "--format", format, "--lang", language, "--tz", "UTC"))
                        .isEqualTo(run("merge", whole, "--format", format, "--lang", language, "--tz", "UTC"));
            }
            assertThat(run("merge", other, one, "--format", "json", "--lang", language))
                    .isEqualTo(Files.readString(Path.of(whole)));
        }
    }

    @Test
    void textOfOneSummaryIsThatOfItsLogs() throws IOException {
        String whole = summary("whole.json", sampleFiles(), "en");
        List<String> analyze = new ArrayList<>(List.of("analyze", "--top", "3", "--tz", "UTC"));
        analyze.addAll(sampleFiles());

        assertThat(run("merge", whole, "--top", "3", "--tz", "UTC")).isEqualTo(run(analyze.toArray(new String[0])));
    }

    @Test
    void summaryIsValidByTheSchemaForUsers() throws IOException {
        String json = Files.readString(Path.of(summary("whole.json", sampleFiles(), "zh")));

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(SCHEMA), InputFormat.JSON)
                        .validate(
                                json,
                                InputFormat.JSON,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .isEmpty();
    }

    private static List<String> sampleFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> name.matches(".*\\.(log|out|gz|zst)(\\.\\d+)?"))
                    .sorted()
                    .toList();
        }
    }

    private String summary(String name, List<String> files, String language) {
        String output = directory.resolve(name).toString();
        List<String> arguments = new ArrayList<>(List.of("analyze", "--tz", "UTC", "--lang", language, "-o", output));
        arguments.addAll(files);
        assertThat(run(arguments.toArray(new String[0]))).isEmpty();
        return output;
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), Palette.NONE, 120);
        int exit = AnalyzerCommand.run(List.of(arguments), console);
        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        return out.toString();
    }
}
