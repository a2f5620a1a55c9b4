package io.github.bkerrcode.logback;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.util.Duration;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.Enrichment;
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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts the codes of the running application per platform and code.
 *
 * <pre>{@code
 * <appender name="TALLY" class="io.github.bkerrcode.logback.ErrorCodeTally">
 *   <interval>5 minutes</interval>
 * </appender>
 * <root level="info"><appender-ref ref="TALLY"/></root>
 * }</pre>
 *
 * <p>Every {@code interval}, if something was counted, one line goes to the logger {@value #REPORT_LOGGER}; codes in it are never counted or
 * explained. The whole summary is to be had by JMX, {@code io.github.bkerrcode:type=ErrorCodeTally,context=…,name=…}, and {@link
 * ErrorCodeMetrics} hands the counts to Micrometer. At most {@value #MAX_UNLISTED} different codes that the catalog does not have are counted each on its own.
 */
public final class ErrorCodeTally extends UnsynchronizedAppenderBase<ILoggingEvent> implements ErrorCodeTallyMXBean {

    /** Name of the logger that reports go to. */
    public static final String REPORT_LOGGER = "io.github.bkerrcode.tally";

    /** Different unlisted codes that are told apart; what comes beyond is not counted. */
    public static final int MAX_UNLISTED = 1_000;

    private static final int MAX_REPORTED = 10;

    /** Is told of every code counted. Called by the thread that logs; must be quick and safe for use by several threads. */
    interface Listener {
        void counted(Resolution.Known known);
    }

    private final Guard guard = Guard.ofExplaining(this, "the event is not counted");
    private final CodeSettings settings = new CodeSettings();
    private final LongAdder events = new LongAdder();
    private final Object lock = new Object();
    private final Set<String> unlisted = new HashSet<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final TallyJmx jmx = new TallyJmx(this);
    private Duration interval = Duration.buildByMinutes(5);
    private @Nullable EventEnricher enricher;
    private @Nullable Tally tally;
    private @Nullable ScheduledFuture<?> reporting;
    private long eventsWithCodes;
    private long detections;
    private long reported;

    /** Catalog documents on top of the built-in ones: files and directories, separated by commas; watched for changes. */
    public void setCatalog(String paths) {
        settings.set(CodeSettings.CATALOG, paths);
    }

    /** Files of rules that decide before the built-in ones, separated by commas. */
    public void setRules(String paths) {
        settings.set(CodeSettings.RULES, paths);
    }

    /** {@code low}, {@code medium} (default) or {@code high}. */
    public void setMinConfidence(String confidence) {
        settings.set(CodeSettings.MIN_CONFIDENCE, confidence);
    }

    /** Names of loggers whose events are looked at, with those below them, separated by commas; all unless set. */
    public void setLoggers(String names) {
        settings.set(CodeSettings.LOGGERS, names);
    }

    /** Events below this level are not looked at. */
    public void setMinLevel(String level) {
        settings.set(CodeSettings.MIN_LEVEL, level);
    }

    /** How often a line is logged about what was counted since; {@code 5 minutes} unless set, never if {@code 0 seconds}. */
    public void setInterval(Duration interval) {
        this.interval = interval;
    }

    /** Starts; mistakes in the settings become statuses, and defaults are used. */
    @Override
    public void start() {
        try {
            EventEnricher codes = settings.enricher(this);
            synchronized (lock) {
                enricher = codes;
                tally = tallyOf(codes);
            }
            jmx.register(this);
            scheduleReports();
            Tallies.of(getContext()).add(this);
        } catch (Throwable failure) {
            guard.caught(failure);
        }
        super.start();
    }

    /** A tally that resolves by the catalog of the moment, since codes come with changes of it. */
    private static Tally tallyOf(EventEnricher codes) {
        return new Tally(token -> codes.codes().lookup().resolve(token));
    }

    private void scheduleReports() {
        long millis = interval.getMilliseconds();
        if (millis > 0 && getContext() != null) {
            reporting = getContext()
                    .getScheduledExecutorService()
                    .scheduleWithFixedDelay(this::report, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** Stops counting; what was counted stays to be asked for. */
    @Override
    public void stop() {
        ScheduledFuture<?> running = reporting;
        if (running != null) {
            running.cancel(false);
            reporting = null;
        }
        super.stop();
        try {
            Tallies.of(getContext()).remove(this);
            jmx.unregister(this);
        } catch (Throwable failure) {
            guard.caught(failure);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        try {
            events.increment();
            EventEnricher codes = enricher;
            List<Enrichment> found = codes == null ? List.of() : codes.enrich(event);
            if (!found.isEmpty()) {
                count(event, found);
            }
        } catch (Throwable failure) {
            guard.caught(failure);
        }
    }

    private void count(ILoggingEvent event, List<Enrichment> found) {
        List<Enrichment> counted = new ArrayList<>(found);
        synchronized (lock) {
            counted.removeIf(one -> one.resolution() instanceof Resolution.Unlisted unknown
                    && !isRemembered(unknown.code().token()));
            Tally current = tally;
            if (current == null || counted.isEmpty()) {
                return;
            }
            LineOrigin origin = new LineOrigin(
                    event.getLoggerName(), eventsWithCodes + 1, Instant.ofEpochMilli(event.getTimeStamp()));
            current.record(
                    origin,
                    String.valueOf(event.getFormattedMessage()),
                    counted.stream().map(Enrichment::detection).toList());
            eventsWithCodes++;
            detections += counted.size();
        }
        for (Listener listener : listeners) {
            counted.forEach(one -> listener.counted(one.resolution()));
        }
    }

    private boolean isRemembered(String token) {
        return unlisted.contains(token) || unlisted.size() < MAX_UNLISTED && unlisted.add(token);
    }

    private void report() {
        try {
            String line = reportLine();
            if (line != null && getContext() instanceof LoggerContext context) {
                context.getLogger(REPORT_LOGGER).info(line);
            }
        } catch (Throwable failure) {
            guard.caught(failure);
        }
    }

    /** What was counted, in one line; null if nothing was counted since the last one. */
    private @Nullable String reportLine() {
        Summary summary;
        long since;
        synchronized (lock) {
            since = detections - reported;
            if (since == 0 || tally == null) {
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

    void addListener(Listener listener) {
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

    /** Returns the counts up to now; empty before the start. */
    public Summary summary() {
        synchronized (lock) {
            Tally current = tally;
            return current == null ? new Tally(token -> new Resolution.Unknown(token)).snapshot() : current.snapshot();
        }
    }

    @Override
    public String getSummaryJson() {
        EventEnricher codes = enricher;
        Language language =
                codes == null ? Language.ZH : codes.codes().settings().language();
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
            EventEnricher codes = enricher;
            if (codes != null) {
                tally = tallyOf(codes);
            }
            unlisted.clear();
            eventsWithCodes = 0;
            detections = 0;
            reported = 0;
        }
        events.reset();
    }
}
