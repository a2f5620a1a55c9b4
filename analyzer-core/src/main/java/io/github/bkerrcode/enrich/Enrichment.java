package io.github.bkerrcode.enrich;

import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.scan.Detection;

/**
 * A detection plus what the catalog says of it. Immutable.
 *
 * @param detection where in the line the code stands, and how sure that is
 * @param resolution what the code means, wherever it is logged; unlisted if only its platform is known
 * @param told the same as the line tells it: with values in place of the parameters of its meaning, as far as the line says them; the
 *     very object {@code resolution} if there is nothing to fill
 */
public record Enrichment(Detection detection, Resolution.Known resolution, Resolution.Known told) {

    /** Creates an enrichment of a line that tells no values. */
    public Enrichment(Detection detection, Resolution.Known resolution) {
        this(detection, resolution, resolution);
    }
}
