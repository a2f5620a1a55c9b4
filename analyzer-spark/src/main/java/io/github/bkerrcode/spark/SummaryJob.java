package io.github.bkerrcode.spark;

import io.github.bkerrcode.batch.FileParts;
import io.github.bkerrcode.batch.LogScan;
import io.github.bkerrcode.batch.ScanSettings;
import io.github.bkerrcode.batch.TimeWindow;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Tally;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Counts the codes of many files on a cluster; the summary is that of the command line over the same files.
 *
 * <p>Big plain files are cut into parts, compressed ones cannot be; small files are read several to a task. Tasks return tallies, which
 * are merged in a tree on the workers, and nothing else crosses the network.
 */
public final class SummaryJob {

    /** About as many bytes as a task reads, unless told otherwise: the size of a block of HDFS. */
    public static final long DEFAULT_SPLIT_SIZE = 128L * 1024 * 1024;

    /** Levels of merging on workers before the driver merges the rest. */
    private static final int DEPTH = 2;

    private final JavaSparkContext spark;
    private final Reading reading;
    private final SharedEngine engine;

    /**
     * How files are read.
     *
     * @param charset name of the charset of files without a byte order mark
     * @param since the earliest time whose lines count, or null
     * @param until the first time whose lines do not count any more, or null
     * @param splitSize about how many bytes of files a task reads
     */
    public record Reading(
            String charset,
            @Nullable Instant since,
            @Nullable Instant until,
            long splitSize) implements Serializable {

        private static final long serialVersionUID = 1L;

        /** Reads UTF-8, and lines of every time. */
        public static Reading defaults() {
            return new Reading("UTF-8", null, null, DEFAULT_SPLIT_SIZE);
        }

        ScanSettings settings(Engine engine) {
            return engine.settings(Charset.forName(charset), new TimeWindow(since, until));
        }
    }

    /**
     * Creates a job.
     *
     * @throws IllegalArgumentException if a catalog or a rule is wrong; the message is for the user
     */
    public SummaryJob(JavaSparkContext spark, ErrorCodeOptions options, Reading reading) {
        this.spark = spark;
        this.reading = reading;
        this.engine = SharedEngine.of(options);
    }

