package io.github.bkerrcode.spark;

import io.github.bkerrcode.batch.TimeWindow;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.SummaryJson;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyze}: the summary of the command line, counted by a cluster. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = "Counts the error codes of logs and writes the summary as JSON; analyzer report renders it.")
final class AnalyzeCommand implements Callable<Integer> {

    private static final long MIN_SPLIT_SIZE = 1_000;

    private final Supplier<SparkSession> session;
    private final Output output;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "Log files, or directories to walk (*.log *.log.N *.out *.txt *.gz *.zst), of any file system that Hadoop knows:"
                            + " hdfs:// s3a:// file: and others. Without a scheme, of the cluster's default one.")
    private List<String> paths = new ArrayList<>();

    @Mixin
    private DefinitionOptions definition = new DefinitionOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the summary to a file of any file system (default: to standard output).")
    private @Nullable String file;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description = "Charset of files without a byte order mark (default: ${DEFAULT-VALUE}).",
            defaultValue = "UTF-8")
    private Charset charset = StandardCharsets.UTF_8;

    @Option(
            names = "--since",
            paramLabel = "T",
            description =
                    "Only lines from this time on: 2025-10-24, \"2025-10-24 15:02\", 2025-10-24T15:02:11+08:00, or how long"
                            + " ago: 30m, 2h, 3d. Lines whose time cannot be told are left out then.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "T", description = "Only lines before this time.")
    private @Nullable String until;

    @Option(
            names = "--split-size",
            paramLabel = "BYTES",
            description = "About how many bytes a task reads (default: ${DEFAULT-VALUE}).",
            defaultValue = "" + SummaryJob.DEFAULT_SPLIT_SIZE)
    private long splitSize = SummaryJob.DEFAULT_SPLIT_SIZE;

    AnalyzeCommand(Supplier<SparkSession> session, Output output) {
        this.session = session;
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        SummaryJob.Reading reading = reading();
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.get().sparkContext());
        Configuration configuration = spark.hadoopConfiguration();
        ErrorCodeOptions options = definition.options(configuration);
        SummaryFile target = file == null ? null : SummaryFile.at(file, configuration);
        Summary summary = new SummaryJob(spark, options, reading).run(paths);
        write(summary, options.language(), target);
        return report(summary);
    }

    private SummaryJob.Reading reading() {
        if (splitSize < MIN_SPLIT_SIZE) {
            throw new UsageException("--split-size must be at least " + MIN_SPLIT_SIZE + ", was " + splitSize);
        }
        TimeWindow window = TimeWindow.parse(since, until, definition.zone(), Instant.now());
        return new SummaryJob.Reading(charset.name(), window.since(), window.until(), splitSize);
    }

    private void write(Summary summary, Language language, @Nullable SummaryFile target) throws IOException {
        if (target != null) {
            target.write(summary, language);
        } else {
            SummaryJson.write(summary, language, output.out());
        }
    }

    private int report(Summary summary) {
        boolean incomplete = false;
        for (Problem problem : summary.problems()) {
            String place = problem.line() == 0 ? problem.file() : problem.file() + ":" + problem.line();
            output.report(place + ": " + problem.message());
            incomplete |= problem.incomplete();
        }
        return incomplete ? SparkAnalyzer.INCOMPLETE : SparkAnalyzer.FINE;
    }
}
