package io.github.bkerrcode.logback;

import ch.qos.logback.core.Context;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The tallies that run in one context, so that metrics find them. */
final class Tallies {

    private static final String KEY = Tallies.class.getName();

    private final List<ErrorCodeTally> running = new CopyOnWriteArrayList<>();

    private Tallies() {}

    static Tallies of(@Nullable Context context) {
        if (context == null) {
            return new Tallies();
        }
        synchronized (context) {
            if (context.getObject(KEY) instanceof Tallies known) {
                return known;
            }
            Tallies created = new Tallies();
            context.putObject(KEY, created);
            return created;
        }
    }

    void add(ErrorCodeTally tally) {
        running.add(tally);
    }

    void remove(ErrorCodeTally tally) {
        running.remove(tally);
    }

    List<ErrorCodeTally> running() {
        return List.copyOf(running);
    }
}
