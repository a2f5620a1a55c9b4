package io.github.bkerrcode.log4j2;

import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.enrich.LiveEnricher;
import io.github.bkerrcode.event.CodeFinder;
import io.github.bkerrcode.event.CodeSettings;
import io.github.bkerrcode.event.ThrowableView;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.Constants;
import org.apache.logging.log4j.util.StringBuilderFormattable;
import org.jspecify.annotations.Nullable;

/** Finds the codes of Log4j's events, without garbage if there are none. Safe for use by several threads. */
final class EventEnricher {

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
    static EventEnricher ofAllCodes(CodeSettings settings, Log4jComponent component) {
        return of(settings, component, Integer.MAX_VALUE);
    }

    /** Makes an enricher that finds as many codes of an event as are to be shown. Never fails. */
    static EventEnricher of(CodeSettings settings, Log4jComponent component) {
        return of(settings, component, settings.max(component));
    }

    private static EventEnricher of(CodeSettings settings, Log4jComponent component, int max) {
        CodeFinder finder = settings.finder(component, ConfigurationEnrichers.of(component), max);
        return new EventEnricher(finder, settings.minLevel(component, Level::getLevel, Level.ALL));
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
    List<Enrichment> enrich(LogEvent event) {
        if (event instanceof EnrichedLogEvent known && known.isMadeBy(this)) {
            return known.enrichments();
        }
        return isWanted(event.getLoggerName(), event.getLevel())
                ? find(event.getMessage(), event.getThrown())
                : List.of();
    }

    /** Whether events of this logger and level are looked at; those of the tally's own reports never are. */
    boolean isWanted(@Nullable String logger, @Nullable Level level) {
        return (level == null || level.isMoreSpecificThan(minLevel)) && finder.isWanted(logger);
    }

    /**
     * Returns what the codes of a message and a throwable mean.
     *
     * <p>The scanner only ever sees strings and string builders, although many messages are character sequences themselves: with more than two
     * types its innermost calls would no longer be inlined.
     */
    List<Enrichment> find(@Nullable Message message, @Nullable Throwable thrown) {
        return message instanceof StringBuilderFormattable formattable && isWorthABuffer(message)
                ? findFormatted(formattable, thrown)
                : find(message == null ? null : message.getFormattedMessage(), thrown);
    }

    /** Simple messages have their text at hand; and where threads are not to keep anything, they do not. */
    private static boolean isWorthABuffer(Message message) {
        return Constants.ENABLE_THREADLOCALS && !(message instanceof SimpleMessage);
    }

    private List<Enrichment> findFormatted(StringBuilderFormattable message, @Nullable Throwable thrown) {
        StringBuilder text = MessageBuffer.take();
        try {
            message.formatTo(text);
            return find(text, thrown);
        } finally {
            MessageBuffer.giveBack(text);
        }
    }

    /** Returns what the codes of a text and a throwable mean. */
    List<Enrichment> find(@Nullable CharSequence text, @Nullable Throwable thrown) {
        return finder.find(text, thrown, ThrowableView.OF_JDK);
    }
}
