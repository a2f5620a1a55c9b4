package io.github.bkerrcode.summary;

/** Gives lines other numbers without changing the order of those of one input. */
@FunctionalInterface
public interface LineNumbering {

    /**
     * Returns the new number of a line.
     *
     * @param file the input's name
     * @param line the number it has, from 1
     */
    long numberOf(String file, long line);
}
