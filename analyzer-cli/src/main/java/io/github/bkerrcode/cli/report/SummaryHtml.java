package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The summary as a page for browsers, one file that needs no network. It has all codes and both languages; what the reader
 * sees of it is chosen in the page. Whatever comes from logs and catalogs is data in it, never markup or script.
 *
 * @param language in which the page opens
 * @param zone in which times are shown
 */
public record SummaryHtml(Language language, ZoneId zone) {

    private static final List<String> LIBRARIES = List.of("d3-array", "d3-time", "d3-sankey");
    private static final List<String> SCRIPTS =
            List.of("texts.js", "page.js", "timeline.js", "blame.js", "codes.js", "next.js", "report.js");

    /**
     * Writes the page; the writer stays open, and must write UTF-8.
     *
     * @param compared how the summary differs from an earlier one, or null if there is none
     * @throws IOException if the writer fails
     */
    public void write(Summary summary, @Nullable ComparedWith compared, Writer out) throws IOException {
        List<String> scripts = new ArrayList<>();
        for (String library : LIBRARIES) {
            scripts.add(library(library));
        }
        for (String script : SCRIPTS) {
            scripts.add(PageResource.text(script));
        }
        new SelfContainedPage(PageResource.text("report.html"), PageResource.text("report.css"), scripts)
                .write(
                        language == Language.ZH ? "zh-CN" : "en",
                        new PageData(language, zone, summary, compared)::write,
                        out);
    }

    /** The text of a library as it stands in the page, behind its licence. */
    static String library(String name) throws IOException {
        return "/*\n" + PageResource.text(name + "/LICENSE") + "*/\n"
                + PageResource.text(name + "/" + name + ".min.js");
    }
}
