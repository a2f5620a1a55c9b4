package io.github.bkerrcode.cli.imports;

import java.util.function.IntPredicate;

/** Takes characters off the ends of a text, in one pass; patterns need a pass per character where many of them stand in the middle. */
final class Edges {

    private Edges() {}

    /** Returns the text without the characters at both ends that are wanted gone. */
    static String strip(String text, IntPredicate gone) {
        return stripEnd(stripStart(text, gone), gone);
    }

    static String stripStart(String text, IntPredicate gone) {
        int start = 0;
        while (start < text.length() && gone.test(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    static String stripEnd(String text, IntPredicate gone) {
        int end = text.length();
        while (end > 0 && gone.test(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Says whether a character is a blank, a mark or a sign. */
    static boolean isNoWord(int c) {
        return !Character.isLetterOrDigit(c);
    }
}
