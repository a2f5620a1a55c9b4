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

    @Override
    public void write(LineOrigin origin, String text, Enrichment enrichment, long column) {
        Detection detection = enrichment.detection();
        String place = DisplayText.harmless(origin.file()) + ":" + origin.line() + ":" + column;
        out.println(palette.faint(place) + "  " + palette.code(detection.code().token()) + "  "
                + DisplayText.harmless(enrichment.told().headline().in(language)));
        out.println(new Excerpt(palette, columns).around(text, detection.start(), detection.end()));
    }
}
