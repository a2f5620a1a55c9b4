/**
 * Puts together what the scanner found and what the catalog knows: {@link io.github.bkerrcode.enrich.Enricher} turns a line
 * into {@link io.github.bkerrcode.enrich.Enrichment}s.
 */
@NullMarked
package io.github.bkerrcode.enrich;

import org.jspecify.annotations.NullMarked;
