package io.github.bkerrcode.log4j2;

import io.github.bkerrcode.enrich.EnrichmentFormat;
import io.github.bkerrcode.event.CodeField;
import io.github.bkerrcode.event.CodeSettings;
import io.github.bkerrcode.event.Guard;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.layout.template.json.resolver.EventResolver;
import org.apache.logging.log4j.layout.template.json.resolver.EventResolverContext;
import org.apache.logging.log4j.layout.template.json.resolver.TemplateResolverConfig;
import org.apache.logging.log4j.layout.template.json.util.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Resolver of {@code JsonTemplateLayout} for one field that tells of an event's codes. Events without a code do not get the field.
 *
 * <pre>
 * config  = field , [ setting ]
 * field   = "field" -&gt; ( "code" | "platform" | "name" | "meaning" | "remediation" | "summary" )
 * setting = "lang" -&gt; ( "zh" | "en" ) | "minConfidence" -&gt; ( "low" | "medium" | "high" ) | "max" -&gt; number
 *         | "catalog" -&gt; string | "rules" -&gt; string | "reload" -&gt; string | "loggers" -&gt; string | "minLevel" -&gt; string
 * </pre>
 *
 * <p>What its codes mean, in English:
 *
 * <pre>{@code
 * {"$resolver": "errcode", "field": "meaning", "lang": "en"}
 * }</pre>
 *
 * <p>Where an event has several codes, the field names all of them. Settings that are not given are taken from the configuration's properties
 * {@code errcode.lang} and so on.
 */
public final class ErrorCodeResolver implements EventResolver {

    static final String NAME = "errcode";

    private final Guard guard;
    private final @Nullable EventEnricher enricher;
    private final @Nullable CodeField field;

    ErrorCodeResolver(EventResolverContext context, TemplateResolverConfig config) {
        Log4jComponent component = new Log4jComponent(NAME + " resolver", context.getConfiguration());
        this.guard = Guard.ofExplaining(component, "the JSON has no fields of error codes");
        CodeField wanted = null;
        EventEnricher finder = null;
        try {
            CodeSettings settings = settings(config);
            wanted = new CodeField(field(config), settings.language(component));
            finder = EventEnricher.of(settings, component);
        } catch (IllegalArgumentException e) {
            component.error("field: " + e.getMessage() + "; it is left out");
        } catch (Throwable failure) {
            guard.caught(failure);
        }
        this.field = wanted;
        this.enricher = finder;
    }

    private static EnrichmentFormat.Field field(TemplateResolverConfig config) {
        return EnrichmentFormat.field(String.valueOf(config.getObject("field")));
    }

    private static CodeSettings settings(TemplateResolverConfig config) {
        CodeSettings settings = new CodeSettings();
        for (String name : CodeSettings.NAMES) {
            Object value = config.getObject(name);
            if (value != null) {
                settings.set(name, value.toString());
            }
        }
        return settings;
    }

    /** Returns false if the configuration was mistaken, so that the field is left out. */
    @Override
    public boolean isResolvable() {
        return enricher != null && field != null;
    }

    /** Returns true if there is something to write. Never throws. */
    @Override
    public boolean isResolvable(LogEvent event) {
        return !value(event).isEmpty();
    }

    /** Writes the value; null if there is none. Throws only what the writer throws. */
    @Override
    public void resolve(LogEvent event, JsonWriter jsonWriter) {
        String value = value(event);
        if (value.isEmpty()) {
            jsonWriter.writeNull();
        } else {
            jsonWriter.writeString(value);
        }
    }

    private String value(LogEvent event) {
        if (enricher == null || field == null) {
            return "";
        }
        try {
            return field.value(enricher.enrich(event));
        } catch (Throwable failure) {
            guard.caught(failure);
            return "";
        }
    }
}
