package io.github.bkerrcode.catalog;

import io.github.bkerrcode.code.LocalizedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words in which the rows of a code say what it means: meaning, remediation and long form, in all languages, one phrase each.
 * Compares by words of Latin letters and pairs of Chinese characters, in any order, so that a text may say it a little differently.
 *
 * @param phrases what each phrase is made of
 */
record Wording(List<Set<String>> phrases) {

    /** A phrase of fewer words is found in texts that mean something else. */
    private static final int LEAST_WORDS = 3;

    /** Of five words of a phrase, so many must be there. */
    private static final int WANTED_OF_FIVE = 3;

    private static final String PHRASE_END = "[,.;:!?()\\[\\]，。；：！？（）【】、]|\\{\\d+}";

    /** Words that say nothing about what went wrong. */
    private static final Set<String> FILLERS = Set.of(
            "the", "and", "for", "not", "with", "has", "have", "had", "was", "are", "is", "be", "been", "to", "of",
            "in", "on", "by", "or", "an", "no", "please", "this", "that", "error", "fail", "failed", "base", "default",
            "code", "check", "whether", "correct");

    static Wording of(List<CatalogEntry> entries) {
        List<Set<String>> phrases = new ArrayList<>();
        for (CatalogEntry entry : entries) {
            addPhrases(entry.meaning(), phrases);
            Remediation remediation = entry.remediation();
            if (remediation != null) {
                remediation.steps().forEach(step -> addPhrases(step, phrases));
            }
            addPhrases(entry.flag() == null ? null : entry.flag().replace('_', ' '), phrases);
        }
        return new Wording(List.copyOf(phrases));
    }

    private static void addPhrases(LocalizedText text, List<Set<String>> phrases) {
        addPhrases(text.zh(), phrases);
        addPhrases(text.en(), phrases);
    }

    private static void addPhrases(@Nullable String text, List<Set<String>> phrases) {
        if (text == null) {
            return;
        }
        for (String phrase : text.split(PHRASE_END, -1)) {
            Set<String> words = words(phrase);
            if (words.size() >= LEAST_WORDS) {
                phrases.add(Set.copyOf(words));
            }
        }
    }

    /** Says whether a text holds most of the words of a phrase. */
    boolean isIn(CharSequence text) {
        Set<String> said = words(text);
        for (Set<String> phrase : phrases) {
            long found = phrase.stream().filter(said::contains).count();
            if (found >= LEAST_WORDS && found * 5 >= (long) phrase.size() * WANTED_OF_FIVE) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(CharSequence text) {
        Set<String> words = new HashSet<>();
        int position = 0;
        while (position < text.length()) {
            int end = position + 1;
            if (isHan(text.charAt(position))) {
                while (end < text.length() && isHan(text.charAt(end))) {
                    words.add(text.subSequence(end - 1, end + 1).toString());
                    end++;
                }
            } else if (isLatin(text.charAt(position))) {
                while (end < text.length() && isLatin(text.charAt(end))) {
                    end++;
                }
                if (!isPartOfPath(text, position, end)) {
                    addWord(text.subSequence(position, end).toString().toLowerCase(Locale.ROOT), words);
                }
            }
            position = end;
        }
        return words;
    }

    private static void addWord(String word, Set<String> words) {
        if (word.length() > 1 && !FILLERS.contains(word)) {
            words.add(word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
        }
    }

    /** Words of paths are no prose. */
    private static boolean isPartOfPath(CharSequence text, int start, int end) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        char after = end == text.length() ? ' ' : text.charAt(end);
        return before == '/' || after == '/';
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isHan(char c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }
}
