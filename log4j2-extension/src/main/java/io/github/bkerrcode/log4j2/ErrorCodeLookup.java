package io.github.bkerrcode.log4j2;

import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.EnrichmentFormat;
import io.github.bkerrcode.enrich.EnrichmentFormat.Field;
import io.github.bkerrcode.enrich.LiveEnricher;
import io.github.bkerrcode.event.CodeSettings;
import io.github.bkerrcode.event.Guard;
import java.util.EnumMap;
import java.util.Map;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationAware;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.lookup.StrLookup;
import org.jspecify.annotations.Nullable;

/**
 * {@code ${errcode:1301002:meaning}}: what the catalog says of a code, for use in a configuration.
 *
 * <p>The code may also be a flag or a symbolic name. Behind it stands a field: {@code code}, {@code platform}, {@code name}, {@code meaning},
 * {@code remediation}, or {@code summary}, which also counts where none is given. The language and further catalogs are those of the
 * configuration's properties {@code errcode.lang} and {@code errcode.catalog}. What is not known has no value, so a default counts: {@code
 * ${errcode:1301002:remediation:-none}}. Safe for use by several threads.
 */
@Plugin(name = "errcode", category = StrLookup.CATEGORY)
public final class ErrorCodeLookup implements StrLookup, ConfigurationAware {

    /** What belongs to one configuration. */
    private record Texts(LiveEnricher codes, Map<Field, EnrichmentFormat> formats) {}

    private @Nullable Configuration configuration;
    private @Nullable Texts texts;

    /** Called by Log4j. */
    public ErrorCodeLookup() {}

    /** Called by Log4j. */
    @Override
    public synchronized void setConfiguration(@Nullable Configuration configuration) {
        this.configuration = configuration;
        this.texts = null;
    }

    /** Returns the text; null if there is none or something goes wrong. Never throws. */
    @Override
    public @Nullable String lookup(@Nullable String key) {
        return lookup(null, key);
    }

    /** Returns the text; null if there is none or something goes wrong. The event does not matter. Never throws. */
    @Override
    public synchronized @Nullable String lookup(@Nullable LogEvent event, @Nullable String key) {
        Log4jComponent component = new Log4jComponent("${errcode:" + key + "}", configuration);
        try {
            return key == null ? null : text(key, component);
        } catch (IllegalArgumentException e) {
            component.error(e.getMessage() + "; it has no value");
        } catch (Throwable failure) {
            Guard.ofExplaining(component, "it has no value").caught(failure);
        }
        return null;
    }

    private @Nullable String text(String key, Log4jComponent component) {
        int colon = key.indexOf(':');
        String code = colon < 0 ? key : key.substring(0, colon);
        Field field = colon < 0
                ? Field.SUMMARY
                : EnrichmentFormat.field(key.substring(colon + 1).strip());
        ErrorCode parsed = ErrorCode.parse(code.strip())
                .orElseThrow(() -> new IllegalArgumentException(
                        "[" + code + "] is no code, expected seven digits, a flag or a symbolic name"));
        Texts known = texts(component);
        if (!(known.codes().lookup().resolve(parsed.token()) instanceof Resolution.Known found)) {
            return null;
        }
        EnrichmentFormat format = known.formats().get(field);
        String text = format == null ? "" : format.render(found);
        return text.isEmpty() ? null : text;
    }

    private Texts texts(Log4jComponent component) {
        Texts known = texts;
        if (known == null) {
            CodeSettings settings = new CodeSettings();
            Language language = settings.language(component);
            Map<Field, EnrichmentFormat> formats = new EnumMap<>(Field.class);
            for (Field field : Field.values()) {
                formats.put(field, EnrichmentFormat.of(field, language));
            }
            known = new Texts(
                    settings.finder(component, ConfigurationEnrichers.of(component), 1)
                            .codes(),
                    formats);
            texts = known;
        }
        return known;
    }
}
