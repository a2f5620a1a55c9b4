package io.github.bkerrcode.cli.report;

import org.jspecify.annotations.Nullable;

/** Text of others inside Markdown: shown as it is, never taken for markup, on one line. */
public final class MarkdownText {

    private static final String MARKUP = "\\`*_[]<>#|~&$";

    private MarkdownText() {}

    /** Returns the text with every mark of Markdown escaped and {@code <br>} for its line breaks; empty for null. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder escaped = new StringBuilder();
        for (String line : text.strip().split("\n", -1)) {
            escaped.append(escaped.isEmpty() ? "" : "<br>");
            DisplayText.harmless(line).codePoints().forEach(c -> {
                if (MARKUP.indexOf(c) >= 0) {
                    escaped.append('\\');
                }
                escaped.appendCodePoint(c);
            });
        }
        return escaped.toString();
    }
}
