package io.github.bkerrcode.event;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.enrich.EnrichmentFormat.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that tell of codes: their names and values. Safe for use by several threads.
 */
public final class FieldNames {

    /** What names begin with unless something else is set. */
    public static final String DEFAULT_PREFIX = "errcode.";

    private final Map<String, CodeField> fields = new LinkedHashMap<>();

    /**
     * Creates the fields.
     *
     * @param prefix what stands before {@code code}, {@code platform}, {@code meaning}, {@code remediation}
     * @param language of meanings and remediations
     */
    public FieldNames(String prefix, Language language) {
        fields.put(prefix + "code", new CodeField(Field.CODE, language));
        fields.put(prefix + "platform", new CodeField(Field.PLATFORM, language));
        fields.put(prefix + "meaning", new CodeField(Field.MEANING, language));
        fields.put(prefix + "remediation", new CodeField(Field.REMEDIATION, language));
    }

    /** Returns the prefix, or the default if it would clash with fields that log formats have; that is said. */
    public static String checkedPrefix(String prefix, ComponentContext component) {
        if (prefix.isEmpty() || prefix.startsWith("error.")) {
            component.error(component.label("fieldPrefix") + ": [" + prefix
                    + "] would clash with fields of log formats; using " + DEFAULT_PREFIX);
            return DEFAULT_PREFIX;
        }
        return prefix;
    }

    /** Returns the fields of an event with these codes, those without a value left out. */
    public Map<String, String> fields(List<Enrichment> found) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            String value = field.value(found);
            if (!value.isEmpty()) {
                values.put(name, value);
            }
        });
        return values;
    }
}
