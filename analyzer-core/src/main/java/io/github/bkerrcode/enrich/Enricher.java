package io.github.bkerrcode.enrich;

import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Detection;
import java.util.ArrayList;
import java.util.List;

/** Finds the codes of a line and says what they mean. Immutable and safe for use by several threads. */
public final class Enricher {

    private final CodeScanner scanner;
    private final CodeLookup lookup;

    /**
     * Creates an enricher.
     *
     * @param scanner confirms codes; it should know the same codes as {@code lookup}
     * @param lookup resolves them
     */
    public Enricher(CodeScanner scanner, CodeLookup lookup) {
        this.scanner = scanner;
        this.lookup = lookup;
    }

    /** Returns what the codes of a line mean, from left to right; empty, without allocating, if the line has none. */
    public List<Enrichment> enrich(CharSequence line) {
        Detection detection = scanner.next(line, 0);
        if (detection == null) {
            return List.of();
        }
        List<Enrichment> enrichments = new ArrayList<>(2);
        int before = 0;
        while (detection != null) {
            Detection next = scanner.next(line, detection.end());
            int after = next == null ? line.length() : next.start();
            add(line, before, detection, after, lookup, enrichments);
            before = after;
            detection = next;
        }
        return enrichments;
    }

    /**
     * Says what codes mean that were found already.
     *
     * @param line where they were found
     * @param detections all of the line, from left to right
     * @param lookup resolves them
     * @return those whose platform is known, in the same order
     */
    public static List<Enrichment> explain(CharSequence line, List<Detection> detections, CodeLookup lookup) {
        List<Enrichment> enrichments = new ArrayList<>(detections.size());
        int before = 0;
        for (int i = 0; i < detections.size(); i++) {
            int after = i + 1 < detections.size() ? detections.get(i + 1).start() : line.length();
            add(line, before, detections.get(i), after, lookup, enrichments);
            before = after;
        }
        return enrichments;
    }

    private static void add(
            CharSequence line,
            int before,
            Detection detection,
            int after,
            CodeLookup lookup,
            List<Enrichment> enrichments) {
        if (lookup.resolve(detection.code().token()) instanceof Resolution.Known known) {
            enrichments.add(new Enrichment(detection, known, told(known, line, before, detection, after)));
        }
    }

    private static Resolution.Known told(
            Resolution.Known known, CharSequence line, int before, Detection detection, int after) {
        return known.parameters().isEmpty()
                ? known
                : known.filledFrom(LoggedText.around(line, before, detection.start(), detection.end(), after));
    }
}
