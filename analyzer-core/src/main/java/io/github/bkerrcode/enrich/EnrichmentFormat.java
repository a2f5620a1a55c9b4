package io.github.bkerrcode.enrich;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text about a code, made from a template such as <code>" [{code} {summary}]"</code>. Safe for use by several threads.
 *
 * <p>The text never has line breaks or other control characters, whatever the catalog holds.
 */
public final class EnrichmentFormat {

    /** What can stand in braces. */
    public enum Field {
        /** The code as listed, {@code 1301002}. */
        CODE,
        /** Identifier of the platform, {@code paas}. */
        PLATFORM,
        /** Name of the platform. */
        NAME,
        /** What the code means; empty if it is not listed. */
        MEANING,
        /** What to do; empty if the catalog does not say. */
        REMEDIATION,
        /** Name of the platform, meaning and remediation, as far as they are known. */
        SUMMARY;

        private String of(Resolution.Known known, Language language) {
            return switch (this) {
                case CODE -> known.code().token();
                case PLATFORM -> known.platform().id();
                case NAME -> known.platform().name().in(language);
                case MEANING -> orEmpty(known.meaning(language));
                case REMEDIATION -> orEmpty(known.remediation(language));
                case SUMMARY -> known.headline().in(language);
            };
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    private static final String DEFAULT_TEMPLATE = " [{code} {summary}]";

    /** Texts that are remembered; more codes than that are rendered anew. */
    private static final int MAX_REMEMBERED = 4_096;

    private final Language language;
    private final List<Object> parts;

    /** By identity: a lookup gives the same object for the same code, and another once its catalog has changed. */
    private final LoadingCache<Resolution.Known, String> rendered = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(MAX_REMEMBERED)
            .executor(Runnable::run)
            .build(this::renderAnew);

    private EnrichmentFormat(Language language, List<Object> parts) {
        this.language = language;
        this.parts = List.copyOf(parts);
    }

    /** Returns the format that appends everything in brackets. */
    public static EnrichmentFormat standard(Language language) {
        return of(DEFAULT_TEMPLATE, language);
    }

    /**
     * Reads a template.
     *
     * @param template text with fields in braces: {@code {code}}, {@code {platform}}, {@code {name}}, {@code {meaning}}, {@code
     *     {remediation}}, {@code {summary}}
     * @throws IllegalArgumentException if a field is unknown or a brace is not closed; says which are allowed
     */
    public static EnrichmentFormat of(String template, Language language) {
        List<Object> parts = new ArrayList<>();
        int position = 0;
        while (position < template.length()) {
            int open = template.indexOf('{', position);
            if (open < 0) {
                parts.add(template.substring(position));
                break;
            }
            int close = template.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("[" + template + "] has a { that is not closed");
            }
            if (open > position) {
                parts.add(template.substring(position, open));
            }
            parts.add(field(template.substring(open + 1, close)));
            position = close + 1;
        }
        return new EnrichmentFormat(language, parts);
    }

    /**
     * Returns the field of a name.
     *
     * @throws IllegalArgumentException if there is none; says which there are
     */
    public static Field field(String name) {
        for (Field field : Field.values()) {
            if (field.name().toLowerCase(Locale.ROOT).equals(name)) {
                return field;
            }
        }
        throw new IllegalArgumentException(
                "unknown field [" + name + "], expected code, platform, name, meaning, remediation or summary");
    }

    /** Returns the format that is one field and nothing else. */
    public static EnrichmentFormat of(Field field, Language language) {
        return new EnrichmentFormat(language, List.of(field));
    }

    /** Returns the text about a code; rendered once as long as a lookup gives the same resolution for it. */
    public String render(Resolution.Known known) {
        return rendered.get(known);
    }

    /** Returns the text about a code of a line, with the values that the line tells; those are never remembered. */
    public String render(Enrichment enrichment) {
        Resolution.Known told = enrichment.told();
        return told == enrichment.resolution() ? render(told) : renderAnew(told);
    }

    private String renderAnew(Resolution.Known known) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(part instanceof Field field ? field.of(known, language) : part);
        }
        return SingleLine.of(text);
    }
}
