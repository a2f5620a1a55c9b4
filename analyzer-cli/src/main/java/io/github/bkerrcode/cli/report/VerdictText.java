package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Verdicts for people: {@code file:line:column candidate decision rule reason} on one line, then the line with the candidate
 * marked.
 *
 * @param language of the reasons
 * @param palette colours, or none
 * @param columns width to which the logged line is cut
 * @param out takes the lines
 */
public record VerdictText(Language language, Palette palette, int columns, PrintWriter out) implements VerdictReport {

    private static final String GAP = "  ";

    @Override
    public void write(String file, long line, String text, List<Verdict> verdicts, long offset) {
        Excerpt excerpt = new Excerpt(palette, columns);
        for (Verdict verdict : verdicts) {
            String place = DisplayText.harmless(file) + ":" + line + ":" + (offset + verdict.start() + 1);
            String rule = verdict.rule() == null ? "-" : DisplayText.harmless(verdict.rule());
            out.println(palette.faint(place)
                    + GAP
                    + text.substring(verdict.start(), verdict.end())
                    + GAP
                    + decision(verdict)
                    + GAP
                    + palette.heading(rule)
                    + GAP
                    + DisplayText.harmless(verdict.reason().in(language)));
            out.println(excerpt.around(text, verdict.start(), verdict.end()));
        }
    }

    private String decision(Verdict verdict) {
        Label label = switch (verdict.decision()) {
            case CODE -> Label.IS_CODE;
            case UNSURE -> Label.IS_UNSURE;
            case NO_CODE -> Label.IS_NO_CODE;
        };
        String confidence = verdict.confidence() == null
                ? ""
                : " (" + verdict.confidence().name().toLowerCase(Locale.ROOT) + ")";
        return label.in(language) + confidence;
    }
}
