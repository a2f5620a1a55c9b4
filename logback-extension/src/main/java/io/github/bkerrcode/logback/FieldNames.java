package io.github.bkerrcode.logback;

import ch.qos.logback.core.spi.ContextAware;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.enrich.EnrichmentFormat;
import io.github.bkerrcode.enrich.EnrichmentFormat.Field;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields that tell of codes: their names and values. Where an event has several codes, each value names all of them. Values never have
 * line breaks or control characters. Safe for use by several threads.
 */
final class FieldNames {

    static final String DEFAULT_PREFIX = "errcode.";

    private static final String OF_TOKENS = ",";
    private static final String OF_TEXTS = " / ";

    /** One field: its name, how its value is made, and what stands between several. */
    private record Part(String name, EnrichmentFormat format, String separator) {}

    private final List<Part> parts;

    /**
     * Creates the fields.
     *
     * @param prefix what stands before {@code code}, {@code platform}, {@code meaning}, {@code remediation}
     * @param language of meanings and remediations
     */
    FieldNames(String prefix, Language language) {
        this.parts = List.of(
                new Part(prefix + "code", EnrichmentFormat.of(Field.CODE, language), OF_TOKENS),
                new Part(prefix + "platform", EnrichmentFormat.of(Field.PLATFORM, language), OF_TOKENS),
                new Part(prefix + "meaning", EnrichmentFormat.of(Field.MEANING, language), OF_TEXTS),
                new Part(prefix + "remediation", EnrichmentFormat.of(Field.REMEDIATION, language), OF_TEXTS));
    }

    /** The prefix, or the default if it would clash with fields that log formats have; that is said. */
    static String checkedPrefix(String prefix, ContextAware owner) {
        if (prefix.isEmpty() || prefix.startsWith("error.")) {
            owner.addError(
                    "<fieldPrefix>: [" + prefix + "] would clash with fields of log formats; using " + DEFAULT_PREFIX);
            return DEFAULT_PREFIX;
        }
        return prefix;
    }

    /** The fields of an event, those without a value left out. */
    Map<String, String> fields(List<Enrichment> found) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Part part : parts) {
            String value = value(part, found);
            if (!value.isEmpty()) {
                fields.put(part.name(), value);
            }
        }
        return fields;
    }

    private static String value(Part part, List<Enrichment> found) {
        if (found.size() == 1) {
            return part.format().render(found.get(0));
        }
        Set<String> values = new LinkedHashSet<>();
        for (Enrichment one : found) {
            String value = part.format().render(one);
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return String.join(part.separator(), values);
    }
}
