package io.github.bkerrcode.spark;

import io.github.bkerrcode.spark.StreamSettings.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stream}: detections as they come, and counts per stretch of time. */
@Command(
        name = "stream",
        mixinStandardHelpOptions = true,
        description =
                "Writes the detections of logs that keep coming to OUTPUT/detections, and counts per platform, code and window to"
                        + " OUTPUT/windows. Started again with the same checkpoint it goes on where it was.")
final class StreamCommand implements Callable<Integer> {

    /** Where lines come from. */
    enum Source {
        FILE,
        KAFKA
    }

    private final Supplier<SparkSession> session;
    private final Output report;

    @Option(names = "--source", paramLabel = "file|kafka", required = true, description = "Where lines come from.")
    private Source source = Source.FILE;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description =
                    "With --source file: directories in which log files appear, whole and never to change again; UTF-8, plain or gzip.")
    private List<String> directories = new ArrayList<>();

    @Option(
            names = "--kafka",
            paramLabel = "OPTION=VALUE",
            description =
                    "With --source kafka: options of Spark's Kafka source, such as kafka.bootstrap.servers=HOST:9092 and"
                            + " subscribe=TOPIC. Submit with --packages org.apache.spark:spark-sql-kafka-0-10_2.13:VERSION.")
    private Map<String, String> kafka = new LinkedHashMap<>();

    @Option(
            names = "--checkpoint",
            paramLabel = "DIR",
            required = true,
            description = "Where the job notes how far it is; belongs to this job and output alone.")
    private String checkpoint = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "Where detections and windows are written to.")
    private String output = "";

    @Option(
            names = "--format",
            paramLabel = "json|parquet",
            description = "Format of what is written (default: ${DEFAULT-VALUE}).",
            defaultValue = "json")
    private Format format = Format.JSON;

    @Option(
            names = "--window",
            paramLabel = "LENGTH",
            description = "Length of a window (default: ${DEFAULT-VALUE}).",
            defaultValue = "5 minutes")
    private String window = "5 minutes";

    @Option(
            names = "--watermark",
            paramLabel = "DELAY",
            description =
                    "How late a line may come to count in its window, which is written when that time is over (default: ${DEFAULT-VALUE}).",
            defaultValue = "10 minutes")
    private String watermark = "10 minutes";

    @Option(
            names = "--every",
            paramLabel = "INTERVAL",
            description = "How often to look for new lines (default: ${DEFAULT-VALUE}).",
            defaultValue = "30 seconds")
    private String every = "30 seconds";

    @Option(
            names = "--max-files",
            paramLabel = "N",
            description = "Files read at most before what was found is written (default: ${DEFAULT-VALUE}).",
            defaultValue = "1000")
    private int filesAtATime = 1_000;

    @Option(names = "--once", description = "Read what is there, and end.")
    private boolean once;

    @Mixin
    private DefinitionOptions definition = new DefinitionOptions();

    StreamCommand(Supplier<SparkSession> session, Output report) {
        this.session = session;
        this.report = report;
    }

    @Override
    public Integer call() throws TimeoutException, StreamingQueryException, InterruptedException {
        LineSource lines = lines();
        StreamSettings settings =
                new StreamSettings(output, checkpoint, format, window, watermark, once ? null : every);
        SparkSession spark = session.get();
        ErrorCodeOptions options = definition.options(spark.sparkContext().hadoopConfiguration());
        StreamJob job = new StreamJob(spark, options, settings);
        report.report("reading from " + source.name().toLowerCase(Locale.ROOT) + ", writing to " + output);
        job.run(lines.open(spark));
        return SparkAnalyzer.FINE;
    }

    private LineSource lines() {
        if (source == Source.FILE) {
            if (directories.isEmpty() || !kafka.isEmpty()) {
                throw new UsageException("--source file needs at least one DIR, and no --kafka");
            }
            return new LineSource.Files(directories, filesAtATime);
        }
        if (!directories.isEmpty() || !kafka.containsKey("kafka.bootstrap.servers")) {
            throw new UsageException(
                    "--source kafka needs --kafka kafka.bootstrap.servers=HOST:PORT and --kafka subscribe=TOPIC, and no DIR");
        }
        return new LineSource.Kafka(kafka);
    }
}
