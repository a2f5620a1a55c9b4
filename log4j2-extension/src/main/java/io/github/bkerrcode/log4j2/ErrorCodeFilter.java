package io.github.bkerrcode.log4j2;

import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.event.CodeCriteria;
import io.github.bkerrcode.event.Guard;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderFactory;
import org.apache.logging.log4j.core.filter.AbstractFilter;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.apache.logging.log4j.message.ReusableMessageFactory;
import org.apache.logging.log4j.util.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets events pass by the codes they have.
 *
 * <pre>{@code
 * <ErrorCodeFilter platforms="job" onMatch="ACCEPT" onMismatch="DENY"/>
 * }</pre>
 *
 * <p>An event matches if one of its codes meets all of {@code platforms}, {@code codes} and {@code listed} that are set; with none set, if it has
 * a code at all. {@code onMatch} and {@code onMismatch} are as for Log4j's own filters: {@code NEUTRAL} and {@code DENY} unless set. Further
 * attributes are those of {@link CodeSettingsBuilder}.
 *
 * <p>Best at an appender or an appender reference. As the filter of a whole configuration it is asked before there is an event, and formats
 * messages for itself; of levels that the logger has switched off it then has no opinion, so it never switches them on, and none
 * of messages that are suppliers, since these belong to the application and would be asked twice.
 */
@Plugin(name = "ErrorCodeFilter", category = Node.CATEGORY, elementType = Filter.ELEMENT_TYPE, printObject = true)
public final class ErrorCodeFilter extends AbstractFilter {

    private static final String NAME = "ErrorCodeFilter";

    private final Guard guard;
    private final CodeCriteria criteria;
    private final @Nullable EventEnricher enricher;

    private ErrorCodeFilter(
            Result onMatch, Result onMismatch, Guard guard, CodeCriteria criteria, @Nullable EventEnricher enricher) {
        super(onMatch, onMismatch);
        this.guard = guard;
        this.criteria = criteria;
        this.enricher = enricher;
    }

    /** Returns a builder; Log4j fills it from the configuration. */
    @PluginBuilderFactory
    public static Builder newBuilder() {
        return new Builder();
    }

    /** Decides; neutral if something goes wrong. Never throws. */
    @Override
    public Result filter(LogEvent event) {
        if (enricher == null) {
            return Result.NEUTRAL;
        }
        try {
            return result(enricher.enrich(event));
        } catch (Throwable failure) {
            guard.caught(failure);
            return Result.NEUTRAL;
        }
    }

    /** Decides before there is an event; neutral if the logger's level is off, or something goes wrong. Never throws. */
    @Override
    public Result filter(
            @Nullable Logger logger,
            @Nullable Level level,
            @Nullable Marker marker,
            @Nullable Message message,
            @Nullable Throwable thrown) {
        if (enricher == null || isOff(logger, level)) {
            return Result.NEUTRAL;
        }
        try {
            return isWanted(enricher, logger, level) ? result(enricher.find(message, thrown)) : onMismatch;
        } catch (Throwable failure) {
            guard.caught(failure);
            return Result.NEUTRAL;
        }
    }

    /** Decides before there is an event; neutral if the logger's level is off, or something goes wrong. Never throws. */
    @Override
    public Result filter(
            @Nullable Logger logger,
            @Nullable Level level,
            @Nullable Marker marker,
            @Nullable Object message,
            @Nullable Throwable thrown) {
        if (enricher == null || isOff(logger, level) || message instanceof Supplier) {
            return Result.NEUTRAL;
        }
        try {
            return isWanted(enricher, logger, level)
                    ? result(enricher.find(message == null ? null : message.toString(), thrown))
                    : onMismatch;
        } catch (Throwable failure) {
            guard.caught(failure);
            return Result.NEUTRAL;
        }
    }

    /**
     * Decides before there is an event, of a message with parameters; neutral if the logger's level is off, or something goes wrong. Never
     * throws.
     */
    @Override
    public Result filter(
            @Nullable Logger logger,
            @Nullable Level level,
            @Nullable Marker marker,
            @Nullable String message,
            @Nullable Object @Nullable ... parameters) {
        if (enricher == null || isOff(logger, level)) {
            return Result.NEUTRAL;
        }
        try {
            return isWanted(enricher, logger, level)
                    ? result(found(enricher, logger, message, parameters))
                    : onMismatch;
        } catch (Throwable failure) {
            guard.caught(failure);
            return Result.NEUTRAL;
        }
    }

    private static List<Enrichment> found(
            EventEnricher enricher,
            @Nullable Logger logger,
            @Nullable String message,
            @Nullable Object @Nullable [] parameters) {
        if (message == null || parameters == null || parameters.length == 0) {
            return enricher.find(message, null);
        }
        Message formatted = logger == null
                ? new ParameterizedMessage(message, parameters)
                : logger.getMessageFactory().newMessage(message, parameters);
        try {
            return enricher.find(formatted, formatted.getThrowable());
        } finally {
            // It may be one that the logger uses again, for this very event.
            ReusableMessageFactory.release(formatted);
        }
    }

    private static boolean isOff(@Nullable Logger logger, @Nullable Level level) {
        return logger != null && level != null && !level.isMoreSpecificThan(logger.getLevel());
    }

    private static boolean isWanted(EventEnricher enricher, @Nullable Logger logger, @Nullable Level level) {
        return enricher.isWanted(logger == null ? null : logger.getName(), level);
    }

    private Result result(List<Enrichment> found) {
        return criteria.matchAny(found) ? onMatch : onMismatch;
    }

    /** Makes a filter. For one thread at a time. */
    public static final class Builder extends CodeSettingsBuilder<Builder>
            implements org.apache.logging.log4j.core.util.Builder<ErrorCodeFilter> {

        @PluginBuilderAttribute
        private Result onMatch = Result.NEUTRAL;

        @PluginBuilderAttribute
        private Result onMismatch = Result.DENY;

        @PluginBuilderAttribute
        private String platforms = "";

        @PluginBuilderAttribute
        private String codes = "";

        @PluginBuilderAttribute
        private String listed = "";

        private Builder() {}

        /** What is said of events that match. */
        public Builder setOnMatch(Result onMatch) {
            this.onMatch = onMatch;
            return this;
        }

        /** What is said of all others. */
        public Builder setOnMismatch(Result onMismatch) {
            this.onMismatch = onMismatch;
            return this;
        }

        /** Identifiers of platforms such as {@code job}, separated by commas; any unless set. */
        public Builder setPlatforms(String platforms) {
            this.platforms = platforms;
            return this;
        }

        /** Codes, separated by commas; any unless set. */
        public Builder setCodes(String codes) {
            this.codes = codes;
            return this;
        }

        /** {@code true} for codes the catalog has, {@code false} for others; both unless set. */
        public Builder setListed(String listed) {
            this.listed = listed;
            return this;
        }

        /** Makes the filter; mistakes are said by the status logger, and defaults used. */
        @Override
        public ErrorCodeFilter build() {
            Log4jComponent component = component(NAME);
            Guard guard = Guard.ofExplaining(component, "the filter has no opinion on events");
            try {
                EventEnricher enricher = EventEnricher.ofAllCodes(settings(), component);
                CodeCriteria criteria = CodeCriteria.read(
                        platforms, codes, listed.strip(), enricher.codes().catalog(), component);
                return new ErrorCodeFilter(onMatch, onMismatch, guard, criteria, enricher);
            } catch (Throwable failure) {
                guard.caught(failure);
                return new ErrorCodeFilter(onMatch, onMismatch, guard, CodeCriteria.anyCode(), null);
            }
        }
    }
}
