package io.github.bkerrcode.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bkerrcode.cli.command.AnalyzerCommand;
import io.github.bkerrcode.cli.command.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code annotate} makes of the beginnings of sample logs. */
class AnnotatedSampleLogTest {

    private static final Path SAMPLES = Path.of("..", "sample-logs");
    private static final int LINES = 12;

    @TempDir
    private Path directory;

    @Test
    void meaningsInChinese() throws IOException {
        GoldenFile.assertMatches("annotated-zh.txt", annotated(Palette.NONE));
    }

    @Test
    void meaningsInEnglish() throws IOException {
        GoldenFile.assertMatches("annotated-en.txt", annotated(Palette.NONE, "--lang", "en"));
    }

    @Test
    void coloursMarkCodesAndMeaningsOfLinesWithCodes() throws IOException {
        GoldenFile.assertMatches("annotated-zh-only-colours.txt", annotated(Palette.ANSI, "--only"));
    }

    private String annotated(Palette palette, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("annotate"));
        arguments.addAll(List.of(options));
        for (String log : List.of("job/job-execute.log", "open_paas/esb.log", "nginx/error.log")) {
            Path head = directory.resolve(log.replace('/', '-'));
            Files.writeString(
                    head,
                    Files.readAllLines(SAMPLES.resolve(log)).stream()
                            .limit(LINES)
                            .map(line -> line + "\n")
                            .collect(Collectors.joining()));
            arguments.add(head.toString());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnalyzerCommand.run(arguments, Console.of(out, new PrintWriter(new StringWriter()), palette, 100));
        return out.toString(UTF_8);
    }
}
