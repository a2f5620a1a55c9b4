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

    /** Returns what the codes of a line mean, from left to right; empty if the line has none. */
    public List<Enrichment> enrich(CharSequence line) {
        List<Enrichment> enrichments = new ArrayList<>();
        scanner.scan(line, detection -> {
            enrich(detection, enrichments);
            return true;
        });
        return enrichments;
    }

    private void enrich(Detection detection, List<Enrichment> enrichments) {
        Resolution resolution = lookup.resolve(detection.code().token());
        if (resolution instanceof Resolution.Known known) {
            enrichments.add(new Enrichment(detection, known));
        }
    }
}
