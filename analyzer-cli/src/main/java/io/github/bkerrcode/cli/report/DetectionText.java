package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.summary.LineOrigin;
import java.io.PrintWriter;

/**
 * Detections for people: {@code file:line:column code text} on one line, then the line with the code marked.
 *
 * @param language of the texts
 * @param palette colours, or none
 * @param columns width to which the logged line is cut
 * @param out takes the lines
 */
public record DetectionText(Language language, Palette palette, int columns, PrintWriter out)
        implements DetectionReport {

    private static final int CONTEXT_BEFORE_CODE = 30;
    private static final String INDENT = "    ";

    @Override
    public void write(LineOrigin origin, String text, Enrichment enrichment, long column) {
        Detection detection = enrichment.detection();
        String place = DisplayText.harmless(origin.file()) + ":" + origin.line() + ":" + column;
        out.println(palette.faint(place) + "  " + palette.code(detection.code().token()) + "  "
                + DisplayText.harmless(enrichment.resolution().headline().in(language)));
        int start = Math.max(0, detection.start() - CONTEXT_BEFORE_CODE);
        if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
            start++;
        }
        String before = DisplayText.harmless((start > 0 ? "…" : "") + text.substring(start, detection.start()));
        String code = text.substring(detection.start(), detection.end());
        String after = DisplayText.harmless(
                text.substring(detection.end(), Math.min(text.length(), detection.end() + Math.max(0, columns))));
        int room = columns - INDENT.length() - DisplayText.width(before) - DisplayText.width(code);
        out.println(INDENT + before + palette.code(code) + DisplayText.truncate(after, Math.max(1, room)));
    }
}
