package io.github.bkerrcode.spark;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.InputSummary;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import io.github.bkerrcode.summary.Summary.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The summary of a cluster is that of the command line, however the files are cut and spread. */
class SummaryJobTest {

    private static final ErrorCodeOptions OPTIONS = ErrorCodeOptions.defaults().withZone(ZoneId.of("Asia/Shanghai"));

    @TempDir
    private Path directory;

    @Test
    void sampleLogsGiveWhatTheCommandLineSays() throws Exception {
        List<String> samples = List.of(Path.of("..", "sample-logs").toString());

        assertSame(samples, OPTIONS, reading(1_000));
        assertSame(samples, OPTIONS, reading(SummaryJob.DEFAULT_SPLIT_SIZE));
    }

    @ParameterizedTest
    @ValueSource(ints = {5_003, 65_537, 400_000})
    void generatedLogsGiveWhatTheCommandLineSaysHoweverTheyAreCut(int splitSize) throws Exception {
        byte[] big = randomLog(splitSize, 900_000);
        write("big.log", big);
        write("host1/also-big.log", randomLog(splitSize + 1, 600_000));
        write("host1/rotated.log.1", randomLog(3, 20_000));
        write("host2/packed.log.gz", gzip(randomLog(4, 300_000)));
        write("host2/packed.log.zst", zstd(randomLog(5, 300_000)));
        write("host2/wide.log", new String(randomLog(6, 50_000), UTF_8).getBytes(UTF_16));
        write("host2/no-year.log", klog());
        write("empty.log", new byte[0]);
        write("not-a-log.bin", big);
        for (int i = 0; i < 20; i++) {
            write("small/" + i + ".log", randomLog(100 + i, 2_000));
        }

        assertSame(List.of(directory.toString(), directory.toString()), OPTIONS, reading(splitSize));
    }

    @Test
    void lineLongerThanSeveralPartsIsCountedOnce() throws Exception {
        String line = "2025-10-24 15:00:00 start errorCode=1306201 " + "x".repeat(2_500_000) + " errorCode=1301002";
        write(
                "long.log",
                ("first\n" + line + "\nerrorCode=1250001\n" + "\tat x\n".repeat(30_000) + "last 错误码：1211001")
                        .getBytes(UTF_8));

        assertSame(List.of(directory.toString()), OPTIONS, reading(100_000));
    }

    @Test
    void stackTraceWhoseHeadIsInThePartBeforeHasItsTime() throws Exception {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            log.append("2025-10-24 15:00:").append(10 + i).append(" ERROR failed\n");
            log.append("\tat com.example.Frame(Frame.java:1)\n".repeat(60));
            log.append("Caused by: ServiceException(errorCode=125")
                    .append(2000 + i % 3)
                    .append(")\n");
        }
        write("trace.log", log.toString().getBytes(UTF_8));

