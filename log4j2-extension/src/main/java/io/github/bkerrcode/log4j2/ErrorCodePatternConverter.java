package io.github.bkerrcode.log4j2;

import io.github.bkerrcode.event.CodeText;
import io.github.bkerrcode.event.FormatOptions;
import io.github.bkerrcode.event.Guard;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.pattern.ConverterKeys;
import org.apache.logging.log4j.core.pattern.LogEventPatternConverter;
import org.apache.logging.log4j.core.pattern.PatternConverter;
import org.jspecify.annotations.Nullable;

/**
 * {@code %errcode}: what the codes of an event mean; nothing if it has none.
 *
 * <pre>{@code
 * <PatternLayout pattern="%d %-5level %logger - %msg%errcode%n"/>
 * }</pre>
 *
 * <p>Options, each in braces of its own or separated by commas:
 *
 * <ul>
 *   <li>a field, {@code %errcode{meaning}}: {@code code}, {@code platform}, {@code name}, {@code meaning}, {@code remediation}, {@code
 *       summary}; of several codes separated by {@code "; "}
 *   <li>a template, <code>%errcode{ &lt;{code}: {meaning}&gt;}</code>, also in quotes; of several codes one after the other
 *   <li>{@code lang=zh|en}, {@code minConfidence=low|medium|high}, {@code max=N} (different codes per event, 3 unless told), {@code
 *       catalog=PATH}, {@code rules=FILE}, {@code reload=INTERVAL}, {@code minLevel=LEVEL}, {@code loggers=NAME}
 * </ul>
 *
 * <p>What is not given here is taken from the configuration's properties {@code errcode.lang} and so on. Allocates nothing for an event
 * without a code.
 */
@Plugin(name = "errcode", category = PatternConverter.CATEGORY)
@ConverterKeys("errcode")
public final class ErrorCodePatternConverter extends LogEventPatternConverter {

    private static final String NAME = "%errcode";

    private final Guard guard;
    private final @Nullable EventEnricher enricher;
    private final @Nullable CodeText text;

    private ErrorCodePatternConverter(Guard guard, @Nullable EventEnricher enricher, @Nullable CodeText text) {
        super("ErrorCode", "errcode");
        this.guard = guard;
        this.enricher = enricher;
        this.text = text;
    }

    /**
     * Called by Log4j. Mistakes are said by the status logger, and defaults used.
     *
     * @param configuration null outside of a configuration
     * @param options what stands in braces
     */
    public static ErrorCodePatternConverter newInstance(
            @Nullable Configuration configuration, String @Nullable [] options) {
        Log4jComponent component = new Log4jComponent(NAME, configuration);
        Guard guard = Guard.ofExplaining(component, "nothing is appended to the line");
        try {
            FormatOptions read =
                    FormatOptions.read(PatternOptions.of(options == null ? new String[0] : options, 0), component);
            return new ErrorCodePatternConverter(guard, EventEnricher.of(read.settings(), component), read.text());
        } catch (Throwable failure) {
            guard.caught(failure);
            return new ErrorCodePatternConverter(guard, null, null);
        }
    }

    /** Appends the text; nothing if there is no code or something goes wrong. Never throws. */
    @Override
    public void format(LogEvent event, StringBuilder toAppendTo) {
        if (enricher == null || text == null) {
            return;
        }
        try {
            toAppendTo.append(text.of(enricher.enrich(event)));
        } catch (Throwable failure) {
            guard.caught(failure);
        }
    }
}
