package io.github.bkerrcode.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody searches for, word by word, where runs of Chinese characters are words too. Finds words in texts; upper and lower case
 * make no difference. Immutable.
 *
 * @param words lower case, each once
 */
record SearchWords(List<String> words) {

    /** More than this nobody types; a longer question is cut. */
    private static final int MAX_WORDS = 16;

    private static final int MAX_LENGTH = 64;

    static SearchWords of(List<String> typed) {
        Set<String> words = new LinkedHashSet<>();
        for (String part : typed) {
            addWords(part.toLowerCase(Locale.ROOT), words);
        }
        return new SearchWords(words.stream().limit(MAX_WORDS).toList());
    }

    private static void addWords(String text, Set<String> words) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean ends = i == text.length() || kind(text.charAt(i)) != kind(text.charAt(start));
            if (ends && i > start) {
                if (kind(text.charAt(start)) != Kind.OTHER) {
                    words.add(text.substring(start, Math.min(i, start + MAX_LENGTH)));
                }
                start = i;
            }
        }
    }

    private enum Kind {
        LATIN,
        HAN,
        OTHER
    }

    private static Kind kind(char c) {
        if (c >= 0x2E80 && Character.isLetter(c)) {
            return Kind.HAN;
        }
        return Character.isLetterOrDigit(c) || c == '_' ? Kind.LATIN : Kind.OTHER;
    }

    /**
     * How much of a word a text says, 0 to 1: all of it, where a word of letters begins or where Chinese characters stand; or of Chinese
     * at least half of its pairs of characters.
     */
    static double shareIn(String text, String word) {
        return shareInLower(text.toLowerCase(Locale.ROOT), word);
    }

    private static double shareInLower(String text, String word) {
        if (next(text, word, 0) >= 0) {
            return 1;
        }
        if (kind(word.charAt(0)) != Kind.HAN || word.length() < 3) {
            return 0;
        }
        int pairs = word.length() - 1;
        int found = 0;
        for (int i = 0; i < pairs; i++) {
            found += text.contains(word.substring(i, i + 2)) ? 1 : 0;
        }
        return found * 2 >= pairs ? (double) found / (pairs + 1) : 0;
    }

    private static int next(String text, String word, int from) {
        int at = text.indexOf(word, from);
        while (at > 0
                && kind(word.charAt(0)) == Kind.LATIN
                && kind(text.charAt(at - 1)) == Kind.LATIN
                && text.charAt(at - 1) != '_') {
            at = text.indexOf(word, at + 1);
        }
        return at;
    }

    /** The text with the words in it marked. */
    String mark(String text, Palette palette) {
        if (palette == Palette.NONE) {
            return text;
        }
        boolean[] marked = marks(text.toLowerCase(Locale.ROOT), text.length());
        StringBuilder shown = new StringBuilder();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || marked[i] != marked[start]) {
                String part = text.substring(start, i);
                shown.append(marked[start] ? palette.heading(part) : part);
                start = i;
            }
        }
        return shown.toString();
    }

    private boolean[] marks(String text, int length) {
        boolean[] marked = new boolean[length];
        // A few letters have lower-case forms of another length; then places would be wrong.
        if (text.length() == length) {
            for (String word : words) {
                for (String part : partsIn(text, word)) {
                    for (int at = next(text, part, 0); at >= 0; at = next(text, part, at + 1)) {
                        Arrays.fill(marked, at, at + part.length(), true);
                    }
                }
            }
        }
        return marked;
    }

    private static List<String> partsIn(String text, String word) {
        if (next(text, word, 0) >= 0 || shareInLower(text, word) == 0) {
            return List.of(word);
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 2 <= word.length(); i++) {
            pairs.add(word.substring(i, i + 2));
        }
        return pairs;
    }
}
