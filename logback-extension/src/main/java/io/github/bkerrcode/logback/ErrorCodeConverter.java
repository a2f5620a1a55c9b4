package io.github.bkerrcode.logback;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.enrich.EnrichmentFormat;
import java.util.List;
import java.util.StringJoiner;
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
 *       catalog=PATH}, {@code rules=FILE}, {@code minLevel=LEVEL}
 * </ul>
 *
 * <p>What is not given here is taken from the context's properties {@code errcode.lang} and so on.
 */
public final class ErrorCodeConverter extends ClassicConverter {

    private final Guard guard = Guard.ofExplaining(this, "nothing is appended to the line");
    private @Nullable EventEnricher enricher;
    private EnrichmentFormat format = EnrichmentFormat.standard(Language.ZH);
    private String separator = "";

    /** Reads the options; mistakes become statuses. */
    @Override
    public void start() {
        try {
            ConverterOptions options = ConverterOptions.read(getOptionList(), this);
            enricher = options.settings().enricher(this, options.settings().max(this));
            format = options.format();
            separator = options.separator();
        } catch (Throwable failure) {
            guard.caught(failure);
        }
        super.start();
    }

    /** Returns the text; empty if there is no code or something goes wrong. Never throws. */
    @Override
    public String convert(ILoggingEvent event) {
        EventEnricher codes = enricher;
        if (codes == null) {
            return "";
        }
        try {
            return text(codes.enrich(event));
        } catch (Throwable failure) {
            guard.caught(failure);
            return "";
        }
    }

    private String text(List<Enrichment> found) {
        if (found.isEmpty()) {
            return "";
        }
        if (found.size() == 1) {
            return format.render(found.get(0));
        }
        StringJoiner text = new StringJoiner(separator);
        for (Enrichment enrichment : found) {
            String one = format.render(enrichment);
            if (!one.isEmpty()) {
                text.add(one);
            }
        }
        return text.toString();
    }
}
