package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.input.FileAtStart;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.input.Reading;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Shows on a terminal how far reading is, on one line and on a thread of its own. Nothing is shown of work that takes less than a second,
 * and nothing is left when it is erased.
 *
 * <p>No library: {@code me.tongfei:progressbar} tells the rate from whole seconds and the time left from whole nanoseconds per unit, so
 * both are far off in the first seconds and at a GB per second, and its console output brings jline's terminal along.
 */
final class ProgressDisplay {

    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final String ERASE_REST = "\u001b[K";

    private final List<LogSource> sources;
    private final Reading reading;
    private final Language language;
    private final PrintWriter terminal;
    private final Duration delay;
    private final long started = System.nanoTime();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "progress");

    private ProgressDisplay(
            List<LogSource> sources, Reading reading, Language language, PrintWriter terminal, Duration delay) {
        this.sources = sources;
        this.reading = reading;
        this.language = language;
        this.terminal = terminal;
        this.delay = delay;
    }

    /**
     * Starts a display.
     *
     * @param sources what is read in all
     * @param reading how far it is
     * @param language of the words
     * @param terminal where to show it; nobody else writes there until the display is erased
     */
    static ProgressDisplay start(List<LogSource> sources, Reading reading, Language language, PrintWriter terminal) {
        return start(sources, reading, language, terminal, DELAY);
    }

    static ProgressDisplay start(
            List<LogSource> sources, Reading reading, Language language, PrintWriter terminal, Duration delay) {
        ProgressDisplay display = new ProgressDisplay(sources, reading, language, terminal, delay);
        display.thread.setDaemon(true);
        display.thread.start();
        return display;
    }

    private void run() {
        try {
            if (isOverWithin(delay)) {
                return;
            }
            long total = total();
            do {
                Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
                show("analyzer: " + new Progress(reading.bytes(), total, elapsed).text(language));
            } while (!isOverWithin(INTERVAL));
            show("");
        } catch (InterruptedException e) {
            // Nobody does that; the line stays as it is.
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOverWithin(Duration time) throws InterruptedException {
        return over.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void show(String line) {
        terminal.print("\r" + line + ERASE_REST);
        terminal.flush();
    }

    /** The bytes of all sources, or {@link Progress#UNKNOWN} if one of them has no size. */
    private long total() {
        long total = 0;
        for (LogSource source : sources) {
            try (FileAtStart file = source.atStart()) {
                if (file == null) {
                    return Progress.UNKNOWN;
                }
                total += file.size();
            } catch (IOException e) {
                // It has gone meanwhile, which is said where it is read; there is nothing of it to wait for.
            }
        }
        return total;
    }

    /** Ends the display; when this returns, nothing of it is left. */
    void erase() {
        over.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
