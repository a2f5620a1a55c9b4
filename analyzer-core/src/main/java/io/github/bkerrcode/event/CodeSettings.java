package io.github.bkerrcode.event;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.EnricherSettings;
import io.github.bkerrcode.scan.Confidence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a component is configured with, as text; where it says nothing, the property {@code errcode.NAME} of its surroundings counts, then the
 * default. Mistakes are reported, and the default is used. For one thread at a time.
 */
public final class CodeSettings {

    /** Catalog documents and directories of them, separated by commas. */
    public static final String CATALOG = "catalog";

    /** Files of rules, separated by commas. */
    public static final String RULES = "rules";

    /** How long files of catalogs and rules may have changed unseen, as {@link Interval} reads it. */
    public static final String RELOAD = "reload";

    /** {@code low}, {@code medium} or {@code high}. */
    public static final String MIN_CONFIDENCE = "minConfidence";

    /** {@code zh} or {@code en}. */
    public static final String LANG = "lang";

    /** Names of loggers, separated by commas. */
    public static final String LOGGERS = "loggers";

    /** The level below which events are not looked at. */
    public static final String MIN_LEVEL = "minLevel";

    /** How many different codes of an event are shown. */
    public static final String MAX = "max";

    /** All settings, in the order in which messages list them. */
    public static final List<String> NAMES =
            List.of(LANG, MIN_CONFIDENCE, MAX, CATALOG, RULES, RELOAD, LOGGERS, MIN_LEVEL);

    private static final String PROPERTY_PREFIX = "errcode.";
    private static final String RELOAD_SECONDS = "errcode.reloadSeconds";
    private static final int DEFAULT_MAX = 3;

    private final Map<String, String> values = new HashMap<>();
    private @Nullable Language language;

    /** Creates settings that say nothing. */
    public CodeSettings() {}

    /**
     * Sets one.
     *
     * @param value as it is written; null and blank text set nothing
     */
    public void set(String name, @Nullable String value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value.strip());
        }
    }

    /** Whether there is a setting of this name. */
    static boolean isSetting(String name) {
        return NAMES.contains(name);
    }

    /** Returns what finds the codes of events. Never fails. */
    public CodeFinder finder(ComponentContext component, SharedEnrichers enrichers, int max) {
        EnricherSettings settings = new EnricherSettings(
                paths(component, CATALOG),
                paths(component, RULES),
                minConfidence(component),
                language(component),
                reload(component));
        return new CodeFinder(enrichers.get(settings), list(component, LOGGERS), max);
    }

    /** Returns how long files may have changed unseen; {@code errcode.reloadSeconds} is the older name of the property. */
    private Duration reload(ComponentContext component) {
        String value = value(component, RELOAD);
        if (value != null) {
            return Interval.parse(value).orElseGet(() -> mistakenReload(component, component.label(RELOAD), value));
        }
        String seconds = component.property(RELOAD_SECONDS);
        if (seconds == null || seconds.isBlank()) {
            return EnricherSettings.DEFAULT_RELOAD;
        }
        return Interval.parse(seconds).orElseGet(() -> mistakenReload(component, RELOAD_SECONDS, seconds));
    }

    private static Duration mistakenReload(ComponentContext component, String label, String value) {
        component.error(label + ": [" + value + "] is no time, expected such as 30 seconds, 5 minutes or off; using "
                + EnricherSettings.DEFAULT_RELOAD.toSeconds() + " seconds");
        return EnricherSettings.DEFAULT_RELOAD;
    }

    /** Returns the language; a mistake is said the first time only. */
    public Language language(ComponentContext component) {
        Language known = language;
        if (known == null) {
            known = readLanguage(component);
            language = known;
        }
        return known;
    }

    private Language readLanguage(ComponentContext component) {
        String value = value(component, LANG);
        if (value == null || value.equalsIgnoreCase("zh")) {
            return Language.ZH;
        }
        if (value.equalsIgnoreCase("en")) {
            return Language.EN;
        }
        return mistaken(component, LANG, value, "zh or en", Language.ZH);
    }

    private Confidence minConfidence(ComponentContext component) {
        String value = value(component, MIN_CONFIDENCE);
        if (value == null) {
            return Confidence.MEDIUM;
        }
        try {
            return Confidence.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return mistaken(component, MIN_CONFIDENCE, value, "low, medium or high", Confidence.MEDIUM);
        }
    }

    /**
     * Returns the level below which events are not looked at.
     *
     * @param byName gives the framework's level of a name, null if there is none
     * @param lowest what counts unless something is set
     */
    public <L> L minLevel(ComponentContext component, Function<String, @Nullable L> byName, L lowest) {
        String value = value(component, MIN_LEVEL);
        if (value == null) {
            return lowest;
        }
        L level = byName.apply(value);
        return level == null
                ? mistaken(component, MIN_LEVEL, value, "trace, debug, info, warn or error", lowest)
                : level;
    }

    /** Returns how many different codes of an event are shown. */
    public int max(ComponentContext component) {
        String value = value(component, MAX);
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
        return mistaken(component, MAX, value, "a number from 1 on", DEFAULT_MAX);
    }

    private List<Path> paths(ComponentContext component, String name) {
        List<Path> paths = new ArrayList<>();
        for (String path : list(component, name)) {
            try {
                paths.add(Path.of(path));
            } catch (InvalidPathException e) {
                component.error(
                        component.label(name) + ": [" + path + "] is no path and is left out: " + e.getReason());
            }
        }
        return paths;
    }

    private List<String> list(ComponentContext component, String name) {
        String value = value(component, name);
        return value == null ? List.of() : words(value);
    }

    /** Returns the words between the commas of a text. */
    static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private @Nullable String value(ComponentContext component, String name) {
        String own = values.get(name);
        if (own == null) {
            own = component.property(PROPERTY_PREFIX + name);
        }
        return own == null || own.isBlank() ? null : own.strip();
    }

    private static <T> T mistaken(ComponentContext component, String name, String value, String allowed, T instead) {
        component.error(component.label(name) + ": [" + value + "] is unknown, expected " + allowed + "; using "
                + String.valueOf(instead).toLowerCase(Locale.ROOT));
        return instead;
    }
}
