package io.github.bkerrcode.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.spark.StreamSettings.Format;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamJobTest {

    private static final SparkSession SPARK = LocalSpark.session();

    private static final ErrorCodeOptions OPTIONS =
            ErrorCodeOptions.defaults().withLanguage(Language.EN).withZone(ZoneId.of("UTC"));

    private static final int LINES = 100;

    @TempDir
    private Path directory;

    private int files;

    @Test
    void everythingThatIsThereIsReadOnceAndCountedPerWindow() throws Exception {
        addFiles(3);
        runOnce();
        addFiles(2);
        runOnce();
        // Hours later all earlier windows are over.
        add("2025-10-24 18:00:00 errorCode=1301002\n");
        runOnce();

        Dataset<Row> detections = written(Format.JSON, "detections");
        assertThat(detections.count()).isEqualTo(5 * LINES + 1);
        assertThat(detections.columns())
                .contains("file", "column", "code", "platform", "meaning", "timestamp", "text", "eventTime");
        assertThat(detections.filter("text like '%\\r%'").count()).isZero();
        Dataset<Row> windows = written(Format.JSON, "windows");
        assertThat(countedInWindows()).isEqualTo(5 * LINES);
        assertThat(windows.filter("code = '1250001'")
                        .select("platform", "listed", "meaning")
                        .distinct()
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly("[job,true,Redis service unavailable: wrong IP or configuration error]");
    }

    @Test
    void queriesThatAreKilledAndStartedAgainLoseAndDoubleNothing() throws Exception {
        for (int round = 0; round < 2; round++) {
            addFiles(5);
            StreamJob job = job(Format.JSON, null);
            Dataset<Row> lines = lines(1);
            StreamingQuery detections = job.startDetections(lines);
            StreamingQuery windows = job.startWindows(job.detections(lines).schema());
            waitForBatch(detections, round * 3L + 1);
            // In the middle of whatever they do.
            detections.stop();
            windows.stop();
            assertThat(written(Format.JSON, "detections").count()).isLessThan((long) files * LINES);
        }
        add("2025-10-24 20:00:00 errorCode=1301002\n");
        runOnce();

        assertThat(countsByText(written(Format.JSON, "detections")).values()).containsOnly(1L);
        assertThat(written(Format.JSON, "detections").count()).isEqualTo((long) files * LINES + 1);
        assertThat(countedInWindows()).isEqualTo((long) files * LINES);
    }

    private static void waitForBatch(StreamingQuery query, long batch) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(60);
        while (query.lastProgress() == null || query.lastProgress().batchId() < batch) {
            assertThat(Instant.now()).as("the query makes progress").isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Test
    void whatAnUnfinishedBatchLeftBehindDoesNotCount() throws Exception {
        addFiles(1);
        StreamJob job = job(Format.JSON, null);
        job.startDetections(lines(100)).awaitTermination();
        // A task wrote this, and its batch was never committed.
        Path stray = directory.resolve("out/detections/part-99999-stray.json");
        try (var written = Files.list(directory.resolve("out/detections"))) {
            Path committed = written.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(committed, stray, StandardCopyOption.REPLACE_EXISTING);
        }
        add("2025-10-24 20:00:00 errorCode=1301002\n");
        runOnce();

        assertThat(written(Format.JSON, "detections").count()).isEqualTo(LINES + 1);
        assertThat(countedInWindows()).isEqualTo(LINES);
    }

    @Test
    void commandRunsTheStreamOnce() throws Exception {
        addFiles(1);
        StringWriter err = new StringWriter();

        int exit = SparkAnalyzer.run(
                List.of(
                        "stream",
                        "--source",
                        "file",
                        inbox().toString(),
                        "--checkpoint",
                        directory.resolve("checkpoint").toString(),
                        "-o",
                        directory.resolve("out").toString(),
                        "--format",
                        "parquet",
                        "--once",
                        "--tz",
                        "UTC"),
                LocalSpark::session,
                new Output(new PrintWriter(new StringWriter()), new PrintWriter(err)));

        assertThat(exit).as(err.toString()).isZero();
        assertThat(written(Format.PARQUET, "detections").count()).isEqualTo(LINES);
    }

    @Test
    void messagesOfATopicAreLinesWithTheirPlace() {
        Dataset<Row> messages =
                SPARK.sql("select cast('k' as binary) as key, cast('errorCode=1250001\\r\\n' as binary) as value,"
                        + " 'logs' as topic, 3 as partition, 42L as offset, timestamp '2025-10-24 01:02:03' as timestamp,"
                        + " 0 as timestampType");

        Row found = job(Format.JSON, null)
                .detections(LineSource.Kafka.lines(messages))
                .first();

        assertThat(found.<String>getAs("text")).isEqualTo("errorCode=1250001");
        assertThat(found.<String>getAs("code")).isEqualTo("1250001");
        assertThat(found.<String>getAs("topic")).isEqualTo("logs");
        assertThat(found.<Integer>getAs("partition")).isEqualTo(3);
        assertThat(found.<Long>getAs("offset")).isEqualTo(42L);
        assertThat(found.<Timestamp>getAs("eventTime").toInstant()).isEqualTo(Instant.parse("2025-10-24T01:02:03Z"));
    }

    private void runOnce() throws Exception {
        job(Format.JSON, null).run(lines(100));
    }

    private Dataset<Row> lines(int filesAtATime) throws IOException {
        return new LineSource.Files(List.of(inbox().toString()), filesAtATime).open(SPARK);
    }

    private long countedInWindows() {
        return written(Format.JSON, "windows").select("detections").collectAsList().stream()
                .mapToLong(row -> row.getLong(0))
                .sum();
    }

    private StreamJob job(Format format, @Nullable String every) {
        return new StreamJob(
                SPARK,
                OPTIONS,
                new StreamSettings(
                        directory.resolve("out").toString(),
                        directory.resolve("checkpoint").toString(),
                        format,
                        "5 minutes",
                        "1 hour",
                        every));
    }

    private Dataset<Row> written(Format format, String name) {
        return SPARK.read()
                .format(format.id())
                .load(directory.resolve("out/" + name).toString());
    }

    private static Map<String, Long> countsByText(Dataset<Row> detections) {
        Map<String, Long> counts = new HashMap<>();
        detections.select("text").collectAsList().forEach(row -> counts.merge(row.getString(0), 1L, Long::sum));
        return counts;
    }

    private void addFiles(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            StringBuilder log = new StringBuilder();
            for (int line = 0; line < LINES; line++) {
                log.append("2025-10-24 15:")
                        .append(10 + line / 4)
                        .append(":00 f")
                        .append(files)
                        .append(" l")
                        .append(line)
                        .append(" errorCode=")
                        .append(1_250_001 + line % 2)
                        .append("\r\nnothing\n");
            }
            add(log.toString());
            files++;
        }
    }

    /** Files appear whole. */
    private void add(String content) throws IOException {
        Path draft = Files.writeString(directory.resolve("draft"), content);
        Files.move(draft, inbox().resolve("sub").resolve(System.nanoTime() + ".log"));
    }

    private Path inbox() throws IOException {
        Files.createDirectories(directory.resolve("in/sub"));
        return directory.resolve("in");
    }
}