        assertSame(List.of(directory.toString()), OPTIONS, reading(1_500));
    }

    @Test
    void charsetTimesPlatformsAndConfidenceAreChosenAsOnTheCommandLine() throws Exception {
        Charset gbk = Charset.forName("GBK");
        write("gbk.log", new String(randomLog(1, 200_000), UTF_8).getBytes(gbk));
        write("malformed.log", "2025-10-24 12:00:00 错误码：1306401 坏".repeat(500).getBytes(UTF_8));
        SummaryJob.Reading reading = new SummaryJob.Reading(
                "GBK", Instant.parse("2025-10-24T02:10:00Z"), Instant.parse("2025-10-24T04:30:00Z"), 10_000);

        assertSame(
                List.of(directory.toString()),
                OPTIONS.withPlatforms(List.of("job", "paas")).withMinConfidence(Confidence.HIGH),
                reading);
    }

    @Test
    void malformedLinesOfAFileInPartsAreSaidOnce() throws Exception {
        byte[] malformed = "errorCode=1301002 \u0001\n".getBytes(UTF_8);
        malformed[18] = (byte) 0xff;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        for (int i = 0; i < 500; i++) {
            log.write("nothing here\n".getBytes(UTF_8));
            log.write(malformed);
        }
        write("malformed.log", log.toByteArray());

        Summary summary = assertSame(List.of(directory.toString()), OPTIONS, reading(2_000));

        assertThat(summary.problems()).hasSize(1);
        assertThat(summary.problems().get(0).message()).startsWith("500 lines have bytes");
        assertThat(summary.problems().get(0).line()).isEqualTo(2);
    }

    @Test
    void moreUnlistedCodesAndProblemsThanAreKeptAreCountedAsOnTheCommandLine() throws Exception {
        StringBuilder log = new StringBuilder();
        for (int code = 0; code < 12_000; code++) {
            log.append("errorCode=").append(1_400_000 + (code * 7) % 12_000).append('\n');
        }
        write("a.log", log.toString().getBytes(UTF_8));
        write("b.log", log.reverse().reverse().toString().replace("=14", "=15").getBytes(UTF_8));

        assertSame(List.of(directory.toString()), OPTIONS, reading(20_000));
    }

    @Test
    void whatCannotBeReadIsSaidAndTheRestIsCounted() throws Exception {
        byte[] packed = gzip(randomLog(1, 100_000));
        write("cut.log.gz", Arrays.copyOf(packed, packed.length / 2));
        byte[] damaged = packed.clone();
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 50, (byte) 0);
        write("damaged.log.gz", damaged);
        write("trailing.log.gz", concat(packed, "rest".getBytes(UTF_8)));
        write("other.gz", new byte[] {'B', 'Z', 'h', '9', 1, 2, 3});
        write("binary.log", new byte[5_000]);
        write("good.log", "errorCode=1301002\n".getBytes(UTF_8));
        Files.createDirectory(directory.resolve("nothing"));

        Summary summary = assertSame(
                List.of(
                        directory.toString(),
                        directory.resolve("missing.log").toString(),
                        directory.resolve("nothing").toString(),
                        ""),
                OPTIONS,
                reading(10_000));

        assertThat(summary.problems()).extracting(Problem::incomplete).contains(true, false);
    }

    @Test
    void nothingToReadIsAnEmptySummary() throws Exception {
        Summary summary = assertSame(List.of(directory.resolve("missing").toString()), OPTIONS, reading(1_000));

        assertThat(summary.files()).isZero();
    }

    @Test
    void standardInputIsRefused() {
        assertThat(job(OPTIONS, reading(1_000)).run(List.of("-")).problems())
                .containsExactly(new Problem("-", 0, "standard input cannot be read by a cluster; give files", true));
    }

    @Test
    void uriOfALocalFileIsReportedByItsPath() throws IOException {
        Path file = write("a b:c.log", "errorCode=1301002\n".getBytes(UTF_8));

        assertThat(job(OPTIONS, reading(1_000))
                        .run(List.of(file.toUri().toString(), file.toString()))
                        .inputs())
                .containsExactly(new InputSummary(file.toString(), 18, 1, 1, 1));
    }

    @Test
    void catalogsAndRulesTravelWithTheJob() throws IOException {
        write(
                "a.log",
                "errorCode=1301777\nmy-code 1301002 here\nerrorCode=1301002\n"
                        .repeat(300)
                        .getBytes(UTF_8));
        ErrorCodeOptions options = OPTIONS.withCatalog(
                        "mine.json",
                        "{\"schema\":\"bk-errcode/catalog/1\",\"document\":\"mine\",\"title\":\"mine\",\"entries\":"
                                + "[{\"code\":\"1301777\",\"meaning\":\"我的\"}]}")
                .withRules("mine.rules", MY_RULES);

        Summary summary = job(options, reading(1_000)).run(List.of(directory.toString()));

        assertThat(summary.platforms())
                .flatExtracting(PlatformSummary::codes)
                .extracting(code -> code.code().token() + " " + code.listed() + " " + code.detections())
                .containsExactlyInAnyOrder("1301002 true 600", "1301777 true 300");
    }

    private static final String MY_RULES = "high mine listed my-code <code>\n";

    @Test
    void wrongCatalogIsSaidBeforeAnythingIsRead() {
        assertThatThrownBy(() -> job(OPTIONS.withCatalog("bad.json", "{}"), reading(1_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--catalog: ")
                .hasMessageContaining("bad.json");
        assertThatThrownBy(() -> job(OPTIONS.withRules("bad.rules", "nonsense"), reading(1_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--rules: ")
                .hasMessageContaining("bad.rules");
        assertThatThrownBy(() -> job(OPTIONS.withPlatforms(List.of("nobody")), reading(1_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[nobody]");
    }

    @Test
    void otherFileSystemIsWalkedByTheSameRule() throws Exception {
        write("logs/b.log", randomLog(1, 50_000));
        write("logs/a/deep/c.log.gz", gzip(randomLog(2, 5_000)));
        write("logs/a/readme.md", randomLog(3, 500));
        write("logs/rotated.log.3", randomLog(4, 5_000));
        String uri = FaultyFileSystem.uri(directory.resolve("logs"));

        Summary remote = job(OPTIONS, reading(1_000)).run(List.of(uri + "/"));

        List<String> local = Reference.summary(List.of(directory.resolve("logs").toString()), OPTIONS, reading(1_000));
        assertThat(Reference.json(remote))
                .containsExactlyElementsOf(local.stream()
                        .map(line -> line.replace(directory.resolve("logs").toString(), uri))
                        .toList());
    }

    @Test
    void wildcardsStandForFilesWhereNoShellExpandsThem() throws IOException {
        write("logs/a.log", "errorCode=1301002\n".getBytes(UTF_8));
        write("logs/b.txt", "errorCode=1301002\n".getBytes(UTF_8));
        write("logs/c.log", "errorCode=1301002\n".getBytes(UTF_8));
        write("logs/nowhere", "errorCode=1301002\n".getBytes(UTF_8));
        String uri = FaultyFileSystem.uri(directory.resolve("logs"));

        Summary summary = job(OPTIONS, reading(1_000))
                .run(List.of(uri + "/*.log", uri + "/a.log", uri + "/*.none", uri + "/nowhere"));

        assertThat(summary.inputs())
                .extracting(InputSummary::file)
                .containsExactly(uri + "/a.log", uri + "/c.log", uri + "/nowhere");
        assertThat(summary.problems())
                .containsExactly(new Problem(uri + "/*.none", 0, "no such file or directory", true));
    }

    @Test
    void troubleOfOtherFileSystemsIsSaidInTheSameWords() throws IOException {
        byte[] log = "errorCode=1301002 and some more here\n".repeat(100).getBytes(UTF_8);
        for (String name :
                List.of("denied.log", "vanished.log", "shrinks.log", "grows.log", "locked/x.log", "ok.log")) {
            write("logs/" + name, log);
        }
        Files.createDirectory(directory.resolve("empty"));
        String uri = FaultyFileSystem.uri(directory.resolve("logs"));
        String empty = FaultyFileSystem.uri(directory.resolve("empty"));

        for (long splitSize : new long[] {1_000, 1_000_000}) {
            Summary summary = job(OPTIONS, reading(splitSize)).run(List.of(uri, empty, "unknown-scheme://x/y"));

            assertThat(summary.problems())
                    .contains(
                            new Problem(uri + "/denied.log", 0, "permission denied", true),
                            new Problem(uri + "/vanished.log", 0, "no such file or directory", true),
                            new Problem(
                                    uri + "/shrinks.log",
                                    0,
                                    "became shorter while it was read: 3700 of 3740 bytes are left; what could be read is"
                                            + " counted",
                                    true),
                            new Problem(
                                    uri + "/grows.log",
                                    0,
                                    "grew while it was read; 40 bytes that came later are not counted",
                                    false),
                            new Problem(uri + "/locked", 0, "permission denied", true))
                    .hasSize(7);
            assertThat(summary.problems()).extracting(Problem::file).contains(empty, "unknown-scheme://x/y");
            assertThat(summary.platforms())
                    .flatExtracting(PlatformSummary::codes)
                    .extracting(CodeSummary::detections)
                    .containsExactly(100L + 100 + 98 + 1);
        }
    }

    private Summary assertSame(List<String> paths, ErrorCodeOptions options, SummaryJob.Reading reading)
            throws IOException, InterruptedException {
        Summary summary = job(options, reading).run(paths);
        assertThat(Reference.json(summary)).containsExactlyElementsOf(Reference.summary(paths, options, reading));
        return summary;
    }

    private static SummaryJob job(ErrorCodeOptions options, SummaryJob.Reading reading) {
        return new SummaryJob(LocalSpark.context(), options, reading);
    }

    private static SummaryJob.Reading reading(long splitSize) {
        return new SummaryJob.Reading("UTF-8", null, null, splitSize);
    }

    private Path write(String name, byte[] content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-05T00:00:00Z")));
    }

    private static byte[] klog() {
        StringBuilder log = new StringBuilder("Log file created at: 2024/12/31 23:50:00\n");
        for (int i = 0; i < 2_000; i++) {
            log.append(i < 1_000 ? "E1231 23:5" : "E0101 00:0")
                    .append(i / 100 % 10)
                    .append(":11.000001 1 f.go:1] code=1199014\n");
        }
        return log.toString().getBytes(UTF_8);
    }

    private static byte[] randomLog(int seed, int size) {
        Random random = new Random(seed);
        StringBuilder log = new StringBuilder();
        int time = 0;
        while (log.length() < size) {
            switch (random.nextInt(12)) {
                case 0 -> log.append("\tat com.example.Frame(Frame.java:1306201)\n".repeat(random.nextInt(40)));
                case 1 ->
                    log.append("Caused by: ServiceException(errorCode=125")
                            .append(2000 + random.nextInt(3))
                            .append(")\n");
                case 2 ->
                    log.append("E1024 15:00:")
                            .append(10 + random.nextInt(50))
                            .append(".000001 1 f.go:1] code=1199014\r\n");
                case 3 -> log.append("x".repeat(random.nextInt(3_000))).append(" code=1306401\n");
                case 4 -> log.append("错误码：130").append(6400 + random.nextInt(8)).append("，请检查\n");
                case 5 -> log.append('\n');
                default ->
                    log.append("2025-10-24 ")
                            .append(String.format("%02d:%02d:%02d", 10 + time / 3600 % 10, time / 60 % 60, time++ % 60))
                            .append(" INFO copied 1301002 bytes, job_id=1207101\n");
            }
        }
        return log.toString().getBytes(UTF_8);
    }

    private interface Compression {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        return compressed(content, GZIPOutputStream::new);
    }

    private static byte[] zstd(byte[] content) throws IOException {
        return compressed(content, ZstdOutputStream::new);
    }

    private static byte[] compressed(byte[] content, Compression compression) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compression.over(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
