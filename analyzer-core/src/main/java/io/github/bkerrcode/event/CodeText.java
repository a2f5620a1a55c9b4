package io.github.bkerrcode.event;

import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.enrich.EnrichmentFormat;
import java.util.List;
import java.util.StringJoiner;

/**
 * The text that is written about the codes of one event. Safe for use by several threads.
 *
 * @param format what is written about each code
 * @param separator what is written between the codes of one event
 */
public record CodeText(EnrichmentFormat format, String separator) {

    /** Returns the text; empty if there is no code. */
    public String of(List<Enrichment> found) {
        if (found.isEmpty()) {
            return "";
        }
        if (found.size() == 1) {
            return format.render(found.get(0));
        }
        StringJoiner text = new StringJoiner(separator);
        for (Enrichment enrichment : found) {
            String one = format.render(enrichment);
            if (!one.isEmpty()) {
                text.add(one);
            }
        }
        return text.toString();
    }
}
