package io.github.bkerrcode.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds and counts line feeds in a block of bytes. */
final class LineFeeds {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private static final long ONES = 0x0101010101010101L;

    /** So many words have fewer than 256 line feeds. */
    private static final int ADDED_UP = 31;

    private LineFeeds() {}

    /*
     * A byte of the difference is zero where a line feed stands; adding 0x7f carries into the top bit of all others. What is left is one
     * at the bottom of each byte that is a line feed, so words can be added up, each byte for itself, until one might overflow. One
     * multiplication then sums the bytes.
     */

    /** How many there are between two positions. */
    static int count(byte[] block, int from, int to) {
        int count = 0;
        int i = from;
        while (i + ADDED_UP * Long.BYTES <= to) {
            long sums = 0;
            for (int end = i + ADDED_UP * Long.BYTES; i < end; i += Long.BYTES) {
                long difference = (long) WORDS.get(block, i) ^ LINE_FEEDS;
                sums += (~((difference & LOW_BITS) + LOW_BITS | difference) & ~LOW_BITS) >>> 7;
            }
            count += (int) (sums * ONES >>> 56);
        }
        for (; i < to; i++) {
            if (block[i] == '\n') {
                count++;
            }
        }
        return count;
    }

    /** Where the first one at or behind a position stands, or -1. */
    static int indexOf(byte[] block, int from, int to) {
        for (int i = from; i < to; i++) {
            if (block[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Where the last one before a position stands, or -1. */
    static int lastIndexOf(byte[] block, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (block[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
