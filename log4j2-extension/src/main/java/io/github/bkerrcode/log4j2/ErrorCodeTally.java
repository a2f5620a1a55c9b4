package io.github.bkerrcode.log4j2;

import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.event.CodeTallyMXBean;
import io.github.bkerrcode.event.Guard;
import io.github.bkerrcode.event.Interval;
import io.github.bkerrcode.event.RunningTally;
import io.github.bkerrcode.summary.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderFactory;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.jspecify.annotations.Nullable;

/**
 * Counts the codes of the running application per platform and code.
 *
 * <pre>{@code
 * <ErrorCodeTally name="TALLY" interval="5 minutes"/>
 * ...
 * <Root level="info"><AppenderRef ref="TALLY"/></Root>
 * }</pre>
 *
 * <p>Every {@code interval}, if something was counted, one line goes to the logger {@value #REPORT_LOGGER}; codes in it are never counted or
 * explained. The whole summary is to be had by JMX, {@code io.github.bkerrcode:type=ErrorCodeTally,context=…,name=…}, and {@link
 * ErrorCodeMetrics} hands the counts to Micrometer. At most {@value #MAX_UNLISTED} different codes that the catalog does not have are counted
 * each on its own. When the configuration is read anew, an appender of the same name counts on.
 */
@Plugin(name = "ErrorCodeTally", category = Core.CATEGORY_NAME, elementType = Appender.ELEMENT_TYPE, printObject = true)
public final class ErrorCodeTally extends AbstractAppender implements CodeTallyMXBean {

    /** Name of the logger that reports go to. */
    public static final String REPORT_LOGGER = RunningTally.REPORT_LOGGER;

    /** Different unlisted codes that are told apart; what comes beyond is not counted. */
    public static final int MAX_UNLISTED = RunningTally.MAX_UNLISTED;

    private final Log4jComponent component;
    private final Guard guard;
    private final @Nullable EventEnricher enricher;
    private final Duration interval;
    private final ContextTallies tallies;
    private volatile RunningTally tally = new RunningTally();
    private @Nullable ScheduledFuture<?> reporting;

    private ErrorCodeTally(
            String name,
            @Nullable Filter filter,
            Log4jComponent component,
            Guard guard,
            @Nullable EventEnricher enricher,
            Duration interval) {
        super(name, filter, null, true, Property.EMPTY_ARRAY);
        this.component = component;
        this.guard = guard;
        this.enricher = enricher;
        this.interval = interval;
        this.tallies = ContextTallies.of(component.context());
    }

    /** Returns a builder; Log4j fills it from the configuration. */
    @PluginBuilderFactory
    public static Builder newBuilder() {
        return new Builder();
    }

    /** Starts to count. Never throws. */
    @Override
    public void start() {
        if (isStarted()) {
            return;
        }
        try {
            tally = tallies.acquire(getName(), component);
            if (enricher != null) {
                tally.explainBy(enricher.codes());
            }
            LoggerContext context = component.context();
            if (context != null && !interval.isZero()) {
                reporting = ContextScheduler.of(context).every(interval, () -> report(context));
            }
        } catch (Throwable failure) {
            guard.caught(failure);
        }
        super.start();
    }

    /** Stops counting; what was counted stays to be asked for. */
    @Override
    public boolean stop(long timeout, TimeUnit timeUnit) {
        boolean wasRunning = isStarted();
        boolean stopped = super.stop(timeout, timeUnit);
        try {
            if (wasRunning) {
                tallies.release(getName(), component);
            }
            ScheduledFuture<?> running = reporting;
            if (running != null) {
                running.cancel(false);
                reporting = null;
            }
        } catch (Throwable failure) {
            guard.caught(failure);
        }
        return stopped;
    }

    /** Counts an event. Never throws. */
    @Override
    public void append(LogEvent event) {
        try {
            tally.seen();
            List<Enrichment> found = enricher == null ? List.of() : enricher.enrich(event);
            if (!found.isEmpty()) {
                tally.count(
                        event.getLoggerName(),
                        Instant.ofEpochMilli(event.getTimeMillis()),
                        String.valueOf(event.getMessage().getFormattedMessage()),
                        found);
            }
        } catch (Throwable failure) {
            guard.caught(failure);
        }
    }

    private void report(LoggerContext context) {
        try {
            String line = tally.reportLine();
            if (line != null) {
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

    /** Makes a tally. For one thread at a time. */
    public static final class Builder extends CodeSettingsBuilder<Builder>
            implements org.apache.logging.log4j.core.util.Builder<ErrorCodeTally> {

        private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(5);

        @PluginBuilderAttribute
        private String name = "ErrorCodeTally";

        @PluginBuilderAttribute
        private String interval = "5 minutes";

        @PluginElement("Filter")
        private @Nullable Filter filter;

        private Builder() {}

        /** The name that appender references use. */
        public Builder setName(String name) {
            this.name = name;
            return this;
        }

        /**
         * How often a line is logged about what was counted since: {@code 5 minutes} unless set, {@code 30 seconds}, {@code PT1H}; never if
         * {@code 0}.
         */
        public Builder setInterval(String interval) {
            this.interval = interval;
            return this;
        }

        /** Which events are counted; all unless set. */
        public Builder setFilter(Filter filter) {
            this.filter = filter;
            return this;
        }

        /** Makes the tally; mistakes are said by the status logger, and defaults used. */
        @Override
        public ErrorCodeTally build() {
            Log4jComponent component = component("ErrorCodeTally " + name);
            Guard guard = Guard.ofExplaining(component, "the event is not counted");
            EventEnricher enricher = null;
            try {
                enricher = EventEnricher.ofAllCodes(settings(), component);
            } catch (Throwable failure) {
                guard.caught(failure);
            }
            return new ErrorCodeTally(name, filter, component, guard, enricher, interval(component));
        }

        private Duration interval(Log4jComponent component) {
            return Interval.parse(interval).orElseGet(() -> {
                component.error("interval: [" + interval
                        + "] is no time, expected such as 5 minutes, 30 seconds or 0; using 5 minutes");
                return DEFAULT_INTERVAL;
            });
        }
    }
}
