package io.github.bkerrcode.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
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
final class EventEnricher {

    /** Throwables that are looked at in one event. */
    static final int MAX_THROWABLES = 32;

    private final LiveEnricher codes;
    private final List<String> loggers;
    private final Level minLevel;
    private final int max;

    /**
     * Creates an enricher.
     *
     * @param codes finds and explains
     * @param loggers names of loggers whose events are looked at, with those below them; all if empty
     * @param minLevel events below it are not looked at
     * @param max at most so many different codes per event
     */
    EventEnricher(LiveEnricher codes, List<String> loggers, Level minLevel, int max) {
        this.codes = codes;
        this.loggers = List.copyOf(loggers);
        this.minLevel = minLevel;
        this.max = max;
    }

    /** Whether the other one finds the same codes in the same events. */
    boolean isLike(EventEnricher other) {
        return codes == other.codes
                && loggers.equals(other.loggers)
                && minLevel.equals(other.minLevel)
                && max == other.max;
    }

    int max() {
        return max;
    }

    LiveEnricher codes() {
        return codes;
    }

    /** Returns what the codes of the event mean, each once, in the order of their appearance; empty if it has none. */
    List<Enrichment> enrich(ILoggingEvent event) {
        if (event instanceof EnrichedLoggingEvent known && known.isMadeBy(this)) {
            return known.enrichments();
        }
        if (!isWanted(event)) {
            return List.of();
        }
        String message = event.getFormattedMessage();
        List<Enrichment> found = message == null ? List.of() : codes.enrich(message);
        IThrowableProxy throwable = event.getThrowableProxy();
        if (throwable != null) {
            found = new ArrayList<>(found);
            addAll(throwable, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
        return found.size() < 2 ? found : distinct(found);
    }

    /** Whether events of this logger and level are looked at; those of the tally's own reports never are. */
    boolean isWanted(ILoggingEvent event) {
        Level level = event.getLevel();
        if (level != null && !level.isGreaterOrEqual(minLevel)) {
            return false;
        }
        String logger = event.getLoggerName();
        return !ErrorCodeTally.REPORT_LOGGER.equals(logger) && (loggers.isEmpty() || isBelowOne(logger));
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

    private void addAll(@Nullable IThrowableProxy throwable, List<Enrichment> found, Set<IThrowableProxy> seen) {
        if (throwable == null || seen.size() >= MAX_THROWABLES || !seen.add(throwable)) {
            return;
        }
        String message = throwable.getMessage();
        if (message != null) {
            found.addAll(codes.enrich(message));
        }
        addAll(throwable.getCause(), found, seen);
        IThrowableProxy[] suppressed = throwable.getSuppressed();
        if (suppressed != null) {
            for (IThrowableProxy one : suppressed) {
                addAll(one, found, seen);
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
