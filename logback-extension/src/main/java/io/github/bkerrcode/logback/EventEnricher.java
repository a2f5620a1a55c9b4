package io.github.bkerrcode.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.enrich.LiveEnricher;
import io.github.bkerrcode.event.CodeFinder;
import io.github.bkerrcode.event.CodeSettings;
import io.github.bkerrcode.event.ThrowableView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the codes of Logback's events. Safe for use by several threads. */
final class EventEnricher {

    private static final ThrowableView<IThrowableProxy> PROXIES = new ThrowableView<>() {
        @Override
        public @Nullable String message(IThrowableProxy throwable) {
            return throwable.getMessage();
        }

        @Override
        public @Nullable IThrowableProxy cause(IThrowableProxy throwable) {
            return throwable.getCause();
        }

        @Override
        public IThrowableProxy @Nullable [] suppressed(IThrowableProxy throwable) {
            return throwable.getSuppressed();
        }
    };

    private final CodeFinder finder;
    private final Level minLevel;

    /**
     * Creates an enricher.
     *
     * @param finder finds codes in texts, and knows which loggers count
     * @param minLevel events below it are not looked at
     */
    EventEnricher(CodeFinder finder, Level minLevel) {
        this.finder = finder;
        this.minLevel = minLevel;
    }

    /** Makes an enricher that finds all codes of an event. Never fails. */
    static EventEnricher ofAllCodes(CodeSettings settings, LogbackComponent component) {
        return of(settings, component, Integer.MAX_VALUE);
    }

    /** Makes an enricher that finds as many codes of an event as are to be shown. Never fails. */
    static EventEnricher of(CodeSettings settings, LogbackComponent component) {
        return of(settings, component, settings.max(component));
    }

    private static EventEnricher of(CodeSettings settings, LogbackComponent component, int max) {
        CodeFinder finder = settings.finder(component, ContextObjects.enrichers(component), max);
        return new EventEnricher(finder, settings.minLevel(component, name -> Level.toLevel(name, null), Level.TRACE));
    }

    /** Whether the other one finds the same codes in the same events. */
    boolean isLike(EventEnricher other) {
        return finder.isLike(other.finder) && minLevel.equals(other.minLevel);
    }

    CodeFinder finder() {
        return finder;
    }

    LiveEnricher codes() {
        return finder.codes();
    }

    /** Returns what the codes of the event mean, each once, in the order of their appearance; empty if it has none. */
    List<Enrichment> enrich(ILoggingEvent event) {
        if (event instanceof EnrichedLoggingEvent known && known.isMadeBy(this)) {
            return known.enrichments();
        }
        return isWanted(event)
                ? finder.find(event.getFormattedMessage(), event.getThrowableProxy(), PROXIES)
                : List.of();
    }

    /** Whether events of this logger and level are looked at; those of the tally's own reports never are. */
    boolean isWanted(ILoggingEvent event) {
        Level level = event.getLevel();
        return (level == null || level.isGreaterOrEqual(minLevel)) && finder.isWanted(event.getLoggerName());
    }
}
