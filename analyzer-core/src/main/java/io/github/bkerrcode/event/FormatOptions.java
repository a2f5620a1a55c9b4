package io.github.bkerrcode.event;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.EnrichmentFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The options of a word in a pattern, taken apart: a field such as {@code meaning} or a template such as <code>{code}: {meaning}</code>, and
 * settings of the form {@code name=value}.
 *
 * @param settings those of the form {@code name=value}
 * @param text what is written about the codes of an event
 */
public record FormatOptions(CodeSettings settings, CodeText text) {

    private static final Pattern SETTING = Pattern.compile("\\s*([A-Za-z]+)\\s*=(.*)", Pattern.DOTALL);
    private static final String ALLOWED = String.join("=, ", CodeSettings.NAMES) + "=";

    /** Reads options, each without the quotes it may stand in. Mistakes are reported, and defaults used. */
    public static FormatOptions read(List<String> options, ComponentContext component) {
        CodeSettings settings = new CodeSettings();
        String text = null;
        for (String option : options) {
            var setting = SETTING.matcher(option);
            boolean looksLikeSetting = setting.matches();
            if (looksLikeSetting && CodeSettings.isSetting(setting.group(1))) {
                settings.set(setting.group(1), setting.group(2));
            } else if (looksLikeSetting && option.indexOf('{') < 0) {
                component.error("option [" + option + "] is unknown, expected " + ALLOWED + ", a field or a template");
            } else if (text == null) {
                text = option;
            } else {
                component.error(
                        "option [" + option + "] is one too many; expected one field or template, and " + ALLOWED);
            }
        }
        return new FormatOptions(settings, text(settings.language(component), text, component));
    }

    private static CodeText text(Language language, @Nullable String text, ComponentContext component) {
        try {
            if (text != null && text.indexOf('{') < 0) {
                return new CodeText(EnrichmentFormat.of(EnrichmentFormat.field(text.strip()), language), "; ");
            }
            if (text != null) {
                return new CodeText(EnrichmentFormat.of(text, language), "");
            }
        } catch (IllegalArgumentException e) {
            component.error("option [" + text + "]: " + e.getMessage() + "; using the standard format");
        }
        return new CodeText(EnrichmentFormat.standard(language), "");
    }
}
