package io.github.bkerrcode.enrich;

import java.util.ArrayList;
import java.util.List;

/**
 * What a line says around a code, where the values of its meaning's parameters can stand: behind it up to the next code, and before it if
 * it is the first of the line, since anything else may belong to another code.
 */
final class LoggedText {

    /** Farther than so many characters from the code nobody looks. */
    static final int MAX_DISTANCE = 1_024;

    private static final int ESCAPE_LENGTH = 6;
    private static final int HEX = 16;

    private LoggedText() {}

    /**
     * The texts on both sides of a code.
     *
     * @param before where the text before the code begins that belongs to no other one; {@code start} if there is none
     * @param after where the text behind it ends
     */
    static List<String> around(CharSequence line, int before, int start, int end, int after) {
        List<String> texts = new ArrayList<>(2);
        if (before < start) {
            texts.add(text(line, Math.max(before, start - MAX_DISTANCE), start));
        }
        texts.add(text(line, end, Math.min(after, end + MAX_DISTANCE)));
        return texts;
    }

    private static String text(CharSequence line, int from, int to) {
        String text = line.subSequence(from, to).toString();
        return text.contains("\\u") ? unescaped(text) : text;
    }

    /** Chinese that JSON has as {@code \}{@code u4efb}, put back; all else as it is. */
    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int escaped = escapedCharacter(text, i);
            if (escaped < 0) {
                plain.append(text.charAt(i));
            } else {
                plain.append((char) escaped);
                i += ESCAPE_LENGTH - 1;
            }
        }
        return plain.toString();
    }

    private static int escapedCharacter(String text, int at) {
        if (!text.startsWith("\\u", at) || at + ESCAPE_LENGTH > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = at + 2; i < at + ESCAPE_LENGTH; i++) {
            int digit = Character.digit(text.charAt(i), HEX);
            if (digit < 0) {
                return -1;
            }
            value = value * HEX + digit;
        }
        return value;
    }
}
