package io.github.bkerrcode.log4j2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The options of a word in a pattern. Each may stand in braces of its own, {@code %errcode{meaning}{lang=en}}, or several in one, separated by
 * commas, {@code %errcode{meaning, lang=en}}. What stands in quotes is one option; so is a text with braces outside of quotes, as a whole.
 */
final class PatternOptions {

    private static final char NONE = 0;

    private PatternOptions() {}

    /**
     * Returns the options, without the quotes they stand in.
     *
     * @param braces what stands in each pair of braces
     * @param from the first pair that counts
     */
    static List<String> of(String[] braces, int from) {
        List<String> options = new ArrayList<>();
        Arrays.stream(braces).skip(from).forEach(text -> addAll(text, options));
        return options;
    }

    private static void addAll(String text, List<String> options) {
        List<String> parts = new ArrayList<>();
        char quote = NONE;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != NONE) {
                quote = c == quote ? NONE : quote;
            } else if (isQuote(c) && text.substring(start, i).isBlank()) {
                quote = c;
            } else if (c == '{') {
                options.add(text);
                return;
            } else if (c == ',') {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        parts.stream()
                .filter(part -> !part.isEmpty())
                .map(PatternOptions::unquoted)
                .forEach(options::add);
    }

    private static String unquoted(String option) {
        int last = option.length() - 1;
        return last > 0 && isQuote(option.charAt(0)) && option.charAt(last) == option.charAt(0)
                ? option.substring(1, last)
                : option;
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"';
    }
}
