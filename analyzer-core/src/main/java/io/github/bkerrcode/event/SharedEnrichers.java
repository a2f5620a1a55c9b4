package io.github.bkerrcode.event;

import io.github.bkerrcode.enrich.EnricherSettings;
import io.github.bkerrcode.enrich.LiveEnricher;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The enrichers of one configuration: components with equal settings share one, and so its catalog and its remembered texts. Safe for use by
 * several threads.
 */
public final class SharedEnrichers {

    /** Repeats something on a thread that may wait for files, until the framework is stopped. */
    @FunctionalInterface
    public interface Schedule {

        /**
         * Repeats a task that never throws.
         *
         * @throws RejectedExecutionException if the framework is being stopped
         */
        void every(Duration interval, Runnable task);
    }

    private static final String INTERVAL_PROPERTY = "errcode.reloadSeconds";
    private static final long DEFAULT_INTERVAL_SECONDS = 10;

    private final ComponentContext component;
    private final @Nullable Schedule schedule;
    private final Map<EnricherSettings, LiveEnricher> enrichers = new ConcurrentHashMap<>();

    /**
     * Creates a store without enrichers.
     *
     * @param component tells of catalogs that cannot be used
     * @param schedule looks for changes of catalogs; null if nobody does
     */
    public SharedEnrichers(ComponentContext component, @Nullable Schedule schedule) {
        this.component = component;
        this.schedule = schedule;
    }

    /** Returns the enricher of these settings. Never fails. */
    public LiveEnricher get(EnricherSettings settings) {
        return enrichers.computeIfAbsent(settings, this::create);
    }

    private LiveEnricher create(EnricherSettings settings) {
        LiveEnricher enricher = new LiveEnricher(settings, component::warn);
        if (schedule != null && !settings.catalogs().isEmpty()) {
            watch(schedule, enricher);
        }
        return enricher;
    }

    private void watch(Schedule owner, LiveEnricher enricher) {
        Guard guard = new Guard(component, "Reading the catalog of error codes anew failed; it stays as it is");
        Runnable refresh = () -> {
            try {
                if (enricher.refresh()) {
                    component.info("The catalog of error codes has changed and was read anew");
                }
            } catch (Throwable failure) {
                guard.caught(failure);
            }
        };
        try {
            owner.every(Duration.ofSeconds(intervalSeconds()), refresh);
        } catch (RejectedExecutionException e) {
            component.warn("The context is being stopped; changes of the catalog will not be seen");
        }
    }

    private long intervalSeconds() {
        String value = component.property(INTERVAL_PROPERTY);
        if (value == null || value.isBlank()) {
            return DEFAULT_INTERVAL_SECONDS;
        }
        try {
            return Math.max(1, Long.parseLong(value.strip()));
        } catch (NumberFormatException e) {
            component.error(
                    INTERVAL_PROPERTY + ": [" + value + "] is no number of seconds; using " + DEFAULT_INTERVAL_SECONDS);
            return DEFAULT_INTERVAL_SECONDS;
        }
    }
}
