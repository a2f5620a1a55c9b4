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

    private final ComponentContext component;
    private final @Nullable Schedule schedule;
    private final Map<EnricherSettings, LiveEnricher> enrichers = new ConcurrentHashMap<>();

    /**
     * Creates a store without enrichers.
     *
     * @param component tells of catalogs that cannot be used
     * @param schedule looks for changes of catalogs and rules; null if nobody does
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
        if (schedule != null && !settings.reload().isZero()) {
            watch(schedule, enricher);
        }
        return enricher;
    }

    private void watch(Schedule owner, LiveEnricher enricher) {
        Guard guard =
                new Guard(component, "Reading catalog and rules of error codes anew failed; they stay as they are");
        Runnable refresh = () -> {
            try {
                if (enricher.refreshIfDue()) {
                    component.info("The catalog or the rules of error codes have changed and were read anew");
                }
            } catch (Throwable failure) {
                guard.caught(failure);
            }
        };
        try {
            owner.every(enricher.settings().reload(), refresh);
        } catch (RejectedExecutionException e) {
            component.warn("The context is being stopped; changes of catalog and rules will not be seen");
        }
    }
}
