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
        while (detection != null) {
            if (lookup.resolve(detection.code().token()) instanceof Resolution.Known known) {
                enrichments.add(new Enrichment(detection, known));
            }
            detection = scanner.next(line, detection.end());
        }
        return enrichments;
    }
}
