package io.github.bkerrcode.batch;

import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.input.FileAtStart;
import io.github.bkerrcode.input.IoReason;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.input.Reading;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.summary.LineOrigin;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Counts the codes of many sources, several at a time; the result does not depend on how many. Small classes where lambdas would do, since
 * each lambda takes a while to set up when it is first used, and all of these stand between the start and the first byte that is read.
 */
public final class BatchAnalyzer {

    /** Bytes of a big file that one worker reads at a time: not so many that others wait for it, nor so few that merging counts. */
    private static final long LARGEST_PART = 32 * 1024 * 1024;

    /** The largest part is so many times as large as the smallest. */
    private static final int LARGEST_TO_SMALLEST = 4;

    private final ScanSettings settings;
    private final CodeLookup lookup;
    private final int workers;
    private final Reading reading;
    private final long largestPart;
    private final Queue<Workbench> idle = new ConcurrentLinkedQueue<>();

    /**
     * Creates an analyzer.
     *
     * @param settings how sources are read
     * @param lookup resolves the codes that are counted; asked once for most of them, so it need not remember
     * @param workers how many threads read at a time, at least 1
     * @param reading opens the sources; when it is ended, {@link #analyze} soon returns what was counted so far
     */
    public BatchAnalyzer(ScanSettings settings, CodeLookup lookup, int workers, Reading reading) {
        this(settings, lookup, workers, reading, LARGEST_PART);
    }

    BatchAnalyzer(ScanSettings settings, CodeLookup lookup, int workers, Reading reading, long largestPart) {
        this.settings = settings;
        this.lookup = new FirstComeLookup(lookup);
        this.workers = workers;
        this.reading = reading;
        this.largestPart = largestPart;
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
        FileParts file =
                workers == 1 ? null : FileParts.of(source, settings, largestPart / LARGEST_TO_SMALLEST, largestPart);
        if (file == null) {
            return new PendingWhole(pool.submit(new WholeSource(source)));
        }
        Queue<Future<PartResult>> parts = new ArrayDeque<>();
        for (FileParts.Part part : file.parts()) {
            parts.add(pool.submit(new PartOfSource(source, part, file)));
        }
        return new PendingParts(source, file.file(), parts);
    }

    /** A source that a worker reads in one go. */
    private final class WholeSource implements Callable<Tally> {

        private final LogSource source;

        private WholeSource(LogSource source) {
            this.source = source;
        }

        @Override
        public Tally call() {
            Workbench bench = bench();
            Tally tally = new Tally(lookup);
            new LogScan(source, settings, tally, reading, bench).run(new Recording(tally));
            idle.add(bench);
            return tally;
        }
    }

    /** A part of a source that a worker reads. */
    private final class PartOfSource implements Callable<PartResult> {

        private final LogSource source;
        private final FileParts.Part part;
        private final FileParts file;

        private PartOfSource(LogSource source, FileParts.Part part, FileParts file) {
            this.source = source;
            this.part = part;
            this.file = file;
        }

        @Override
        public PartResult call() {
            Workbench bench = bench();
            Tally tally = new Tally(lookup);
            LogScan.PartOutcome outcome = new LogScan(source, settings, tally, reading, bench)
                    .runPart(part, file.file(), file.firstTime(), new Recording(tally));
            idle.add(bench);
            return new PartResult(tally, outcome);
        }
    }

    private static final class Recording implements LineSink {

        private final Tally tally;

        private Recording(Tally tally) {
            this.tally = tally;
        }

        @Override
        public void accept(LineOrigin origin, CharSequence text, List<Detection> detections, long offset) {
            tally.record(origin, text, detections);
        }
    }

    private Workbench bench() {
        Workbench bench = idle.poll();
        return bench != null ? bench : new Workbench(settings);
    }

    /** A source that is being read. */
    private interface PendingSource {
        Tally result() throws InterruptedException;
    }

    private static final class PendingWhole implements PendingSource {

        private final Future<Tally> whole;

        private PendingWhole(Future<Tally> whole) {
            this.whole = whole;
        }

        @Override
        public Tally result() throws InterruptedException {
            return BatchAnalyzer.result(whole);
        }
    }

    private final class PendingParts implements PendingSource {

        private final LogSource source;
        private final FileAtStart file;
        private final Queue<Future<PartResult>> parts;

        private PendingParts(LogSource source, FileAtStart file, Queue<Future<PartResult>> parts) {
            this.source = source;
            this.file = file;
            this.parts = parts;
        }

        @Override
        public Tally result() throws InterruptedException {
            return joined(source, file, parts);
        }
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
