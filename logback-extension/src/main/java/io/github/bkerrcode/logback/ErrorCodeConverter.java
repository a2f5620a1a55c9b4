package io.github.bkerrcode.logback;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.bkerrcode.event.CodeText;
import io.github.bkerrcode.event.FormatOptions;
import io.github.bkerrcode.event.Guard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conversion word for what the codes of an event mean; nothing if it has none.
 *
 * <pre>{@code
 * <conversionRule conversionWord="errcode" class="io.github.bkerrcode.logback.ErrorCodeConverter"
 *                 converterClass="io.github.bkerrcode.logback.ErrorCodeConverter"/>
 * <pattern>%d %-5level %logger - %msg%errcode%n</pattern>
 * }</pre>
 *
 * <p>Options, separated by commas:
 *
 * <ul>
 *   <li>a field, {@code %errcode{meaning}}: {@code code}, {@code platform}, {@code name}, {@code meaning}, {@code remediation}, {@code
 *       summary}; of several codes separated by {@code "; "}
 *   <li>a template in quotes, <code>%errcode{' &lt;{code}: {meaning}&gt;'}</code>; of several codes one after the other
 *   <li>{@code lang=zh|en}, {@code minConfidence=low|medium|high}, {@code max=N} (different codes per event, 3 unless told), {@code
 *       catalog=PATH}, {@code rules=FILE}, {@code reload=INTERVAL}, {@code minLevel=LEVEL}
 * </ul>
 *
 * <p>What is not given here is taken from the context's properties {@code errcode.lang} and so on.
 */
public final class ErrorCodeConverter extends ClassicConverter {

    private final LogbackComponent component = new LogbackComponent(this);
    private final Guard guard = Guard.ofExplaining(component, "nothing is appended to the line");
    private @Nullable EventEnricher enricher;
    private @Nullable CodeText text;

    /** Reads the options; mistakes become statuses. */
    @Override
    public void start() {
        try {
            List<String> given = getOptionList();
            FormatOptions options = FormatOptions.read(given == null ? List.of() : given, component);
            text = options.text();
            enricher = EventEnricher.of(options.settings(), component);
        } catch (Throwable failure) {
            guard.caught(failure);
        }
        super.start();
    }

    /** Returns the text; empty if there is no code or something goes wrong. Never throws. */
    @Override
    public String convert(ILoggingEvent event) {
        EventEnricher codes = enricher;
        CodeText written = text;
        if (codes == null || written == null) {
            return "";
        }
        try {
            return written.of(codes.enrich(event));
        } catch (Throwable failure) {
            guard.caught(failure);
            return "";
        }
    }
}
