package io.github.bkerrcode.batch;

import io.github.bkerrcode.code.ErrorCode;

/**
 * A code and the bytes that stand for it. Immutable.
 *
 * @param code the code; for a flag, the number it stands for
 * @param start where its first byte stands in the block
 * @param end where it ends, exclusive
 */
public record PlacedCode(ErrorCode code, int start, int end) {}
