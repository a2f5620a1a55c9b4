package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.catalog.Remediation;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.LocalizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the catalog by words of their codes, texts and owners, in both languages. The best come first:
 *
 * <ol>
 *   <li>those that have more of the words;
 *   <li>of these, those that have them in a better place: the code or flag itself, its beginning, a part of a name, a name that is almost
 *       the same, the meaning, the names of platform, module and systems, the remediation;
 *   <li>of these, those that have the words as they are typed before those that have most of a Chinese phrase;
 *   <li>else in the order of the catalog.
 * </ol>
 *
 * @param catalog where to search
 */
public record CatalogSearch(Catalog catalog) {

    /** Where a word stands; each place is worth more than all words of a question in the next worse one. */
    private enum Place {
        REMEDIATION(1),
        OWNER(20),
        MEANING(400),
        SIMILAR_NAME(8_000),
        PART_OF_NAME(160_000),
        BEGINNING(3_200_000),
        CODE(64_000_000);

        private final double worth;

        Place(double worth) {
            this.worth = worth;
        }
    }

    private static final int LETTERS_PER_MISTAKE = 5;

    /**
     * A row that was found.
     *
     * @param words how many of the words it has
     * @param worth how good the places are in which it has them
     */
    private record Hit(CatalogEntry entry, int words, double worth) {}

    /** Returns the rows that have at least one of the words, the best first. */
    public List<CatalogEntry> find(List<String> typed) {
        SearchWords question = SearchWords.of(typed);
        List<Hit> hits = new ArrayList<>();
        for (CatalogEntry entry : catalog.entries()) {
            Hit hit = hit(entry, question);
            if (hit.words() > 0) {
                hits.add(hit);
            }
        }
        hits.sort(Comparator.comparingInt(Hit::words)
                .thenComparingDouble(Hit::worth)
                .reversed());
        return hits.stream().map(Hit::entry).toList();
    }

    private Hit hit(CatalogEntry entry, SearchWords question) {
        int words = 0;
        double worth = 0;
        for (String word : question.words()) {
            double best = worth(entry, word);
            words += best > 0 ? 1 : 0;
            worth += best;
        }
        return new Hit(entry, words, worth);
    }

    private double worth(CatalogEntry entry, String word) {
        Place named = placeInName(entry, word);
        if (named != null) {
            return named.worth;
        }
        double inMeaning = share(entry.meaning(), word);
        if (inMeaning > 0) {
            return inMeaning * Place.MEANING.worth;
        }
        double inOwner = shareInOwner(entry, word);
        return inOwner > 0 ? inOwner * Place.OWNER.worth : shareInRemediation(entry, word) * Place.REMEDIATION.worth;
    }

    private static @Nullable Place placeInName(CatalogEntry entry, String word) {
        String code = entry.code().token().toLowerCase(Locale.ROOT);
        String flag = entry.flag() == null ? code : entry.flag().toLowerCase(Locale.ROOT);
        if (word.equals(code) || word.equals(flag)) {
            return Place.CODE;
        }
        if (word.length() > 1 && (code.startsWith(word) || flag.startsWith(word))) {
            return Place.BEGINNING;
        }
        if (word.length() > 1 && (SearchWords.shareIn(code, word) > 0 || SearchWords.shareIn(flag, word) > 0)) {
            return Place.PART_OF_NAME;
        }
        return isSimilar(code, word) || isSimilar(flag, word) ? Place.SIMILAR_NAME : null;
    }

    private static boolean isSimilar(String name, String word) {
        if (isAlmost(name, word)) {
            return true;
        }
        for (String part : name.split("_", -1)) {
            if (isAlmost(part, word)) {
                return true;
            }
        }
        return false;
    }

    /** Numbers that differ are other numbers; words that differ in more letters than one of five are other words. */
    private static boolean isAlmost(String name, String word) {
        int most = word.length() / LETTERS_PER_MISTAKE;
        boolean comparable = most > 0
                && Math.abs(name.length() - word.length()) <= most
                && Character.isLetter(name.charAt(0))
                && word.chars().noneMatch(Character::isDigit);
        return comparable && RelatedCodes.distance(word, name) <= most;
    }

    private double shareInOwner(CatalogEntry entry, String word) {
        CodeModule module = catalog.platforms().moduleOf(entry.code());
        double share = Math.max(
                share(entry.platform().name(), word),
                SearchWords.shareIn(entry.platform().id(), word));
        if (module != null) {
            share = Math.max(share, share(module.name(), word));
        }
        return Math.max(share, Math.max(shareIn(entry.source(), word), shareIn(entry.target(), word)));
    }

    private static double shareInRemediation(CatalogEntry entry, String word) {
        Remediation remediation = entry.remediation();
        double share = 0;
        if (remediation != null) {
            for (LocalizedText step : remediation.steps()) {
                share = Math.max(share, share(step, word));
            }
        }
        return share;
    }

    private static double share(LocalizedText text, String word) {
        return Math.max(shareIn(text.zh(), word), shareIn(text.en(), word));
    }

    private static double shareIn(@Nullable String text, String word) {
        return text == null ? 0 : SearchWords.shareIn(text, word);
    }
}
