package io.github.bkerrcode.logback;

import ch.qos.logback.core.Context;
import ch.qos.logback.core.spi.ContextAware;
import io.github.bkerrcode.enrich.EnricherSettings;
import io.github.bkerrcode.enrich.LiveEnricher;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The enrichers of one context: components with equal settings share one, and so its catalog and its remembered texts. */
final class SharedEnrichers {

    private static final String KEY = SharedEnrichers.class.getName();
    private static final String INTERVAL_PROPERTY = "errcode.reloadSeconds";
    private static final long DEFAULT_INTERVAL_SECONDS = 10;

    private final @Nullable Context context;
    private final ContextAware reporter;
    private final Map<EnricherSettings, LiveEnricher> enrichers = new ConcurrentHashMap<>();

    private SharedEnrichers(@Nullable Context context, ContextAware reporter) {
        this.context = context;
        this.reporter = reporter;
    }

    /**
     * Returns those of a context.
     *
     * @param reporter whose statuses tell of catalogs that cannot be used
     */
    static SharedEnrichers of(@Nullable Context context, ContextAware reporter) {
        if (context == null) {
            return new SharedEnrichers(null, reporter);
        }
        synchronized (context) {
            if (context.getObject(KEY) instanceof SharedEnrichers known) {
                return known;
            }
            SharedEnrichers created = new SharedEnrichers(context, reporter);
            context.putObject(KEY, created);
            return created;
        }
    }

    LiveEnricher get(EnricherSettings settings) {
        return enrichers.computeIfAbsent(settings, this::create);
    }

    private LiveEnricher create(EnricherSettings settings) {
        LiveEnricher enricher = new LiveEnricher(settings, reporter::addWarn);
        if (context != null && !settings.catalogs().isEmpty()) {
            watch(context, enricher);
        }
        return enricher;
    }

    private void watch(Context owner, LiveEnricher enricher) {
        long seconds = intervalSeconds(owner);
        Guard guard = new Guard(reporter, "Reading the catalog of error codes anew failed; it stays as it is");
        Runnable refresh = () -> {
            try {
                if (enricher.refresh()) {
                    reporter.addInfo("The catalog of error codes has changed and was read anew");
                }
            } catch (Throwable failure) {
                guard.caught(failure);
            }
        };
        try {
            owner.addScheduledFuture(owner.getScheduledExecutorService()
                    .scheduleWithFixedDelay(refresh, seconds, seconds, TimeUnit.SECONDS));
        } catch (RejectedExecutionException e) {
            reporter.addWarn("The context is being stopped; changes of the catalog will not be seen");
        }
    }

    private long intervalSeconds(Context owner) {
        String value = owner.getProperty(INTERVAL_PROPERTY);
        if (value == null) {
            return DEFAULT_INTERVAL_SECONDS;
        }
        try {
            return Math.max(1, Long.parseLong(value.strip()));
        } catch (NumberFormatException e) {
            reporter.addError(
                    INTERVAL_PROPERTY + ": [" + value + "] is no number of seconds; using " + DEFAULT_INTERVAL_SECONDS);
            return DEFAULT_INTERVAL_SECONDS;
        }
    }
}
