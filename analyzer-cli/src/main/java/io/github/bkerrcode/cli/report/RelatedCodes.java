package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.NumberAnatomy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The listed codes that stand near another one. */
public final class RelatedCodes {

    /** Names that differ in more letters than one of five are other names. */
    private static final int LETTERS_PER_MISTAKE = 5;

    private static final int MAX_SUGGESTIONS = 3;

    private RelatedCodes() {}

    /** Returns the other listed codes of a code's module, as the catalog orders them; empty if its number names no module. */
    public static List<String> ofSameModule(Resolution.Known known, Catalog catalog) {
        NumberAnatomy anatomy = known.anatomy();
        CodeModule module = anatomy == null ? null : anatomy.module();
        Set<String> others = new LinkedHashSet<>();
        if (module != null) {
            for (CatalogEntry entry : catalog.entries()) {
                String token = entry.code().token();
                boolean same = entry.code().kind() == ErrorCode.Kind.NUMERIC && token.startsWith(module.prefix());
                if (same && !entry.code().equals(known.code())) {
                    others.add(token);
                }
            }
        }
        return List.copyOf(others);
    }

    /**
     * Returns the listed names that are almost the same as one that is not listed, the nearest first; empty for a number, and if all
     * names are far away.
     *
     * @param name as somebody wrote it; upper and lower case make no difference
     */
    public static List<String> similarNames(String name, Catalog catalog) {
        String wanted = name.toUpperCase(Locale.ROOT);
        int most = Math.max(1, wanted.length() / LETTERS_PER_MISTAKE);
        List<List<String>> byDistance = new ArrayList<>();
        for (int i = 0; i <= most; i++) {
            byDistance.add(new ArrayList<>());
        }
        for (CatalogEntry entry : catalog.entries()) {
            String listed = entry.code().token();
            int distance = entry.code().kind() == ErrorCode.Kind.SYMBOLIC ? distance(wanted, listed) : most + 1;
            if (distance <= most && !byDistance.get(distance).contains(listed)) {
                byDistance.get(distance).add(listed);
            }
        }
        List<String> nearest = new ArrayList<>();
        byDistance.forEach(nearest::addAll);
        return nearest.subList(0, Math.min(MAX_SUGGESTIONS, nearest.size()));
    }

    /** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
