package io.github.bkerrcode.scan.internal;

/**
 * Tells the bytes that codes are made of: digits, upper-case letters, underscores. Implementations differ in speed only. Safe for
 * several threads.
 */
public interface CodeBytes {

    /** How many bytes a window has. */
    int WIDTH = Long.SIZE;

    /**
     * Looks at windows of {@link #WIDTH} bytes, one behind the other. Line feeds are counted on the way, since to count them later means to
     * load the bytes again.
     *
     * @param block the bytes
     * @param from where the first window begins
     * @param windows how many there are; all of their bytes must be there
     * @param masks takes for each window one bit for each byte, the lowest for the first, that is set for a code byte
     * @param lineFeeds has in its first place how many line feeds stand in front of the first window; takes behind that, for each window,
     *     how many stand in front of the next one
     */
    void look(byte[] block, int from, int windows, long[] masks, int[] lineFeeds);

    /** Returns the implementation that runs well on every Java. */
    static CodeBytes words() {
        return new WordCodeBytes();
    }

    /** Says whether codes are made of such bytes. */
    static boolean is(byte b) {
        return CodeByteTable.IS_CODE[b & 0xFF];
    }
}
