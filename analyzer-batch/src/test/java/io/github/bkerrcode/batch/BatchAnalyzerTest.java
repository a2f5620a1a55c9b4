package io.github.bkerrcode.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.input.IoReason;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.input.Reading;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.RuleSet;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.InputSummary;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Summary.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchAnalyzerTest {

    private static final Catalog CATALOG = Catalog.builtIn();

    @TempDir
    private Path directory;

    @Test
    void countsOfSeveralFilesAreAddedUp() throws Exception {
        Summary summary = analyze(
                2,
                file("a.log", "errorCode=1301002\nnothing\n"),
                file("b.log", "errorCode=1301002\n\"code\": 1306201 errorCode=1250001\n"));
        assertThat(summary.files()).isEqualTo(2);
        assertThat(summary.lines()).isEqualTo(4);
        assertThat(summary.bytes()).isEqualTo(26 + 52);
        assertThat(summary.linesWithCodes()).isEqualTo(3);
        assertThat(summary.detections()).isEqualTo(4);
        assertThat(summary.platforms())
                .extracting(platform -> platform.platform().id(), PlatformSummary::detections, PlatformSummary::lines)
                .containsExactly(tuple("paas", 3L, 3L), tuple("job", 1L, 1L));
        assertThat(summary.problems()).isEmpty();
    }

    @Test
    void everyInputHasItsShare() throws Exception {
        LogSource first = file("a.log", "errorCode=1301002\nnothing\n");
        LogSource second = file("b.log", "nothing\n");
        assertThat(analyze(2, first, second).inputs())
                .containsExactly(
                        new InputSummary(first.name(), 26, 2, 1, 1), new InputSummary(second.name(), 8, 1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void resultDoesNotDependOnTheNumberOfWorkers(int workers) throws Exception {
        LogSource[] sources = manyFiles();
        assertThat(analyze(workers, sources)).isEqualTo(analyze(1, sources));
    }

    @Test
    void resultDoesNotDependOnTheOrderOfTheSources() throws Exception {
        LogSource[] sources = manyFiles();
        List<LogSource> shuffled = new ArrayList<>(List.of(sources));
        Collections.shuffle(shuffled, new Random(5));
        assertThat(analyze(2, shuffled.toArray(LogSource[]::new))).isEqualTo(analyze(2, sources));
    }

    @Test
    void sampleIsTheFirstLineOfTheFirstFileByName() throws Exception {
        LogSource second = file("b.log", "b errorCode=1301002\n");
        LogSource first = file("a.log", "nothing\na errorCode=1301002\nlater errorCode=1301002\n");
        assertThat(analyze(2, second, first).platforms().get(0).codes().get(0).sample())
                .isEqualTo(new Sample(first.name(), 2, "a errorCode=1301002"));
    }

    @Test
    void nothingToReadGivesAnEmptySummary() throws Exception {
        Summary summary = analyze(2);
        assertThat(summary.files()).isZero();
        assertThat(summary.detections()).isZero();
        assertThat(summary.problems()).isEmpty();
    }

    @Test
    void truncatedGzipIsCountedAsFarAsItGoesAndTheOthersWhole() throws Exception {
        byte[] whole = gzip(numberedLines());
        LogSource good = file("good.log", "errorCode=1301002\n");
        LogSource cut = file("cut.log.gz", Arrays.copyOf(whole, whole.length / 2));
        LogSource alsoGood = file("more.log.gz", gzip("errorCode=1301002\n"));

        Summary summary = analyze(2, good, cut, alsoGood);

        assertThat(summary.problems())
                .containsExactly(new Problem(
                        cut.name(),
                        0,
                        "the compressed data ends too early (file truncated?); the lines before that place are counted",
                        true));
        assertThat(summary.files()).isEqualTo(3);
        assertThat(summary.detections()).isGreaterThan(500).isLessThan(3_000);
        assertThat(summary.inputs())
                .filteredOn(input -> !input.file().equals(cut.name()))
                .extracting(InputSummary::detections)
                .containsExactly(1L, 1L);
    }

    @Test
    void damagedGzipIsAProblemOfThatFileOnly() throws Exception {
        byte[] damaged = gzip(numberedLines());
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 400, (byte) 0xFF);
        LogSource bad = file("bad.log.gz", damaged);

        Summary summary = analyze(2, bad, file("good.log", "errorCode=1250001\n"));

        assertThat(summary.problems()).extracting(Problem::file).containsExactly(bad.name());
        assertThat(summary.problems().get(0).incomplete()).isTrue();
        assertThat(summary.platforms())
                .extracting(platform -> platform.platform().id())
                .contains("job");
    }

    @Test
    void binaryFileIsAProblemAndCountsNothing() throws Exception {
        byte[] binary = new byte[4_096];
        new Random(3).nextBytes(binary);
        LogSource source = file("core.log", binary);
        Summary summary = analyze(1, source);
        assertThat(summary.problems())
                .containsExactly(new Problem(source.name(), 0, "binary data, not a log; skipped", true));
        assertThat(summary.lines()).isZero();
    }

    @Test
    void fileThatVanishedIsAProblem() throws Exception {
        LogSource source = file("gone.log", "errorCode=1301002\n");
        Files.delete(directory.resolve("gone.log"));
        assertThat(analyze(1, source).problems())
                .containsExactly(new Problem(source.name(), 0, "no such file or directory", true));
    }

    @Test
    void sourcesAreProblemsIfReadingIsEndedBeforeThem() throws Exception {
        LogSource first = file("a.log", "errorCode=1301002\n");
        LogSource second = file("b.log.gz", gzip("errorCode=1301002\n"));
        Reading reading = new Reading();
        reading.end();

        Summary summary = analyze(2, reading, first, second);

        assertThat(summary.files()).isZero();
        assertThat(summary.problems())
                .containsExactly(
                        new Problem(first.name(), 0, IoReason.INTERRUPTED, true),
                        new Problem(second.name(), 0, IoReason.INTERRUPTED, true));
    }

    @Test
    void whatAPipeGaveBeforeReadingIsEndedCounts() throws Exception {
        Reading reading = new Reading();
        ScanSettings settings = settings(code -> {
            reading.end();
            return true;
        });
        InputStream before = System.in;
        // Stays open: only the end of reading ends it.
        try (PipedOutputStream out = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(out, 4_096)) {
            out.write("errorCode=1301002\n".repeat(100).getBytes(UTF_8));
            System.setIn(in);
            LogSource stdin = LogSource.stdin();
            Summary summary = new BatchAnalyzer(settings, CATALOG, 1, reading)
                    .analyze(List.of(stdin))
                    .snapshot();
            assertThat(summary.detections()).isEqualTo(100);
            assertThat(summary.problems())
                    .containsExactly(new Problem(LogSource.STDIN_NAME, 0, IoReason.INTERRUPTED, true));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void invalidUtf8IsAWarningAndItsLineCounts() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("fine\nerrorCode=1301002 ".getBytes(UTF_8));
        bytes.write(new byte[] {(byte) 0xC4, (byte) 0xE3, '\n', (byte) 0xC4, '\n'});
        LogSource source = file("gbk.log", bytes.toByteArray());

        Summary summary = analyze(1, source);

        assertThat(summary.detections()).isEqualTo(1);
        assertThat(summary.problems())
                .containsExactly(new Problem(
                        source.name(),
                        2,
                        "1 line has bytes that are not UTF-8, this is the first; if the file is in another charset, give"
                                + " --charset",
                        false));
    }

    @Test
    void lineTooLongIsAWarningAndNothingOfItIsLost() throws Exception {
        String line = "errorCode=1301002 " + "x ".repeat(1_500_000) + "errorCode=1250001";
        LogSource source = file("long.log", line + "\nerrorCode=1306201\n");

        Summary summary = analyze(1, source);

        assertThat(summary.lines()).isEqualTo(2);
        assertThat(summary.detections()).isEqualTo(3);
        assertThat(summary.problems())
                .containsExactly(new Problem(
                        source.name(),
                        1,
                        "line longer than 1048576 bytes; read in pieces, nothing is left out",
                        false));
    }

    @Test
    void twoCodesFarApartInALongLineStandInOneLine() throws Exception {
        String line = "errorCode=1301002 " + "x ".repeat(1_500_000) + "errorCode=1301002";
        assertThat(analyze(1, file("long.log", line + "\n")).linesWithCodes()).isEqualTo(1);
    }

    @Test
    void timeIsThatOfTheLine() throws Exception {
        Summary summary = analyze(1, file("a.log", """
                        2025-10-24 15:02:11 INFO nothing
                        2025-10-24 15:02:12 ERROR errorCode=1301002
                        2025-10-24 15:02:13 ERROR errorCode=1301002
                        2025-10-24 15:02:14 INFO nothing
                        """));
        assertThat(summary.firstSeen()).isEqualTo(Instant.parse("2025-10-24T15:02:12Z"));
        assertThat(summary.lastSeen()).isEqualTo(Instant.parse("2025-10-24T15:02:13Z"));
    }

    @Test
    void lineWithoutTimeHasThatOfItsRecord() throws Exception {
        Summary summary = analyze(1, file("a.log", """
                        2025-10-24 15:00:00 INFO an earlier record
                        2025-10-24 15:02:11,123 ERROR request failed
                        java.lang.IllegalStateException: no answer
                        \tat com.example.Client.call(Client.java:42)
                        Caused by: ServiceException(errorType=TIMEOUT, errorCode=1252001, errorParams=null)
                        """));
        assertThat(summary.firstSeen()).isEqualTo(Instant.parse("2025-10-24T15:02:11.123Z"));
    }

    @Test
    void linesOfAFileWithoutTimesHaveNone() throws Exception {
        Summary summary = analyze(1, file("a.log", "one\ntwo\nerrorCode=1301002\n"));
        assertThat(summary.detections()).isEqualTo(1);
        assertThat(summary.firstSeen()).isNull();
        assertThat(summary.timeline()).isEmpty();
    }

    @Test
    void codesThatAreNotWantedAreLeftOut() throws Exception {
        ScanSettings settings = settings(code -> code.token().startsWith("12"));
        LogSource source = file("a.log", "errorCode=1301002\nerrorCode=1250001\n");
        Summary summary = new BatchAnalyzer(settings, CATALOG, 1, new Reading())
                .analyze(List.of(source))
                .snapshot();
        assertThat(summary.detections()).isEqualTo(1);
        assertThat(summary.linesWithCodes()).isEqualTo(1);
        assertThat(summary.platforms().get(0).codes().get(0).code().token()).isEqualTo("1250001");
    }

    private static Summary analyze(int workers, LogSource... sources) throws InterruptedException {
        return analyze(workers, new Reading(), sources);
    }

    private static Summary analyze(int workers, Reading reading, LogSource... sources) throws InterruptedException {
        return new BatchAnalyzer(settings(code -> true), CATALOG, workers, reading)
                .analyze(List.of(sources))
                .snapshot();
    }

    private static ScanSettings settings(Predicate<ErrorCode> wanted) {
        return new ScanSettings(
                Catalog.builtIn(),
                CodeScanner.create(CATALOG, RuleSet.builtIn(), Confidence.MEDIUM),
                wanted,
                UTF_8,
                ZoneOffset.UTC);
    }

    private LogSource[] manyFiles() throws IOException {
        String[] codes = {"1301002", "1306201", "1250001", "1252001", "1199014"};
        Random random = new Random(1);
        LogSource[] sources = new LogSource[9];
        for (int i = 0; i < sources.length; i++) {
            StringBuilder text = new StringBuilder();
            for (int line = 0; line < 300 * i; line++) {
                text.append(String.format("2025-10-%02d 15:%02d:11 ", 1 + random.nextInt(28), random.nextInt(60)));
                text.append("errorCode=")
                        .append(codes[random.nextInt(codes.length)])
                        .append('\n');
            }
            sources[i] = i % 2 == 0 ? file(i + ".log", text.toString()) : file(i + ".log.gz", gzip(text.toString()));
        }
        return sources;
    }

    /** Lines that do not compress well, so that half of the compressed bytes holds about half of them. */
    private static String numberedLines() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append("errorCode=1301002 trace ").append(random.nextLong()).append('\n');
        }
        return text.toString();
    }

    private LogSource file(String name, String text) throws IOException {
        return file(name, text.getBytes(UTF_8));
    }

    private LogSource file(String name, byte[] content) throws IOException {
        Path file = Files.write(directory.resolve(name), content);
        return LogSource.file(file.toString(), file);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
