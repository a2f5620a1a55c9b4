package io.github.bkerrcode.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_replace;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Where the lines of a stream come from. A row has a {@code line}, {@code arrived}, the time the source has for it, and columns that
 * tell its place.
 */
sealed interface LineSource {

    /** The column of the line. */
    String LINE = "line";

    /** The column of the time the source has. */
    String ARRIVED = "arrived";

    /** Opens the stream. */
    Dataset<Row> open(SparkSession session);

    /** A carriage return before the line feed belongs to the line break, as everywhere. */
    private static Column withoutReturn(Column line) {
        return regexp_replace(line, "\r$", "");
    }

    /**
     * Files that appear in directories, each read once; the place is {@code file}.
     *
     * @param atATime how many files are read at most before what was found is written
     */
    record Files(List<String> directories, int atATime) implements LineSource {

        /** The names a walk takes, as far as Spark can tell them; it has no zstd of its own. */
        private static final String NAMES = "{*.log,*.log.[0-9]*,*.out,*.txt,*.gz}";

        @Override
        public Dataset<Row> open(SparkSession session) {
            return directories.stream()
                    .map(directory -> session.readStream()
                            .format("text")
                            .option("recursiveFileLookup", true)
                            .option("pathGlobFilter", NAMES)
                            .option("lineSep", "\n")
                            .option("maxFilesPerTrigger", atATime)
                            .load(directory))
                    .map(lines -> lines.select(
                            withoutReturn(col("value")).as(LINE),
                            col("_metadata.file_modification_time").as(ARRIVED),
                            col("_metadata.file_path").as("file")))
                    .reduce(Dataset::union)
                    .orElseThrow();
        }
    }

    /** Values of a topic's messages; the place is {@code topic}, {@code partition} and {@code offset}. */
    record Kafka(Map<String, String> options) implements LineSource {

        @Override
        public Dataset<Row> open(SparkSession session) {
            return lines(session.readStream().format("kafka").options(options).load());
        }

        /** A message is a line, whatever it ends with. */
        static Dataset<Row> lines(Dataset<Row> messages) {
            return messages.select(
                    regexp_replace(col("value").cast("string"), "[\r\n]+$", "").as(LINE),
                    col("timestamp").as(ARRIVED),
                    col("topic"),
                    col("partition"),
                    col("offset"));
        }
    }
}
