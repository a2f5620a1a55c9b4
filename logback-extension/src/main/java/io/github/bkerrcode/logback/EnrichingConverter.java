package io.github.bkerrcode.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.enrich.EnrichmentFormat;
import io.github.bkerrcode.scan.CodeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conversion word around others, in the way of {@code %highlight(...)}: what the codes of each line mean is appended to that line.
 *
 * <pre>{@code
 * <conversionRule conversionWord="enrich" class="io.github.bkerrcode.logback.EnrichingConverter"
 *                 converterClass="io.github.bkerrcode.logback.EnrichingConverter"/>
 * <pattern>%d %-5level %logger - %enrich(%msg%n%ex)</pattern>
 * }</pre>
 *
 * <p>The options are those of {@link ErrorCodeConverter}; they stand behind the parenthesis, {@code %enrich(%msg%n){lang=en}}.
 */
public final class EnrichingConverter extends CompositeConverter<ILoggingEvent> {

    private final Guard guard = Guard.ofExplaining(this, "the line stays as it is");
    private @Nullable EventEnricher enricher;
    private EnrichmentFormat format = EnrichmentFormat.standard(Language.ZH);

    /** Reads the options; mistakes become statuses. */
    @Override
    public void start() {
        try {
            ConverterOptions options = ConverterOptions.read(getOptionList(), this);
            enricher = options.settings().enricher(this, options.settings().max(this));
            format = options.format();
        } catch (Throwable failure) {
            guard.caught(failure);
        }
        super.start();
    }

    /** Returns the text with meanings appended to its lines, or as it is if it has no code or something goes wrong. Never throws. */
    @Override
    protected String transform(ILoggingEvent event, String in) {
        EventEnricher codes = enricher;
        if (codes == null) {
            return in;
        }
        try {
            return codes.isWanted(event) && CodeScanner.mayHoldCode(in, 0, in.length()) ? enriched(codes, in) : in;
        } catch (Throwable failure) {
            guard.caught(failure);
            return in;
        }
    }

    private String enriched(EventEnricher codes, String text) {
        StringBuilder out = null;
        int copied = 0;
        for (int start = 0; start < text.length(); ) {
            int feed = text.indexOf('\n', start);
            int next = feed < 0 ? text.length() : feed + 1;
            int end = feed < 0 ? next : feed;
            if (end > start && text.charAt(end - 1) == '\r') {
                end--;
            }
            if (CodeScanner.mayHoldCode(text, start, end)) {
                List<Enrichment> found = codes.codes().enrich(text.substring(start, end));
                if (!found.isEmpty()) {
                    out = out == null ? new StringBuilder(text.length() + 128) : out;
                    out.append(text, copied, end);
                    append(found, codes.max(), out);
                    copied = end;
                }
            }
            start = next;
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    private void append(List<Enrichment> found, int max, StringBuilder out) {
        Set<String> seen = new HashSet<>();
        for (Enrichment enrichment : found) {
            String code = enrichment.detection().code().token();
            if (seen.size() < max && seen.add(code)) {
                out.append(format.render(enrichment));
            }
        }
    }
}
