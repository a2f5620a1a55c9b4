package io.github.bkerrcode.event;

import io.github.bkerrcode.enrich.Enricher;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.enrich.LiveEnricher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the codes of events: in the message, and in the messages of the throwable, its causes and what they suppressed. Safe for use by
 * several threads.
 */
public final class CodeFinder {

    /** Throwables that are looked at in one event. */
    public static final int MAX_THROWABLES = 32;

    private final LiveEnricher codes;
    private final List<String> loggers;
    private final int max;

    /**
     * Creates a finder.
     *
     * @param codes finds and explains
     * @param loggers names of loggers whose events are looked at, with those below them; all if empty
     * @param max at most so many different codes per event
     */
    public CodeFinder(LiveEnricher codes, List<String> loggers, int max) {
        this.codes = codes;
        this.loggers = List.copyOf(loggers);
        this.max = max;
    }

    /** Returns true if the other one finds the same codes in the same events. */
    public boolean isLike(CodeFinder other) {
        return codes == other.codes && loggers.equals(other.loggers) && max == other.max;
    }

    /** Returns how many different codes of an event are found at most. */
    public int max() {
        return max;
    }

    /** Returns who finds and explains. */
    public LiveEnricher codes() {
        return codes;
    }

    /**
     * Returns true if events of this logger are looked at; those of a tally's own reports never are.
     *
     * @param logger null for an event without one
     */
    public boolean isWanted(@Nullable String logger) {
        return !RunningTally.REPORT_LOGGER.equals(logger) && (loggers.isEmpty() || isBelowOne(logger));
    }

    private boolean isBelowOne(@Nullable String logger) {
        if (logger == null) {
            return false;
        }
        for (int i = 0; i < loggers.size(); i++) {
            String name = loggers.get(i);
            if (logger.startsWith(name) && (logger.length() == name.length() || logger.charAt(name.length()) == '.')) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns what the codes of an event mean by one and the same catalog, each once, in the order of their appearance; empty, without allocating, if it has neither
     * a code nor a throwable.
     *
     * @param message null for an event without one
     * @param throwable null for an event without one
     * @param view how the throwable is asked
     */
    public <T> List<Enrichment> find(@Nullable CharSequence message, @Nullable T throwable, ThrowableView<T> view) {
        Enricher current = codes.current();
        List<Enrichment> found = message == null ? List.of() : current.enrich(message);
        if (throwable != null) {
            found = new ArrayList<>(found);
            addAll(throwable, view, current, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
        return found.size() < 2 ? found : distinct(found);
    }

    private static <T> void addAll(
            @Nullable T throwable, ThrowableView<T> view, Enricher current, List<Enrichment> found, Set<T> seen) {
        if (throwable == null || seen.size() >= MAX_THROWABLES || !seen.add(throwable)) {
            return;
        }
        String message = view.message(throwable);
        if (message != null) {
            found.addAll(current.enrich(message));
        }
        addAll(view.cause(throwable), view, current, found, seen);
        T[] suppressed = view.suppressed(throwable);
        if (suppressed != null) {
            for (T one : suppressed) {
                addAll(one, view, current, found, seen);
            }
        }
    }

    private List<Enrichment> distinct(List<Enrichment> found) {
        List<Enrichment> distinct = new ArrayList<>();
        for (Enrichment one : found) {
            if (distinct.size() < max && !hasCodeOf(one, distinct)) {
                distinct.add(one);
            }
        }
        return distinct;
    }

    private static boolean hasCodeOf(Enrichment one, List<Enrichment> others) {
        for (Enrichment other : others) {
            if (other.detection().code().equals(one.detection().code())) {
                return true;
            }
        }
        return false;
    }
}
