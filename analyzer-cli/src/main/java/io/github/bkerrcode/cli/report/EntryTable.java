package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.code.Language;
import java.io.PrintWriter;
import java.util.List;

/**
 * Rows of the catalog for people: code, platform and meaning, one line each; and where they come from, if not all come with the program.
 *
 * @param language of the meanings
 * @param palette colours, or none
 * @param columns width to keep within
 */
public record EntryTable(Language language, Palette palette, int columns) {

    private static final int MIN_MEANING_COLUMNS = 20;
    private static final String GAP = "  ";

    /** Writes the rows in the order given. */
    public void write(List<CatalogEntry> entries, PrintWriter out) {
        write(entries, new SearchWords(List.of()), out);
    }

    /** Writes rows that were searched for, with what was typed marked in their meanings. */
    public void writeFound(List<CatalogEntry> entries, List<String> typed, PrintWriter out) {
        write(entries, SearchWords.of(typed), out);
    }

    private void write(List<CatalogEntry> entries, SearchWords words, PrintWriter out) {
        int codeColumns = entries.stream()
                .mapToInt(entry -> entry.code().token().length())
                .max()
                .orElse(0);
        int platformColumns = entries.stream()
                .mapToInt(entry -> entry.platform().id().length())
                .max()
                .orElse(0);
        int originColumns = originColumns(entries);
        int meaningColumns = Math.max(
                MIN_MEANING_COLUMNS, columns - codeColumns - platformColumns - originColumns - 2 * GAP.length());
        for (CatalogEntry entry : entries) {
            String meaning =
                    DisplayText.truncate(DisplayText.harmless(entry.meaning().in(language)), meaningColumns);
            out.println(palette.code(DisplayText.padRight(entry.code().token(), codeColumns))
                    + GAP
                    + palette.faint(DisplayText.padRight(
                            DisplayText.harmless(entry.platform().id()), platformColumns))
                    + GAP
                    + words.mark(originColumns == 0 ? meaning : DisplayText.padRight(meaning, meaningColumns), palette)
                    + (originColumns == 0 ? "" : origin(entry)));
        }
    }

    /** The width of the last column; 0 if there is none because all rows come from one place. */
    private static int originColumns(List<CatalogEntry> entries) {
        int widest = 0;
        boolean builtIn = false;
        for (CatalogEntry entry : entries) {
            widest = Math.max(
                    widest,
                    GAP.length()
                            + DisplayText.width(
                                    DisplayText.harmless(entry.origin().toString())));
            builtIn |= entry.origin().isBuiltIn();
        }
        boolean added = entries.stream().anyMatch(entry -> !entry.origin().isBuiltIn());
        return builtIn && added ? widest : 0;
    }

    private String origin(CatalogEntry entry) {
        return GAP + palette.faint(DisplayText.harmless(entry.origin().toString()));
    }
}
