package io.github.bkerrcode.logback;

import ch.qos.logback.core.spi.ContextAware;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.EnrichmentFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The options of a conversion word, taken apart. Mistakes become statuses.
 *
 * @param settings those of the form {@code name=value}
 * @param format what is written about each code
 * @param separator what is written between the codes of one event
 */
record ConverterOptions(CodeSettings settings, EnrichmentFormat format, String separator) {

    private static final Pattern SETTING = Pattern.compile("\\s*([A-Za-z]+)\\s*=(.*)", Pattern.DOTALL);
    private static final String ALLOWED = String.join("=, ", CodeSettings.NAMES) + "=";

    static ConverterOptions read(@Nullable List<String> options, ContextAware owner) {
        CodeSettings settings = new CodeSettings();
        String text = null;
        for (String option : options == null ? List.<String>of() : options) {
            var setting = SETTING.matcher(option);
            boolean looksLikeSetting = setting.matches();
            if (looksLikeSetting && CodeSettings.isSetting(setting.group(1))) {
                settings.set(setting.group(1), setting.group(2));
            } else if (looksLikeSetting && option.indexOf('{') < 0) {
                owner.addError("option [" + option + "] is unknown, expected " + ALLOWED + ", a field or a template");
            } else if (text == null) {
                text = option;
            } else {
                owner.addError(
                        "option [" + option + "] is one too many; expected one field or template, and " + ALLOWED);
            }
        }
        return withFormat(settings, text, owner);
    }

    private static ConverterOptions withFormat(CodeSettings settings, @Nullable String text, ContextAware owner) {
        Language language = settings.language(owner);
        try {
            if (text != null && text.indexOf('{') < 0) {
                EnrichmentFormat field = EnrichmentFormat.of(EnrichmentFormat.field(text.strip()), language);
                return new ConverterOptions(settings, field, "; ");
            }
            if (text != null) {
                return new ConverterOptions(settings, EnrichmentFormat.of(text, language), "");
            }
        } catch (IllegalArgumentException e) {
            owner.addError("option [" + text + "]: " + e.getMessage() + "; using the standard format");
        }
        return new ConverterOptions(settings, EnrichmentFormat.standard(language), "");
    }
}
