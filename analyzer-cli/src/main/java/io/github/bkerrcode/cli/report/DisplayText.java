package io.github.bkerrcode.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.WCWidth;

/** Text in columns of a terminal, where a Chinese character takes two. */
public final class DisplayText {

    private static final String ELLIPSIS = "…";

    private DisplayText() {}

    /** Returns how many columns the text takes. */
    public static int width(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            columns += width(text.codePointAt(i));
        }
        return columns;
    }

    private static int width(int codePoint) {
        return codePoint < 0x7f ? 1 : Math.max(0, WCWidth.wcwidth(codePoint));
    }

    /**
     * Returns the text with every control and direction character made harmless: line breaks become blanks, others {@code ·}.
     */
    public static String harmless(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            shown.append(harmless(text.charAt(i)));
        }
        return shown.toString();
    }

    private static char harmless(char c) {
        if (c == '\n' || c == '\t' || c == '\r') {
            return ' ';
        }
        boolean steersDirection = c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u061C';
        boolean breaksLine = c == '\u2028' || c == '\u2029';
        return Character.isISOControl(c) || steersDirection || breaksLine ? '·' : c;
    }

    /** A count with its digits in groups of three. */
    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String padRight(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    static String padLeft(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    /** The text cut to a number of columns, with an ellipsis where something is missing. */
    static String truncate(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        int end = 0;
        int used = 1;
        while (end < text.length() && used + width(text.codePointAt(end)) <= columns) {
            used += width(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    /** The text in lines of at most so many columns, broken at blanks or between Chinese characters. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (width(rest) > columns) {
            int cut = breakBefore(rest, columns);
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** The items in lines of at most so many columns, broken between items, or within one that is wider by itself. */
    static List<String> flow(List<String> items, String gap, int columns) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String item : items) {
            String longer = line.isEmpty() ? item : line + gap + item;
            if (!line.isEmpty() && width(longer) > columns) {
                lines.addAll(wrap(line, columns));
                longer = item;
            }
            line = longer;
        }
        lines.addAll(wrap(line, columns));
        return lines;
    }

    private static int breakBefore(String text, int columns) {
        int used = 0;
        int lastBreak = 0;
        int position = 0;
        while (position < text.length()) {
            int codePoint = text.codePointAt(position);
            boolean breakable = codePoint == ' ' || width(codePoint) == 2 && !isClosing(codePoint);
            if (breakable && position > 0) {
                lastBreak = position;
            }
            used += width(codePoint);
            if (used > columns) {
                break;
            }
            position += Character.charCount(codePoint);
        }
        return lastBreak > 0 ? lastBreak : Math.max(position, 1);
    }

    /** Punctuation that must not begin a line. */
    private static boolean isClosing(int codePoint) {
        return "，。、；：！？）】》」』”’".indexOf(codePoint) >= 0;
    }
}
