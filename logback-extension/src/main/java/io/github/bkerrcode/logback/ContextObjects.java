package io.github.bkerrcode.logback;

import ch.qos.logback.core.Context;
import io.github.bkerrcode.event.RunningTally;
import io.github.bkerrcode.event.SharedEnrichers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the components of one context share. */
final class ContextObjects {

    private static final String ENRICHERS = SharedEnrichers.class.getName();
    private static final String TALLIES = RunningTally.class.getName();

    private ContextObjects() {}

    /**
     * Returns the enrichers of a component's context; without a context, some of its own.
     *
     * @param component whose statuses tell of catalogs that cannot be used, if it is the first one
     */
    static SharedEnrichers enrichers(LogbackComponent component) {
        Context context = component.owner().getContext();
        if (context == null) {
            return new SharedEnrichers(component, null);
        }
        return shared(
                context,
                ENRICHERS,
                SharedEnrichers.class,
                () -> new SharedEnrichers(component, (interval, task) -> repeat(context, interval, task)));
    }

    private static void repeat(Context context, Duration interval, Runnable task) {
        long millis = interval.toMillis();
        context.addScheduledFuture(context.getScheduledExecutorService()
                .scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS));
    }

    /** Returns the tallies that run in a context, so that metrics find them. */
    @SuppressWarnings("unchecked") // nobody else stores anything under this name
    static List<RunningTally> tallies(Context context) {
        return shared(context, TALLIES, CopyOnWriteArrayList.class, CopyOnWriteArrayList::new);
    }

    private static <T> T shared(Context context, String key, Class<T> type, Supplier<T> create) {
        synchronized (context) {
            Object known = context.getObject(key);
            if (type.isInstance(known)) {
                return type.cast(known);
            }
            T created = create.get();
            context.putObject(key, created);
            return created;
        }
    }
}
