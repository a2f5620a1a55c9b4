package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is different from an earlier summary, for people: a line for each code that is new, gone, more or less frequent.
 *
 * @param language of all words
 * @param palette colours, or none
 * @param columns width to keep within
 */
public record ComparisonText(Language language, Palette palette, int columns) {

    private static final int KIND_COLUMNS = 8;
    private static final int COUNT_COLUMNS = 20;
    private static final int MIN_MEANING_COLUMNS = 16;

    /**
     * Writes the report.
     *
     * @param baseline the name of the earlier summary
     */
    public void write(Comparison comparison, String baseline, PrintWriter out) {
        out.println();
        out.println(palette.heading(label(Label.COMPARED_WITH) + " " + DisplayText.harmless(baseline)));
        if (comparison.isEmpty()) {
            out.println("  " + label(Label.NO_CHANGE));
        }
        int codeColumns = Stream.of(
                        comparison.added().stream(),
                        comparison.gone().stream(),
                        comparison.changed().stream().map(Comparison.Change::now))
                .flatMap(codes -> codes)
                .mapToInt(code -> code.code().token().length())
                .max()
                .orElse(0);
        comparison
                .added()
                .forEach(code -> line(Label.NEW, code, DisplayText.number(code.detections()), codeColumns, out));
        comparison
                .gone()
                .forEach(code ->
                        line(Label.GONE, code, DisplayText.number(code.detections()) + " → 0", codeColumns, out));
        for (Comparison.Change change : comparison.changed()) {
            String counts = DisplayText.number(change.before().detections()) + " → "
                    + DisplayText.number(change.now().detections())
                    + String.format(Locale.ROOT, " (×%.1f)", change.factor());
            line(change.factor() > 1 ? Label.MORE : Label.LESS, change.now(), counts, codeColumns, out);
        }
    }

    private void line(Label kind, CodeSummary code, String counts, int codeColumns, PrintWriter out) {
        String meaning = code.resolution().meaning(language);
        String shown = DisplayText.harmless(meaning == null ? label(Label.UNLISTED) : meaning);
        int used = 2 + KIND_COLUMNS + codeColumns + 2 + COUNT_COLUMNS;
        out.println(("  " + DisplayText.padRight(label(kind), KIND_COLUMNS)
                        + palette.code(DisplayText.padRight(code.code().token(), codeColumns)) + "  "
                        + DisplayText.padRight(counts, COUNT_COLUMNS)
                        + DisplayText.truncate(shown, Math.max(MIN_MEANING_COLUMNS, columns - used)))
                .stripTrailing());
    }

    private String label(Label label) {
        return label.in(language);
    }
}
