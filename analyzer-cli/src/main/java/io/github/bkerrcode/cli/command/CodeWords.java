package io.github.bkerrcode.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Codes as people type them, or copy them out of logs and chats. */
final class CodeWords {

    private static final String SEPARATORS = ",;，；、";
    private static final char FULL_WIDTH_FIRST = '！';
    private static final char FULL_WIDTH_LAST = '～';

    private CodeWords() {}

    /** Returns the words of a text, which stand between blanks, line breaks, commas or semicolons, also Chinese ones. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isSeparator(text.charAt(i))) {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    private static boolean isSeparator(char c) {
        return Character.isWhitespace(c) || SEPARATORS.indexOf(c) >= 0;
    }

    /**
     * Returns the code that a word is written around: in upper case and narrow letters, without a key in front, quotes or brackets. For a
     * word that has none it is something else that is none, perhaps nothing.
     */
    static String codeIn(String word) {
        String narrow = narrow(word);
        int start = Math.max(narrow.lastIndexOf('='), narrow.lastIndexOf(':')) + 1;
        int end = narrow.length();
        while (end > start && !isOfCode(narrow.charAt(end - 1))) {
            end--;
        }
        while (start < end && !isOfCode(narrow.charAt(start))) {
            start++;
        }
        return narrow.substring(start, end).toUpperCase(Locale.ROOT);
    }

    private static String narrow(String word) {
        StringBuilder narrow = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean wide = c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST;
            narrow.append(wide ? (char) (c - FULL_WIDTH_FIRST + '!') : c);
        }
        return narrow.toString();
    }

    private static boolean isOfCode(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '-';
    }
}
