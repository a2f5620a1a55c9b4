package io.github.bkerrcode.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.StructType;

/**
 * Detections of a stream, and counts of them per window. Two queries: the first reads the lines and writes detections, the second
 * reads these and writes windows. So lines are read once, and both know from their checkpoints and the log of committed files what was
 * done: what a run that was killed left behind unfinished is neither lost nor seen twice.
 */
final class StreamJob {

    private static final String DETECTIONS = "detections";
    private static final String WINDOWS = "windows";

    /** When a line was logged, or else came: what windows are made of. */
    private static final String EVENT_TIME = "eventTime";

    /** Where Spark's file sink lists the files that count. */
    private static final String COMMITTED = "_spark_metadata";

    private final SparkSession session;
    private final ErrorCodeOptions options;
    private final StreamSettings settings;

    StreamJob(SparkSession session, ErrorCodeOptions options, StreamSettings settings) {
        this.session = session;
        this.options = options;
        this.settings = settings;
    }

    /** Runs until the stream ends, which only happens where all that is there is read once, or a query fails. */
    void run(Dataset<Row> lines) throws TimeoutException, StreamingQueryException, InterruptedException {
        StreamingQuery detections = startDetections(lines);
        if (settings.every() == null) {
            detections.awaitTermination();
            startWindows(detections(lines).schema()).awaitTermination();
        } else {
            startWindows(detections(lines).schema());
            session.streams().awaitAnyTermination();
            stopAll();
        }
    }

    private void stopAll() throws TimeoutException {
        for (StreamingQuery query : session.streams().active()) {
            query.stop();
        }
    }

    Dataset<Row> detections(Dataset<Row> lines) {
        return ErrorCodes.detect(lines, LineSource.LINE, options)
                .withColumn(EVENT_TIME, coalesce(col("timestamp"), col(LineSource.ARRIVED)));
    }

    StreamingQuery startDetections(Dataset<Row> lines) throws TimeoutException {
        declareCommitted();
        return start(detections(lines), DETECTIONS);
    }

    StreamingQuery startWindows(StructType detections) throws TimeoutException {
        Dataset<Row> found = session.readStream()
                .format(settings.format().id())
                .schema(detections)
                .load(place(DETECTIONS));
        return start(windows(found), WINDOWS);
    }

    private Dataset<Row> windows(Dataset<Row> detections) {
        return detections
                .withWatermark(EVENT_TIME, settings.watermark())
                .groupBy(window(col(EVENT_TIME), settings.window()), col("platform"), col("code"))
                .agg(
                        max("listed").as("listed"),
                        max("meaning").as("meaning"),
                        max("remediation").as("remediation"),
                        count(lit(1)).as("detections"),
                        min("timestamp").as("firstSeen"),
                        max("timestamp").as("lastSeen"))
                .select(
                        col("window.start").as("windowStart"),
                        col("window.end").as("windowEnd"),
                        col("platform"),
                        col("code"),
                        col("listed"),
                        col("meaning"),
                        col("remediation"),
                        col("detections"),
                        col("firstSeen"),
                        col("lastSeen"));
    }

    private StreamingQuery start(Dataset<Row> rows, String name) throws TimeoutException {
        DataStreamWriter<Row> writer = rows.writeStream()
                .queryName(name)
                .format(settings.format().id())
                .outputMode("append")
                .option("checkpointLocation", settings.checkpoint() + "/" + name)
                .trigger(trigger());
        return writer.start(place(name));
    }

    private Trigger trigger() {
        String every = settings.every();
        return every == null ? Trigger.AvailableNow() : Trigger.ProcessingTime(every);
    }

    private String place(String name) {
        return settings.output() + "/" + name;
    }

    /** Tells the second query from its first look on that only committed files count; it would take any file while there is no list yet. */
    private void declareCommitted() {
        try {
            Path list = new Path(place(DETECTIONS), COMMITTED);
            list.getFileSystem(session.sparkContext().hadoopConfiguration()).mkdirs(list);
        } catch (IOException e) {
            throw new UncheckedIOException("-o " + settings.output() + ": cannot be written", e);
        }
    }
}
