package io.github.bkerrcode.scan.internal;

/**
 * Tells the bytes that codes are made of: digits, upper-case letters, underscores. Implementations differ in speed only. Safe for
 * several threads.
 */
public interface CodeBytes {

    /** How many bytes are looked at together. */
    int WIDTH = Long.SIZE;

    /**
     * Returns one bit for each of {@link #WIDTH} bytes, the lowest for the first, that is set for a code byte.
     *
     * @param block the bytes
     * @param from where to begin; as many bytes as are looked at must be there
     * @param lineFeeds takes the line feeds among these bytes, since to count them later means to load the bytes again
     */
    long mask(byte[] block, int from, LineFeedCount lineFeeds);

    /** Returns the implementation that runs well on every Java. */
    static CodeBytes words() {
        return new WordCodeBytes();
    }

    /** Says whether codes are made of such bytes. */
    static boolean is(byte b) {
        return CodeByteTable.IS_CODE[b & 0xFF];
    }
}
