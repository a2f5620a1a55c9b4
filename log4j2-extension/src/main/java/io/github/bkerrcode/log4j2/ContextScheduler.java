package io.github.bkerrcode.log4j2;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.logging.log4j.core.LifeCycle;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.util.Log4jThreadFactory;
import org.apache.logging.log4j.spi.LoggerContextShutdownAware;
import org.jspecify.annotations.Nullable;

/**
 * Repeats what must not be done by a thread that logs, on one daemon thread per logger context that ends with it. Safe for use by several
 * threads.
 *
 * <p>Is not the configuration's own scheduler, since that one complains of every component that comes after the first task.
 */
final class ContextScheduler implements LoggerContextShutdownAware {

    private static final String KEY = ContextScheduler.class.getName();

    private @Nullable ScheduledExecutorService executor;

    private ContextScheduler() {}

    static ContextScheduler of(LoggerContext context) {
        if (context.getObject(KEY) instanceof ContextScheduler known) {
            return known;
        }
        ContextScheduler created = new ContextScheduler();
        if (context.putObjectIfAbsent(KEY, created) instanceof ContextScheduler other) {
            return other;
        }
        context.addShutdownListener(created);
        return created;
    }

    /**
     * Repeats a task that never throws, until the owner is stopped.
     *
     * @throws RejectedExecutionException if the context is being stopped
     */
    void every(Duration interval, LifeCycle owner, Runnable task) {
        AtomicReference<ScheduledFuture<?>> self = new AtomicReference<>();
        self.set(every(interval, () -> {
            ScheduledFuture<?> future = self.get();
            if (owner.isStopped() && future != null) {
                future.cancel(false);
            } else {
                task.run();
            }
        }));
    }

    /**
     * Repeats a task that never throws, until it is cancelled.
     *
     * @throws RejectedExecutionException if the context is being stopped
     */
    ScheduledFuture<?> every(Duration interval, Runnable task) {
        long millis = interval.toMillis();
        return running().scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** A context that was stopped can be started again. */
    private synchronized ScheduledExecutorService running() {
        ScheduledExecutorService current = executor;
        if (current == null || current.isShutdown()) {
            current = Executors.newSingleThreadScheduledExecutor(
                    Log4jThreadFactory.createDaemonThreadFactory("ErrorCodes"));
            executor = current;
        }
        return current;
    }

    @Override
    public synchronized void contextShutdown(org.apache.logging.log4j.spi.LoggerContext context) {
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
