package io.github.bkerrcode.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.spi.ContextAware;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.EnricherSettings;
import io.github.bkerrcode.scan.Confidence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a component is configured with, as text; where it says nothing, the context's property {@code errcode.NAME} counts, then the default.
 * Mistakes become statuses of the component, and the default is used.
 */
final class CodeSettings {

    static final String CATALOG = "catalog";
    static final String RULES = "rules";
    static final String MIN_CONFIDENCE = "minConfidence";
    static final String LANG = "lang";
    static final String LOGGERS = "loggers";
    static final String MIN_LEVEL = "minLevel";
    static final String MAX = "max";

    static final List<String> NAMES = List.of(LANG, MIN_CONFIDENCE, MAX, CATALOG, RULES, LOGGERS, MIN_LEVEL);

    private static final String PROPERTY_PREFIX = "errcode.";
    private static final int DEFAULT_MAX = 3;

    private final Map<String, String> values = new HashMap<>();
    private @Nullable Language language;

    void set(String name, String value) {
        values.put(name, value.strip());
    }

    /** Whether there is a setting of this name. */
    static boolean isSetting(String name) {
        return NAMES.contains(name);
    }

    /** Makes an enricher that finds all codes of an event. Never fails. */
    EventEnricher enricher(ContextAware owner) {
        return enricher(owner, Integer.MAX_VALUE);
    }

    /** Makes an enricher of events of what is set. Never fails. */
    EventEnricher enricher(ContextAware owner, int max) {
        Context context = owner.getContext();
        EnricherSettings settings =
                new EnricherSettings(paths(owner, CATALOG), paths(owner, RULES), minConfidence(owner), language(owner));
        return new EventEnricher(
                SharedEnrichers.of(context, owner).get(settings), list(context, LOGGERS), minLevel(owner), max);
    }

    /** The language; a mistake is said the first time only. */
    Language language(ContextAware owner) {
        Language known = language;
        if (known == null) {
            known = readLanguage(owner);
            language = known;
        }
        return known;
    }

    private Language readLanguage(ContextAware owner) {
        String value = value(owner.getContext(), LANG);
        if (value == null || value.equalsIgnoreCase("zh")) {
            return Language.ZH;
        }
        if (value.equalsIgnoreCase("en")) {
            return Language.EN;
        }
        return mistaken(owner, LANG, value, "zh or en", Language.ZH);
    }

    private Confidence minConfidence(ContextAware owner) {
        String value = value(owner.getContext(), MIN_CONFIDENCE);
        if (value == null) {
            return Confidence.MEDIUM;
        }
        try {
            return Confidence.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return mistaken(owner, MIN_CONFIDENCE, value, "low, medium or high", Confidence.MEDIUM);
        }
    }

    private Level minLevel(ContextAware owner) {
        String value = value(owner.getContext(), MIN_LEVEL);
        Level level = value == null ? Level.TRACE : Level.toLevel(value, null);
        return level == null
                ? mistaken(owner, MIN_LEVEL, String.valueOf(value), "trace, debug, info, warn or error", Level.TRACE)
                : level;
    }

    /** How many different codes of an event are shown. */
    int max(ContextAware owner) {
        String value = value(owner.getContext(), MAX);
        if (value == null) {
            return DEFAULT_MAX;
        }
        try {
            int max = Integer.parseInt(value);
            if (max > 0) {
                return max;
            }
        } catch (NumberFormatException e) {
            // Said below, like a number that is too small.
        }
        return mistaken(owner, MAX, value, "a number from 1 on", DEFAULT_MAX);
    }

    private List<Path> paths(ContextAware owner, String name) {
        List<Path> paths = new ArrayList<>();
        for (String path : list(owner.getContext(), name)) {
            try {
                paths.add(Path.of(path));
            } catch (InvalidPathException e) {
                owner.addError("<" + name + ">: [" + path + "] is no path and is left out: " + e.getReason());
            }
        }
        return paths;
    }

    private List<String> list(@Nullable Context context, String name) {
        String value = value(context, name);
        return value == null ? List.of() : words(value);
    }

    /** The words between the commas of a text. */
    static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private @Nullable String value(@Nullable Context context, String name) {
        String own = values.get(name);
        if (own == null && context != null) {
            own = context.getProperty(PROPERTY_PREFIX + name);
        }
        return own == null || own.isBlank() ? null : own.strip();
    }

    private static <T> T mistaken(ContextAware owner, String name, String value, String allowed, T instead) {
        owner.addError("<" + name + ">: [" + value + "] is unknown, expected " + allowed + "; using "
                + String.valueOf(instead).toLowerCase(Locale.ROOT));
        return instead;
    }
}
