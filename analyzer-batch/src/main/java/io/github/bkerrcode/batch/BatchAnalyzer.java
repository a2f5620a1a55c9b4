package io.github.bkerrcode.batch;

import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.input.FileAtStart;
import io.github.bkerrcode.input.IoReason;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.input.Reading;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Counts the codes of many sources, several at a time; the result does not depend on how many. */
public final class BatchAnalyzer {

    /** Bytes of a big file that one worker reads at a time: small enough to share out, large enough that opening does not count. */
    private static final long PART_SIZE = 16 * 1024 * 1024;

    private final ScanSettings settings;
    private final CodeLookup lookup;
    private final int workers;
    private final Reading reading;
    private final long partSize;
    private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

    /**
     * Creates an analyzer.
     *
     * @param settings how sources are read
     * @param lookup resolves the codes that are counted
     * @param workers how many threads read at a time, at least 1
     * @param reading opens the sources; when it is ended, {@link #analyze} soon returns what was counted so far
     */
    public BatchAnalyzer(ScanSettings settings, CodeLookup lookup, int workers, Reading reading) {
        this(settings, lookup, workers, reading, PART_SIZE);
    }

    BatchAnalyzer(ScanSettings settings, CodeLookup lookup, int workers, Reading reading, long partSize) {
        this.settings = settings;
        this.lookup = lookup;
        this.workers = workers;
        this.reading = reading;
        this.partSize = partSize;
    }

    /**
     * Reads all sources and returns the counts, which do not depend on the number of workers. If reading is ended early, those of
     * each source are of its beginning, and each that was not read whole has a problem with the reason {@link IoReason#INTERRUPTED}.
     *
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public Tally analyze(List<LogSource> sources) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, workers));
        try {
            // What is merged is forgotten, so that memory does not grow with the number of files.
            Queue<PendingSource> running = new ArrayDeque<>();
            for (LogSource source : sources) {
                running.add(start(source, pool));
            }
            Tally total = new Tally(lookup);
            while (!running.isEmpty()) {
                total.merge(running.remove().result());
            }
            return total;
        } finally {
            pool.shutdownNow();
        }
    }

    private PendingSource start(LogSource source, ExecutorService pool) {
        FileParts file = workers == 1 ? null : FileParts.of(source, settings, partSize);
        if (file == null) {
            Future<Tally> whole = pool.submit(() -> analyze(source));
            return () -> result(whole);
        }
        Queue<Future<PartResult>> parts = new ArrayDeque<>();
        for (FileParts.Part part : file.parts()) {
            parts.add(pool.submit(() -> analyze(source, part, file)));
        }
        return () -> joined(source, file.file(), parts);
    }

    private Tally analyze(LogSource source) {
        Worker worker = worker();
        Tally tally = new Tally(worker.lookup());
        new LogScan(source, settings, tally, reading, worker.bench())
                .run((origin, text, detections, offset) -> tally.record(origin, text, detections));
        idle.add(worker);
        return tally;
    }

    private PartResult analyze(LogSource source, FileParts.Part part, FileParts file) {
        Worker worker = worker();
        Tally tally = new Tally(worker.lookup());
        LogScan.PartOutcome outcome = new LogScan(source, settings, tally, reading, worker.bench())
                .runPart(
                        part,
                        file.file(),
                        file.firstTime(),
                        (origin, text, detections, offset) -> tally.record(origin, text, detections));
        idle.add(worker);
        return new PartResult(tally, outcome);
    }

    private Worker worker() {
        Worker worker = idle.poll();
        return worker != null ? worker : new Worker(new Workbench(settings), new LocalLookup(lookup));
    }

    /** What one thread uses for all sources that it reads. */
    private record Worker(Workbench bench, CodeLookup lookup) {}

    /** A source that is being read. */
    private interface PendingSource {
        Tally result() throws InterruptedException;
    }

    private record PartResult(Tally tally, LogScan.PartOutcome outcome) {}

    private Tally joined(LogSource source, FileAtStart start, Queue<Future<PartResult>> parts)
            throws InterruptedException {
        Tally file = new Tally(lookup);
        MalformedLines malformed = MalformedLines.NONE;
        long lines = 0;
        while (!parts.isEmpty()) {
            PartResult part = result(parts.remove());
            part.tally().moveDown(lines);
            file.merge(part.tally());
            malformed = malformed.and(part.outcome().malformed(), lines);
            lines += part.outcome().lines();
            if (part.outcome().interrupted()) {
                // Lines of later parts cannot be numbered.
                file.addProblem(new Problem(source.name(), 0, IoReason.INTERRUPTED, true));
                break;
            }
        }
        malformed.report(source.name(), settings.charset(), file);
        finish(source, start, file);
        return file;
    }

    private static void finish(LogSource source, FileAtStart start, Tally tally) {
        String change = start.change();
        if (change != null) {
            tally.addProblem(new Problem(source.name(), 0, change, false));
        }
        try {
            start.close();
        } catch (IOException e) {
            tally.addProblem(new Problem(source.name(), 0, IoReason.of(e), false));
        }
    }

    private static <T> T result(Future<T> pending) throws InterruptedException {
        try {
            return pending.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        }
    }
}
