package io.github.bkerrcode.logback;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.util.Duration;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.event.CodeSettings;
import io.github.bkerrcode.event.Guard;
import io.github.bkerrcode.event.RunningTally;
import io.github.bkerrcode.event.TallyJmx;
import io.github.bkerrcode.summary.Summary;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
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
    public static final String REPORT_LOGGER = RunningTally.REPORT_LOGGER;

    /** Different unlisted codes that are told apart; what comes beyond is not counted. */
    public static final int MAX_UNLISTED = RunningTally.MAX_UNLISTED;

    private final LogbackComponent component = new LogbackComponent(this);
    private final Guard guard = Guard.ofExplaining(component, "the event is not counted");
    private final CodeSettings settings = new CodeSettings();
    private final RunningTally tally = new RunningTally();
    private final TallyJmx jmx = new TallyJmx(tally);
    private Duration interval = Duration.buildByMinutes(5);
    private @Nullable EventEnricher enricher;
    private @Nullable ScheduledFuture<?> reporting;

    /** Catalog documents on top of the built-in ones: files and directories, separated by commas; watched for changes. */
    public void setCatalog(String paths) {
        settings.set(CodeSettings.CATALOG, paths);
    }

    /** Files of rules that decide before the built-in ones, separated by commas; watched for changes. */
    public void setRules(String paths) {
        settings.set(CodeSettings.RULES, paths);
    }

    /**
     * How long files of {@code catalog} and {@code rules} may have changed unseen: {@code 10 seconds} unless set, {@code 30s}, {@code 5 minutes},
     * {@code PT1H}; {@code off} if they are read only once.
     */
    public void setReload(String interval) {
        settings.set(CodeSettings.RELOAD, interval);
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
            EventEnricher codes = EventEnricher.ofAllCodes(settings, component);
            tally.explainBy(codes.codes());
            enricher = codes;
            Context owner = getContext();
            jmx.register(owner == null ? null : owner.getName(), getName(), component);
            if (owner != null) {
                scheduleReports(owner);
                ContextObjects.tallies(owner).add(tally);
            }
        } catch (Throwable failure) {
            guard.caught(failure);
        }
        super.start();
    }

    private void scheduleReports(Context owner) {
        long millis = interval.getMilliseconds();
        if (millis > 0) {
            reporting = owner.getScheduledExecutorService()
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
            Context owner = getContext();
            if (owner != null) {
                ContextObjects.tallies(owner).remove(tally);
            }
            jmx.unregister(component);
        } catch (Throwable failure) {
            guard.caught(failure);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        try {
            tally.seen();
            EventEnricher codes = enricher;
            List<Enrichment> found = codes == null ? List.of() : codes.enrich(event);
            if (!found.isEmpty()) {
                tally.count(
                        event.getLoggerName(),
                        Instant.ofEpochMilli(event.getTimeStamp()),
                        String.valueOf(event.getFormattedMessage()),
                        found);
            }
        } catch (Throwable failure) {
            guard.caught(failure);
        }
    }

    private void report() {
        try {
            String line = tally.reportLine();
            if (line != null && getContext() instanceof LoggerContext context) {
                context.getLogger(REPORT_LOGGER).info(line);
            }
        } catch (Throwable failure) {
            guard.caught(failure);
        }
    }

    @Override
    public long getEvents() {
        return tally.getEvents();
    }

    @Override
    public long getEventsWithCodes() {
        return tally.getEventsWithCodes();
    }

    @Override
    public long getDetections() {
        return tally.getDetections();
    }

    /** Returns the counts up to now; empty before the start. */
    public Summary summary() {
        return tally.summary();
    }

    @Override
    public String getSummaryJson() {
        return tally.getSummaryJson();
    }

    @Override
    public void reset() {
        tally.reset();
    }
}
