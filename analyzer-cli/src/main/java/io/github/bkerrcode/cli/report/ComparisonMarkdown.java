package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * What is different from an earlier summary, for tickets and wikis: a row for each code that is new, gone, more or less frequent. Whatever
 * comes from logs and catalogs is shown as it is and never taken for markup.
 *
 * @param language of all words
 */
public record ComparisonMarkdown(Language language) {

    /**
     * Writes the report.
     *
     * @param baseline the name of the earlier summary
     */
    public void write(Comparison comparison, String baseline, PrintWriter out) {
        out.print("\n## " + label(Label.COMPARED_WITH) + " " + MarkdownText.of(baseline) + "\n\n");
        if (comparison.isEmpty()) {
            out.print(label(Label.NO_CHANGE) + "\n");
            return;
        }
        row(out, label(Label.CHANGE), label(Label.CODE), label(Label.COUNT), label(Label.MEANING));
        out.print("|---|---|---:|---|\n");
        for (CodeSummary code : comparison.added()) {
            row(Label.NEW, code, DisplayText.number(code.detections()), out);
        }
        for (CodeSummary code : comparison.gone()) {
            row(Label.GONE, code, DisplayText.number(code.detections()) + " → 0", out);
        }
        for (Comparison.Change change : comparison.changed()) {
            String counts = DisplayText.number(change.before().detections()) + " → "
                    + DisplayText.number(change.now().detections())
                    + String.format(Locale.ROOT, " (×%.1f)", change.factor());
            row(change.factor() > 1 ? Label.MORE : Label.LESS, change.now(), counts, out);
        }
    }

    private void row(Label kind, CodeSummary code, String counts, PrintWriter out) {
        String meaning = code.resolution().meaning(language);
        row(
                out,
                label(kind),
                MarkdownText.of(code.code().token()),
                counts,
                meaning == null ? label(Label.UNLISTED) : MarkdownText.of(meaning));
    }

    private static void row(PrintWriter out, String... cells) {
        out.print("| " + String.join(" | ", cells) + " |\n");
    }

    private String label(Label label) {
        return label.in(language);
    }
}
