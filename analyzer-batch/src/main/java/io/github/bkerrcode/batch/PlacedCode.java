package io.github.bkerrcode.batch;

import io.github.bkerrcode.scan.Detection;

/**
 * A code and the bytes that stand for it. Immutable.
 *
 * @param detection the code, with positions in the text
 * @param start where its first byte stands in the block
 * @param end where it ends, exclusive
 */
public record PlacedCode(Detection detection, int start, int end) {}
