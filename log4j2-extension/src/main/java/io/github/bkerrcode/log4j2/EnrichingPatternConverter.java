package io.github.bkerrcode.log4j2;

import io.github.bkerrcode.event.FormatOptions;
import io.github.bkerrcode.event.Guard;
import io.github.bkerrcode.event.LineExplainer;
import io.github.bkerrcode.scan.CodeScanner;
import java.util.List;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.impl.LocationAware;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.core.pattern.ConverterKeys;
import org.apache.logging.log4j.core.pattern.LogEventPatternConverter;
import org.apache.logging.log4j.core.pattern.PatternConverter;
import org.apache.logging.log4j.core.pattern.PatternFormatter;
import org.jspecify.annotations.Nullable;

/**
 * {@code %enrich{pattern}}: the text of a pattern, in the way of {@code %highlight{pattern}}; what the codes of each line mean is appended to
 * that line.
 *
 * <pre>{@code
 * <PatternLayout pattern="%d %-5level %logger - %enrich{%msg%n%ex}"/>
 * }</pre>
 *
 * <p>The options are those of {@link ErrorCodePatternConverter}; they stand behind the pattern, {@code %enrich{%msg%n}{lang=en}}.
 */
@Plugin(name = "enrich", category = PatternConverter.CATEGORY)
@ConverterKeys("enrich")
public final class EnrichingPatternConverter extends LogEventPatternConverter implements LocationAware {

    private static final String NAME = "%enrich";

    private final List<PatternFormatter> inner;
    private final Guard guard;
    private final @Nullable EventEnricher enricher;
    private final @Nullable LineExplainer explainer;

    private EnrichingPatternConverter(
            List<PatternFormatter> inner,
            Guard guard,
            @Nullable EventEnricher enricher,
            @Nullable LineExplainer explainer) {
        super("Enrich", "enrich");
        this.inner = inner;
        this.guard = guard;
        this.enricher = enricher;
        this.explainer = explainer;
    }

    /**
     * Called by Log4j. Mistakes are said by the status logger, and defaults used.
     *
     * @param configuration null outside of a configuration
     * @param options the pattern, and what stands in further braces
     * @return null if there is no pattern
     */
    public static @Nullable EnrichingPatternConverter newInstance(
            @Nullable Configuration configuration, String @Nullable [] options) {
        Log4jComponent component = new Log4jComponent(NAME, configuration);
        if (options == null || options.length == 0) {
            component.error("there is no pattern; expected one in braces, such as %enrich{%msg%n%ex}");
            return null;
        }
        List<PatternFormatter> inner =
                PatternLayout.createPatternParser(configuration).parse(options[0]);
        Guard guard = Guard.ofExplaining(component, "the line stays as it is");
        try {
            FormatOptions read = FormatOptions.read(PatternOptions.of(options, 1), component);
            EventEnricher enricher = EventEnricher.of(read.settings(), component);
            LineExplainer explainer =
                    new LineExplainer(enricher.finder(), read.text().format());
            return new EnrichingPatternConverter(inner, guard, enricher, explainer);
        } catch (Throwable failure) {
            guard.caught(failure);
            return new EnrichingPatternConverter(inner, guard, null, null);
        }
    }

    /** Appends the text of the pattern, with meanings unless something goes wrong. Throws only what the pattern throws. */
    @Override
    public void format(LogEvent event, StringBuilder toAppendTo) {
        int start = toAppendTo.length();
        for (int i = 0; i < inner.size(); i++) {
            inner.get(i).format(event, toAppendTo);
        }
        if (enricher == null || explainer == null) {
            return;
        }
        try {
            if (CodeScanner.mayHoldCode(toAppendTo, start, toAppendTo.length())
                    && enricher.isWanted(event.getLoggerName(), event.getLevel())) {
                explain(explainer, toAppendTo, start);
            }
        } catch (Throwable failure) {
            guard.caught(failure);
        }
    }

    private static void explain(LineExplainer explainer, StringBuilder text, int start) {
        String explained = explainer.explain(text.substring(start));
        text.replace(start, text.length(), explained);
    }

    /** Returns true if the pattern writes throwables, so that Log4j does not append them. */
    @Override
    public boolean handlesThrowable() {
        return inner.stream().anyMatch(PatternFormatter::handlesThrowable);
    }

    /** Returns true if the pattern writes locations. */
    @Override
    public boolean requiresLocation() {
        return inner.stream()
                .map(PatternFormatter::getConverter)
                .anyMatch(one -> one instanceof LocationAware aware && aware.requiresLocation());
    }
}
