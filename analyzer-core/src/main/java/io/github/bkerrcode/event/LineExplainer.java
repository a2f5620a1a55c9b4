package io.github.bkerrcode.event;

import io.github.bkerrcode.enrich.Enricher;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.enrich.EnrichmentFormat;
import io.github.bkerrcode.scan.CodeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Appends to each line of a text what its codes mean, in front of the line break. Safe for use by several threads. */
public final class LineExplainer {

    private final CodeFinder finder;
    private final EnrichmentFormat format;

    /**
     * Creates an explainer.
     *
     * @param finder finds codes, and says how many of a line are explained
     * @param format what is written about each
     */
    public LineExplainer(CodeFinder finder, EnrichmentFormat format) {
        this.finder = finder;
        this.format = format;
    }

    /** Returns the text with meanings; the same object if it has no code. */
    public String explain(String text) {
        Enricher current = finder.codes().current();
        StringBuilder out = null;
        int copied = 0;
        for (int start = 0; start < text.length(); ) {
            int feed = text.indexOf('\n', start);
            int next = feed < 0 ? text.length() : feed + 1;
            int end = feed < 0 ? next : feed;
            if (end > start && text.charAt(end - 1) == '\r') {
                end--;
            }
            if (CodeScanner.mayHoldCode(text, start, end)) {
                List<Enrichment> found = current.enrich(text.substring(start, end));
                if (!found.isEmpty()) {
                    out = out == null ? new StringBuilder(text.length() + 128) : out;
                    out.append(text, copied, end);
                    append(found, out);
                    copied = end;
                }
            }
            start = next;
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    private void append(List<Enrichment> found, StringBuilder out) {
        Set<String> seen = new HashSet<>();
        for (Enrichment enrichment : found) {
            String code = enrichment.detection().code().token();
            if (seen.size() < finder.max() && seen.add(code)) {
                out.append(format.render(enrichment));
            }
        }
    }
}
