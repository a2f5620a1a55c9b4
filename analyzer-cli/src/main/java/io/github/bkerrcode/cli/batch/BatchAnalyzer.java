package io.github.bkerrcode.cli.batch;

import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.cli.input.LogSource;
import io.github.bkerrcode.summary.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Counts the codes of many sources, several at a time; the result does not depend on how many. */
public final class BatchAnalyzer {

    private final ScanSettings settings;
    private final CodeLookup lookup;
    private final int workers;

    /**
     * Creates an analyzer.
     *
     * @param settings how sources are read
     * @param lookup resolves the codes that are counted
     * @param workers how many sources are read at a time, at least 1
     */
    public BatchAnalyzer(ScanSettings settings, CodeLookup lookup, int workers) {
        this.settings = settings;
        this.lookup = lookup;
        this.workers = workers;
    }

    /**
     * Reads all sources and returns the counts.
     *
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public Tally analyze(List<LogSource> sources) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(workers, sources.size())));
        try {
            List<Future<Tally>> running = new ArrayList<>();
            for (LogSource source : sources) {
                running.add(pool.submit(() -> analyze(source)));
            }
            Tally total = new Tally(lookup);
            for (Future<Tally> tally : running) {
                total.merge(result(tally));
            }
            return total;
        } finally {
            pool.shutdownNow();
        }
    }

    private Tally analyze(LogSource source) {
        Tally tally = new Tally(lookup);
        new LogScan(source, settings, tally)
                .run((origin, text, detections, offset) -> tally.record(origin, text, detections));
        return tally;
    }

    private static Tally result(Future<Tally> tally) throws InterruptedException {
        try {
            return tally.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        }
    }
}
