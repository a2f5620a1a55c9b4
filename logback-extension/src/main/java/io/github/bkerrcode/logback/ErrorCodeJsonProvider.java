package io.github.bkerrcode.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.event.CodeSettings;
import io.github.bkerrcode.event.FieldNames;
import io.github.bkerrcode.event.Guard;
import java.util.List;
import java.util.Map;
import net.logstash.logback.composite.AbstractJsonProvider;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the fields of {@link ErrorCodeAppender} into the JSON of logstash-logback-encoder 9; nothing for events without a code.
 *
 * <pre>{@code
 * <encoder class="net.logstash.logback.encoder.LogstashEncoder">
 *   <provider class="io.github.bkerrcode.logback.ErrorCodeJsonProvider"/>
 * </encoder>
 * }</pre>
 *
 * <p>Users of version 8 get the same fields by an {@link ErrorCodeAppender} around theirs.
 */
public final class ErrorCodeJsonProvider extends AbstractJsonProvider<ILoggingEvent> {

    private final LogbackComponent component = new LogbackComponent(this);
    private final Guard guard = Guard.ofExplaining(component, "the JSON has no fields of error codes");
    private final CodeSettings settings = new CodeSettings();
    private String prefix = FieldNames.DEFAULT_PREFIX;
    private @Nullable EventEnricher enricher;
    private @Nullable FieldNames fields;

    /** What the names of the fields begin with, {@code errcode.} unless set. */
    public void setFieldPrefix(String prefix) {
        this.prefix = prefix.strip();
    }

    /** {@code zh} (default) or {@code en}. */
    public void setLang(String language) {
        settings.set(CodeSettings.LANG, language);
    }

    /** Catalog documents on top of the built-in ones: files and directories, separated by commas; watched for changes. */
    public void setCatalog(String paths) {
        settings.set(CodeSettings.CATALOG, paths);
    }

    /** Files of rules that decide before the built-in ones, separated by commas; watched for changes. */
    public void setRules(String paths) {
        settings.set(CodeSettings.RULES, paths);
    }

    /**
     * How long files of {@code catalog} and {@code rules} may have changed unseen: {@code 10 seconds} unless set, {@code 30s}, {@code 5 minutes},
     * {@code PT1H}; {@code off} if they are read only once.
     */
    public void setReload(String interval) {
        settings.set(CodeSettings.RELOAD, interval);
    }

    /** {@code low}, {@code medium} (default) or {@code high}. */
    public void setMinConfidence(String confidence) {
        settings.set(CodeSettings.MIN_CONFIDENCE, confidence);
    }

    /** Names of loggers whose events are looked at, with those below them, separated by commas; all unless set. */
    public void setLoggers(String names) {
        settings.set(CodeSettings.LOGGERS, names);
    }

    /** Events below this level are not looked at. */
    public void setMinLevel(String level) {
        settings.set(CodeSettings.MIN_LEVEL, level);
    }

    /** Starts; mistakes in the settings become statuses, and defaults are used. */
    @Override
    public void start() {
        try {
            enricher = EventEnricher.of(settings, component);
            fields = new FieldNames(FieldNames.checkedPrefix(prefix, component), settings.language(component));
        } catch (Throwable failure) {
            guard.caught(failure);
        }
        super.start();
    }

    /** Writes the fields. Never throws for reasons of its own. */
    @Override
    public void writeTo(JsonGenerator generator, ILoggingEvent event) {
        for (Map.Entry<String, String> field : fields(event).entrySet()) {
            generator.writeStringProperty(field.getKey(), field.getValue());
        }
    }

    private Map<String, String> fields(ILoggingEvent event) {
        EventEnricher codes = enricher;
        FieldNames names = fields;
        if (codes == null || names == null) {
            return Map.of();
        }
        try {
            List<Enrichment> found = codes.enrich(event);
            return found.isEmpty() ? Map.of() : names.fields(found);
        } catch (Throwable failure) {
            guard.caught(failure);
            return Map.of();
        }
    }
}
