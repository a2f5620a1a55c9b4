package io.github.bkerrcode.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import io.github.bkerrcode.event.FormatOptions;
import io.github.bkerrcode.event.Guard;
import io.github.bkerrcode.event.LineExplainer;
import io.github.bkerrcode.scan.CodeScanner;
import java.util.List;
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

    private final LogbackComponent component = new LogbackComponent(this);
    private final Guard guard = Guard.ofExplaining(component, "the line stays as it is");
    private @Nullable EventEnricher enricher;
    private @Nullable LineExplainer explainer;

    /** Reads the options; mistakes become statuses. */
    @Override
    public void start() {
        try {
            List<String> given = getOptionList();
            FormatOptions options = FormatOptions.read(given == null ? List.of() : given, component);
            EventEnricher codes = EventEnricher.of(options.settings(), component);
            explainer = new LineExplainer(codes.finder(), options.text().format());
            enricher = codes;
        } catch (Throwable failure) {
            guard.caught(failure);
        }
        super.start();
    }

    /** Returns the text with meanings appended to its lines, or as it is if it has no code or something goes wrong. Never throws. */
    @Override
    protected String transform(ILoggingEvent event, String in) {
        EventEnricher codes = enricher;
        LineExplainer lines = explainer;
        if (codes == null || lines == null) {
            return in;
        }
        try {
            return codes.isWanted(event) && CodeScanner.mayHoldCode(in, 0, in.length()) ? lines.explain(in) : in;
        } catch (Throwable failure) {
            guard.caught(failure);
            return in;
        }
    }
}
