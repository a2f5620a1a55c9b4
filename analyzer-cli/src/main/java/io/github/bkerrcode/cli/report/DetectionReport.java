package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.summary.LineOrigin;

/** Writes detections one after the other, as they are found. */
@FunctionalInterface
public interface DetectionReport {

    /**
     * Writes one detection.
     *
     * @param origin where the line stands
     * @param text the line, or the piece of it that holds the code
     * @param enrichment the code and what it means, with positions in {@code text}
     * @param column where the code begins in the line, in characters from 1
     */
    void write(LineOrigin origin, String text, Enrichment enrichment, long column);
}
