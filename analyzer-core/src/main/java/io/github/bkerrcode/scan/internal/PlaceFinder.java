package io.github.bkerrcode.scan.internal;

/** Finds places in blocks of bytes, one after the other, and counts the line feeds on its way. */
public interface PlaceFinder {

    /** Says that the block's bytes are others from now on. */
    void forget();

    /**
     * Returns where the first place is, or -1 if there is none.
     *
     * @param block the bytes, the same as in the call before unless {@link #forget} was called between
     * @param from where a line begins, not before that of the call before
     * @param to where a line ends, exclusive
     */
    int find(byte[] block, int from, int to);

    /**
     * Returns how many line feeds stand in front of what was found last, or of where to stop if nothing was. They count from where the
     * first search began that had these bytes and this end.
     *
     * @param block the bytes, the same as in the call before
     */
    int lineFeeds(byte[] block);
}
