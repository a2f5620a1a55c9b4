package io.github.bkerrcode.event;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.enrich.EnrichmentFormat;
import io.github.bkerrcode.enrich.EnrichmentFormat.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The value of a field that tells of codes. Where an event has several codes, it names all of them, each value once. Values never have line
 * breaks or control characters. Safe for use by several threads.
 */
public final class CodeField {

    private static final String OF_TOKENS = ",";
    private static final String OF_TEXTS = " / ";

    private final EnrichmentFormat format;
    private final String separator;

    /**
     * Creates a field.
     *
     * @param field what it tells
     * @param language of names and texts
     */
    public CodeField(Field field, Language language) {
        this.format = EnrichmentFormat.of(field, language);
        this.separator = field == Field.CODE || field == Field.PLATFORM ? OF_TOKENS : OF_TEXTS;
    }

    /** Returns the value for an event with these codes; empty if there is nothing to tell. */
    public String value(List<Enrichment> found) {
        if (found.size() == 1) {
            return format.render(found.get(0));
        }
        Set<String> values = new LinkedHashSet<>();
        for (Enrichment one : found) {
            String value = format.render(one);
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return String.join(separator, values);
    }
}
