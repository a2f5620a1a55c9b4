package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.cli.report.Bars;
import io.github.bkerrcode.code.Language;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user's locale says: the language of texts where {@code --lang} is not given, and what a terminal can show. Immutable.
 *
 * <p>The first of {@code LC_ALL}, {@code LC_MESSAGES} and {@code LANG} that is set and not empty decides, as POSIX has it for messages:
 * {@code zh}, in any country and charset, is Chinese; {@code C} and {@code POSIX} name no language and get Chinese too, which the
 * product documents are written in; every other language gets English. Where none is set it is Chinese, but on Windows, which has no
 * such variables, the language of the JVM counts.
 *
 * @param environment the variables of the process
 * @param system the name of the operating system, as the property {@code os.name} has it
 * @param ofJvm the language of the JVM, as the property {@code user.language} has it
 */
record UserLocale(Map<String, String> environment, String system, String ofJvm) {

    /** Returns the locale of this process. */
    static UserLocale current() {
        return new UserLocale(
                System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.language", ""));
    }

    Language language() {
        String locale = firstSet("LC_ALL", "LC_MESSAGES", "LANG");
        if (locale == null) {
            return system.startsWith("Windows") ? ofLocale(ofJvm) : Language.ZH;
        }
        return ofLocale(locale);
    }

    /**
     * Bars that the charset of the locale has; it is behind the dot in the first of {@code LC_ALL}, {@code LC_CTYPE} and {@code LANG} that is
     * set. A locale that names none says nothing about the terminal.
     */
    Bars bars() {
        String locale = firstSet("LC_ALL", "LC_CTYPE", "LANG");
        int dot = locale == null ? -1 : locale.indexOf('.');
        if (locale == null || dot < 0) {
            return Bars.BLOCKS;
        }
        int end = locale.indexOf('@', dot);
        String charset = locale.substring(dot + 1, end < 0 ? locale.length() : end);
        try {
            return Bars.in(Charset.forName(charset));
        } catch (IllegalArgumentException e) {
            // A charset that Java does not know may hold anything.
            return Bars.ASCII;
        }
    }

    private @Nullable String firstSet(String first, String second, String third) {
        String value = environment.get(first);
        if (value == null || value.isEmpty()) {
            value = environment.get(second);
        }
        if (value == null || value.isEmpty()) {
            value = environment.get(third);
        }
        return value == null || value.isEmpty() ? null : value;
    }

    private static Language ofLocale(String locale) {
        int end = 0;
        while (end < locale.length() && Character.isLetter(locale.charAt(end))) {
            end++;
        }
        return switch (locale.substring(0, end).toLowerCase(Locale.ROOT)) {
            case "zh", "c", "posix", "" -> Language.ZH;
            default -> Language.EN;
        };
    }
}
