package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.code.Language;
import java.io.PrintWriter;
import java.util.List;

/**
 * Rows of the catalog for people: code, platform and meaning, one line each.
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
        int meaningColumns = Math.max(MIN_MEANING_COLUMNS, columns - codeColumns - platformColumns - 2 * GAP.length());
        for (CatalogEntry entry : entries) {
            String meaning = DisplayText.harmless(entry.meaning().in(language));
            out.println(palette.code(DisplayText.padRight(entry.code().token(), codeColumns))
                    + GAP
                    + palette.faint(DisplayText.padRight(
                            DisplayText.harmless(entry.platform().id()), platformColumns))
                    + GAP
                    + words.mark(DisplayText.truncate(meaning, meaningColumns), palette));
        }
    }
}