    /**
     * Counts. What cannot be read, or not whole, becomes a problem of the summary; the rest is counted.
     *
     * @param paths files, and directories to walk, of any file system that Hadoop knows; wildcards are for those without a shell
     */
    public Summary run(List<String> paths) {
        Tally total = new Tally(engine.engine().lookup());
        LogFiles finder = new LogFiles(
                spark.hadoopConfiguration(), (path, reason) -> total.addProblem(new Problem(path, 0, reason, true)));
        List<LogFile> files = finder.find(paths);
        if (files.isEmpty()) {
            return total.snapshot();
        }
        Workers workers = new Workers(
                spark.broadcast(engine),
                spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration())),
                reading);
        List<Piece> pieces = pieces(files, workers);
        Count counted = count(pieces, finder, workers);
        finish(total, counted, pieces);
        return total.snapshot();
    }

    /** What every task needs. */
    private record Workers(
            Broadcast<SharedEngine> engine, Broadcast<SerializableConfiguration> configuration, Reading reading)
            implements Serializable {

        private static final long serialVersionUID = 1L;

        private Engine here() {
            return engine.value().engine();
        }

        private HadoopSource source(LogFile file) {
            return new HadoopSource(file, configuration.value().value());
        }

        private List<Piece> cut(LogFile file) {
            long size = partSize(file);
            FileParts parts = FileParts.of(source(file), reading.settings(here()), size, size);
            if (parts == null) {
                return List.of(Piece.whole(file));
            }
            List<Piece> pieces = new ArrayList<>();
            for (FileParts.Part part : parts.parts()) {
                pieces.add(new Piece(file, pieces.size(), part.from(), part.to(), parts.firstTime()));
            }
            return pieces;
        }

        private long partSize(LogFile file) {
            return Math.max(reading.splitSize(), file.size() / PartLines.MAX_PARTS);
        }

        private Count read(Count count, List<Piece> pieces) {
            for (Piece piece : pieces) {
                read(piece, count);
            }
            return count;
        }

        private void read(Piece piece, Count count) {
            Tally tally = count.tally(here().lookup());
            if (piece.isWhole()) {
                scan(piece, tally).run((origin, text, found, offset) -> tally.record(origin, text, found));
            } else {
                tally.merge(readPart(piece, count.parts(here().lookup())));
            }
        }

        private Tally readPart(Piece piece, PartLines parts) {
            Tally tally = new Tally(here().lookup());
            LogScan.PartOutcome outcome = scan(piece, tally)
                    .runPart(
                            new FileParts.Part(piece.from(), piece.to()),
                            source(piece.file()),
                            piece.firstTime(),
                            (origin, text, found, offset) -> tally.record(origin, text, found));
            tally.moveDown(PartLines.provisionalOffset(piece.part()));
            parts.add(piece.file().name(), piece.part(), outcome);
            return tally;
        }

        private LogScan scan(Piece piece, Tally tally) {
            return new LogScan(source(piece.file()), reading.settings(here()), tally);
        }

        private Count merge(Count one, Count other) {
            return one.add(other, here().lookup());
        }
    }

    /** The beginnings of big files say whether they can be cut; they are looked at on the workers, since there may be many. */
    private List<Piece> pieces(List<LogFile> files, Workers workers) {
        Map<Boolean, List<LogFile>> byBig =
                files.stream().collect(Collectors.partitioningBy(file -> file.size() >= 2 * reading.splitSize()));
        List<LogFile> big = byBig.getOrDefault(true, List.of());
        List<Piece> pieces = new ArrayList<>();
        byBig.getOrDefault(false, List.of()).forEach(file -> pieces.add(Piece.whole(file)));
        if (!big.isEmpty()) {
            int tasks = Math.min(big.size(), 4 * spark.defaultParallelism());
            pieces.addAll(spark.parallelize(big, tasks)
                    .flatMap(file -> workers.cut(file).iterator())
                    .collect());
        }
        return pieces;
    }

    private Count count(List<Piece> pieces, LogFiles finder, Workers workers) {
        List<List<Piece>> tasks = TaskPlan.pack(pieces, reading.splitSize());
        return spread(
                        tasks,
                        task -> finder.hosts(task.get(0).file(), task.get(0).from()))
                .treeAggregate(new Count(), workers::read, workers::merge, DEPTH);
    }

    /** A partition for each element, preferably on one of its hosts. */
    private <T> JavaRDD<T> spread(List<T> elements, Function<T, List<String>> hosts) {
        List<Tuple2<T, Seq<String>>> placed = elements.stream()
                .map(element -> new Tuple2<>(
                        element,
                        CollectionConverters.asScala(hosts.apply(element)).toSeq()))
                .toList();
        ClassTag<T> tag = ClassTag$.MODULE$.apply(Object.class);
        return spark.sc()
                .makeRDD(CollectionConverters.asScala(placed).toSeq(), tag)
                .toJavaRDD();
    }

    private void finish(Tally total, Count counted, List<Piece> pieces) {
        PartLines parts = counted.parts(engine.engine().lookup());
        Tally tally = counted.tally(engine.engine().lookup());
        tally.renumber(parts.numbering());
        total.merge(tally);
        parts.malformed().forEach((file, lines) -> lines.report(file, Charset.forName(reading.charset()), total));
        pieces.stream().filter(piece -> piece.part() == 0).forEach(piece -> {
            String change = new HadoopSource(piece.file(), spark.hadoopConfiguration()).change();
            if (change != null) {
                total.addProblem(new Problem(piece.file().name(), 0, change, false));
            }
        });
    }
}
