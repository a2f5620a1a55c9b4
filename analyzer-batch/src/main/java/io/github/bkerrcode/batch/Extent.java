package io.github.bkerrcode.batch;

/**
 * Where a line stands in a block, or a piece of a line too long to be held. Immutable.
 *
 * @param from its first byte
 * @param textEnd its line break; the same as {@code to} if there is none
 * @param to where it ends, exclusive
 * @param goesOn whether it is a piece that is not the line's last
 */
public record Extent(int from, int textEnd, int to, boolean goesOn) {}
