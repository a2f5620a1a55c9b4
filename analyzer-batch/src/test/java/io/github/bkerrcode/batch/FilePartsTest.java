package io.github.bkerrcode.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.input.IoReason;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.input.LogWalker;
import io.github.bkerrcode.input.Reading;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.RuleSet;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.SummaryJson;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The summary of a file does not depend on how it was cut, or by how many workers it was read. */
class FilePartsTest {

    @TempDir
    private Path directory;

    private final ScanSettings settings = new ScanSettings(
            Catalog.builtIn(),
            CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM),
            code -> true,
            StandardCharsets.UTF_8,
            ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @CsvSource({"2, 1000", "3, 4097", "4, 65537", "5, 100003", "6, 333333", "7, 1048576", "8, 50021"})
    void summaryIsTheSameHoweverTheFileIsCut(int workers, long partSize) throws Exception {
        Path file = directory.resolve("random.log");
        Files.write(file, randomLog(workers, 2_000_000));

        assertThat(json(file, workers, partSize).lines().toList())
                .containsExactlyElementsOf(
                        json(file, 1, Long.MAX_VALUE / 4).lines().toList());
    }

    @Test
    void lineLongerThanSeveralPartsBelongsToTheOneInWhichItBegins() throws Exception {
        Path file = directory.resolve("long.log");
        String longLine = "2025-10-24 15:00:00 start errorCode=1306201 " + "x".repeat(3_000_000) + " errorCode=1301002";
        Files.writeString(
                file, "first\n" + longLine + "\nerrorCode=1250001\n" + "\tat x\n".repeat(50_000) + "last 错误码：1211001");

        String whole = json(file, 1, Long.MAX_VALUE / 4);
        assertThat(whole).contains("1306201", "1301002", "1250001", "1211001");
        List<String> lines = whole.lines().toList();
        assertThat(json(file, 4, 100_000).lines().toList()).containsExactlyElementsOf(lines);
        assertThat(json(file, 3, 7_001).lines().toList()).containsExactlyElementsOf(lines);
    }

    @ParameterizedTest
    @CsvSource({"100000, 1000, 4000", "100001, 7, 50", "99999, 1000, 1000", "2000, 1000, 9000", "100000, 30000, 60000"})
    void partsFollowEachOtherAndDoNotGrow(int size, long smallest, long largest) throws IOException {
        Path file = Files.writeString(directory.resolve("even.log"), "x\n".repeat(size / 2) + "y".repeat(size % 2));

        FileParts parts = Objects.requireNonNull(FileParts.of(source(file), settings, smallest, largest));
        parts.file().close();

        long from = 0;
        long before = largest;
        for (FileParts.Part part : parts.parts()) {
            assertThat(part.from()).isEqualTo(from);
            from = part.to();
            long length = part.to() - part.from();
            boolean last = part.to() == size;
            assertThat(length).isBetween(smallest, last ? Math.max(largest, 2 * smallest) : before);
            before = length;
        }
        assertThat(from).isEqualTo(size);
    }

    @Test
    void fileOfLessThanTwoPartsIsReadInOneGo() throws IOException {
        Path file = Files.writeString(directory.resolve("short.log"), "x\n".repeat(999));

        assertThat(FileParts.of(source(file), settings, 1_000, 4_000)).isNull();
    }

    @Test
    void partsOfAFileBehindAByteOrderMarkAreNotCut() throws IOException {
        Path marked = Files.writeString(directory.resolve("marked.log"), "\uFEFFx\n".repeat(1_000));

        assertThat(FileParts.of(source(marked), settings, 10, 10)).isNull();
    }

    @Test
    void fileWhoseReadingIsEndedIsCountedFromItsBeginningOn() throws Exception {
        StringBuilder log = new StringBuilder();
        for (int line = 1; line <= 60_000; line++) {
            log.append("errorCode=").append(1_306_000 + line % 500).append(" padding so that there are some blocks\n");
        }
        LogSource file = source(Files.writeString(directory.resolve("a.log"), log));
        Reading reading = new Reading();
        AtomicInteger detections = new AtomicInteger();
        ScanSettings endingSettings = new ScanSettings(
                settings.known(),
                settings.scanner(),
                code -> {
                    if (detections.incrementAndGet() == 20_000) {
                        reading.end();
                    }
                    return true;
                },
                settings.charset(),
                settings.zone());

        Summary summary = new BatchAnalyzer(endingSettings, Catalog.builtIn(), 3, reading, 100_000)
                .analyze(List.of(file))
                .snapshot();

        assertThat(summary.problems()).containsExactly(new Problem(file.name(), 0, IoReason.INTERRUPTED, true));
        assertThat(summary.lines()).isPositive().isLessThan(60_000);
        assertThat(summary.detections()).isBetween(summary.lines() - 1, summary.lines());
        assertThat(summary.platforms().get(0).codes())
                .allSatisfy(code -> assertThat(code.sample().line() % 500)
                        .isEqualTo(Long.parseLong(code.code().token()) - 1_306_000));
    }

    private static byte[] randomLog(int seed, int size) {
        Random random = new Random(seed);
        StringBuilder log = new StringBuilder();
        int time = 0;
        while (log.length() < size) {
            switch (random.nextInt(12)) {
                case 0 -> log.append("\tat com.example.Frame(Frame.java:1306201)\n".repeat(random.nextInt(60)));
                case 1 ->
                    log.append("Caused by: ServiceException(errorCode=125")
                            .append(2000 + random.nextInt(3))
                            .append(")\n");
                case 2 ->
                    log.append("E1024 15:00:")
                            .append(10 + random.nextInt(50))
                            .append(".000001 1 f.go:1] code=1199014\r\n");
                case 3 -> log.append("x".repeat(random.nextInt(100_000))).append(" code=1306401\n");
                case 4 -> log.append("错误码：130").append(6400 + random.nextInt(8)).append("，请检查\n");
                case 5 -> log.append('\n');
                default ->
                    log.append("2025-10-24 ")
                            .append(String.format("%02d:%02d:%02d", 10 + time / 3600 % 10, time / 60 % 60, time++ % 60))
                            .append(" INFO copied 1301002 bytes, job_id=1207101\n");
            }
        }
        return log.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String json(Path file, int workers, long partSize) throws Exception {
        StringWriter json = new StringWriter();
        SummaryJson.write(
                new BatchAnalyzer(settings, Catalog.builtIn(), workers, new Reading(), partSize)
                        .analyze(List.of(source(file)))
                        .snapshot(),
                Language.ZH,
                json);
        return json.toString();
    }

    private static LogSource source(Path file) {
        return new LogWalker((path, reason) -> {
                    throw new AssertionError(path + ": " + reason);
                })
                .find(List.of(file.toString()))
                .get(0);
    }
}
