package io.github.bkerrcode.log4j2;

import io.github.bkerrcode.event.RunningTally;
import io.github.bkerrcode.event.StatusReporter;
import io.github.bkerrcode.event.TallyJmx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.core.LoggerContext;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one logger context, by the name of the appender that counts. They outlive a configuration: when it is read anew, the next
 * appender of the name counts on, metrics and JMX see no break. Safe for use by several threads.
 */
final class ContextTallies {

    private static final String KEY = ContextTallies.class.getName();

    /** Counts, their MBean, and how many appenders use them: two while a configuration takes over from another. */
    private static final class Shared {

        private final RunningTally tally = new RunningTally();
        private final TallyJmx jmx = new TallyJmx(tally);
        private int users;
    }

    private final @Nullable String contextName;
    private final Map<String, Shared> byName = new HashMap<>();

    private ContextTallies(@Nullable String contextName) {
        this.contextName = contextName;
    }

    static ContextTallies of(@Nullable LoggerContext context) {
        if (context == null) {
            return new ContextTallies(null);
        }
        ContextTallies created = new ContextTallies(context.getName());
        return context.putObjectIfAbsent(KEY, created) instanceof ContextTallies known ? known : created;
    }

    /** Returns the counts of an appender that starts. */
    synchronized RunningTally acquire(String name, StatusReporter reporter) {
        Shared shared = byName.computeIfAbsent(name, first -> new Shared());
        if (shared.users++ == 0) {
            shared.jmx.register(contextName, name, reporter);
        }
        return shared.tally;
    }

    /** Lets go the counts of an appender that stops; the last one takes them away. */
    synchronized void release(String name, StatusReporter reporter) {
        Shared shared = byName.get(name);
        if (shared != null && --shared.users == 0) {
            shared.jmx.unregister(reporter);
            byName.remove(name);
        }
    }

    synchronized List<RunningTally> running() {
        return byName.values().stream().map(shared -> shared.tally).toList();
    }
}
