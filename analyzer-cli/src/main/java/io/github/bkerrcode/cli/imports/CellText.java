package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.LocalizedText;
import java.util.Set;

/** The text of a cell as an entry has it. */
final class CellText {

    /** How tables write that there is nothing to say. */
    private static final Set<String> NONE =
            Set.of("-", "--", "---", "_", "—", "——", "–", "/", "\\", "无", "N/A", "n/a", "null", "None");

    private CellText() {}

    /** Returns the text trimmed, without control characters; empty where the cell says that there is none. */
    static String of(String cell) {
        StringBuilder text = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            text.append(c == '\n' || !isUnprintable(c) ? c : ' ');
        }
        String trimmed = trim(text);
        return NONE.contains(trimmed) ? "" : trimmed;
    }

    private static String trim(CharSequence text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(start, end).toString();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isUnprintable(char c) {
        boolean steersDirection = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return Character.isISOControl(c) || steersDirection || c == '\uFEFF';
    }

    /** The name of a product or module: one in Chinese lacks its translation, any other reads the same in every language. */
    static LocalizedText name(String name) {
        return isChinese(name) ? new LocalizedText(name, null) : LocalizedText.same(name);
    }

    /** Says whether a text has Chinese characters. */
    static boolean isChinese(String text) {
        return text.chars().anyMatch(c -> c >= 0x3400 && c <= 0x9FFF);
    }
}
