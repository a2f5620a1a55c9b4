package io.github.bkerrcode.event;

import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.enrich.LiveEnricher;
import io.github.bkerrcode.summary.LineOrigin;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.SummaryJson;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The codes of a running application, counted per platform and code. Safe for use by several threads.
 *
 * <p>At most {@value #MAX_UNLISTED} different codes that the catalog does not have are counted each on its own.
 */
public final class RunningTally implements CodeTallyMXBean {

    /** Name of the logger that reports go to; its events are never looked at. */
    public static final String REPORT_LOGGER = "io.github.bkerrcode.tally";

    /** Different unlisted codes that are told apart; what comes beyond is not counted. */
    public static final int MAX_UNLISTED = 1_000;

    private static final int MAX_REPORTED = 10;

    private final LongAdder events = new LongAdder();
    private final Object lock = new Object();
    private final Set<String> unlisted = new HashSet<>();
    private final List<CodeListener> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable LiveEnricher codes;
    private Tally tally = newTally();
    private long eventsWithCodes;
    private long detections;
    private long reported;

    /** Creates a tally that has seen nothing. */
    public RunningTally() {}

    private Tally newTally() {
        return new Tally(this::resolve);
    }

    /** By the catalog of the moment, since codes come with changes of it. */
    private Resolution resolve(String token) {
        LiveEnricher current = codes;
        return current == null
                ? new Resolution.Unknown(token)
                : current.lookup().resolve(token);
    }

    /** From now on texts are those of this one. */
    public void explainBy(LiveEnricher enricher) {
        codes = enricher;
    }

    /** Counts an event, whether it has codes or not. */
    public void seen() {
        events.increment();
    }

    /**
     * Counts the codes of an event.
     *
     * @param logger its logger's name
     * @param time when it was logged
     * @param message as logged, for a sample
     * @param found its codes, each once
     */
    public void count(String logger, Instant time, String message, List<Enrichment> found) {
        List<Enrichment> counted = new ArrayList<>(found);
        synchronized (lock) {
            counted.removeIf(one -> one.resolution() instanceof Resolution.Unlisted unknown
                    && !isRemembered(unknown.code().token()));
            if (counted.isEmpty()) {
                return;
            }
            tally.record(
                    new LineOrigin(logger, eventsWithCodes + 1, time),
                    message,
                    counted.stream().map(Enrichment::detection).toList());
            eventsWithCodes++;
            detections += counted.size();
        }
        for (CodeListener listener : listeners) {
            counted.forEach(one -> listener.counted(one.resolution()));
        }
    }

    private boolean isRemembered(String token) {
        return unlisted.contains(token) || unlisted.size() < MAX_UNLISTED && unlisted.add(token);
    }

    /** Returns what was counted, in one line; null if nothing was counted since the last one. */
    public @Nullable String reportLine() {
        Summary summary;
        long since;
        synchronized (lock) {
            since = detections - reported;
            if (since == 0) {
                return null;
            }
            reported = detections;
            summary = tally.snapshot();
        }
        String platforms = summary.platforms().stream()
                .map(platform -> platform.platform().id() + " "
                        + platform.codes().stream()
                                .limit(MAX_REPORTED)
                                .map(code -> code.code().token() + "x" + code.detections())
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
        return "error codes: " + since + " new, " + summary.detections() + " in all: " + platforms;
    }

    /** Tells someone of every code that is counted from now on. */
    public void addListener(CodeListener listener) {
        listeners.add(listener);
    }

    @Override
    public long getEvents() {
        return events.sum();
    }

    @Override
    public long getEventsWithCodes() {
        synchronized (lock) {
            return eventsWithCodes;
        }
    }

    @Override
    public long getDetections() {
        synchronized (lock) {
            return detections;
        }
    }

    /** Returns the counts up to now. */
    public Summary summary() {
        synchronized (lock) {
            return tally.snapshot();
        }
    }

    @Override
    public String getSummaryJson() {
        LiveEnricher current = codes;
        Language language = current == null ? Language.ZH : current.settings().language();
        StringWriter json = new StringWriter();
        try {
            SummaryJson.write(summary(), language, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    @Override
    public void reset() {
        synchronized (lock) {
            tally = newTally();
            unlisted.clear();
            eventsWithCodes = 0;
            detections = 0;
            reported = 0;
        }
        events.reset();
    }
}
