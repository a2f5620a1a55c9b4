package io.github.bkerrcode.enrich;

import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.scan.Detection;

/**
 * A detection plus what the catalog says of it. Immutable.
 *
 * @param detection where in the line the code stands, and how sure that is
 * @param resolution what the code means; unlisted if only its platform is known
 */
public record Enrichment(Detection detection, Resolution.Known resolution) {}
