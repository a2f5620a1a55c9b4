package io.github.bkerrcode.log4j2;

import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.event.CodeSettings;
import io.github.bkerrcode.event.FieldNames;
import io.github.bkerrcode.event.Guard;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.rewrite.RewritePolicy;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderFactory;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.util.ReadOnlyStringMap;
import org.apache.logging.log4j.util.StringMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds fields to the context data of events, which say what their codes mean: {@code errcode.code}, {@code errcode.platform}, {@code
 * errcode.meaning}, {@code errcode.remediation}. Events without a code are handed on as they came.
 *
 * <pre>{@code
 * <Rewrite name="CODES">
 *   <ErrorCodeRewritePolicy lang="en"/>
 *   <AppenderRef ref="JSON"/>
 * </Rewrite>
 * }</pre>
 *
 * <p>Attributes: {@code fieldPrefix}, and those of {@link CodeSettingsBuilder}. The event that others see is never changed, and its location
 * never worked out; what is handed on is a view of it. A field that the event has already stays as it is. May stand before or behind an
 * {@code AsyncAppender}, and behind asynchronous loggers of any kind.
 */
@Plugin(
        name = "ErrorCodeRewritePolicy",
        category = Core.CATEGORY_NAME,
        elementType = "rewritePolicy",
        printObject = true)
public final class ErrorCodeRewritePolicy implements RewritePolicy {

    private static final String NAME = "ErrorCodeRewritePolicy";

    private final Guard guard;
    private final @Nullable EventEnricher enricher;
    private final @Nullable FieldNames fields;

    private ErrorCodeRewritePolicy(Guard guard, @Nullable EventEnricher enricher, @Nullable FieldNames fields) {
        this.guard = guard;
        this.enricher = enricher;
        this.fields = fields;
    }

    /** Returns a builder; Log4j fills it from the configuration. */
    @PluginBuilderFactory
    public static Builder newBuilder() {
        return new Builder();
    }

    /** Returns a view with fields, or the event itself if it has no code or something goes wrong. Never throws. */
    @Override
    public LogEvent rewrite(LogEvent source) {
        if (enricher == null || fields == null) {
            return source;
        }
        try {
            List<Enrichment> found = enricher.enrich(source);
            return found.isEmpty()
                    ? source
                    : new EnrichedLogEvent(
                            source, enricher, found, with(fields.fields(found), source.getContextData()));
        } catch (Throwable failure) {
            guard.caught(failure);
            return source;
        }
    }

    /** The event's own data may be read-only or be used again for the next event, so these are new ones. */
    private static ReadOnlyStringMap with(Map<String, String> fields, @Nullable ReadOnlyStringMap data) {
        StringMap all = data == null || data.isEmpty()
                ? ContextDataFactory.createContextData()
                : ContextDataFactory.createContextData(data);
        fields.forEach((name, value) -> {
            if (!all.containsKey(name)) {
                all.putValue(name, value);
            }
        });
        all.freeze();
        return all;
    }

    @Override
    public String toString() {
        return NAME;
    }

    /** Makes a policy. For one thread at a time. */
    public static final class Builder extends CodeSettingsBuilder<Builder>
            implements org.apache.logging.log4j.core.util.Builder<ErrorCodeRewritePolicy> {

        @PluginBuilderAttribute
        private String fieldPrefix = FieldNames.DEFAULT_PREFIX;

        private Builder() {}

        /** What the names of the fields begin with, {@code errcode.} unless set. */
        public Builder setFieldPrefix(String fieldPrefix) {
            this.fieldPrefix = fieldPrefix;
            return this;
        }

        /** Makes the policy; mistakes are said by the status logger, and defaults used. */
        @Override
        public ErrorCodeRewritePolicy build() {
            Log4jComponent component = component(NAME);
            Guard guard = Guard.ofExplaining(component, "events are handed on as they come");
            try {
                CodeSettings settings = settings();
                FieldNames fields = new FieldNames(
                        FieldNames.checkedPrefix(fieldPrefix.strip(), component), settings.language(component));
                return new ErrorCodeRewritePolicy(guard, EventEnricher.of(settings, component), fields);
            } catch (Throwable failure) {
                guard.caught(failure);
                return new ErrorCodeRewritePolicy(guard, null, null);
            }
        }
    }
}
