package io.github.bkerrcode.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds and counts line feeds in a block of bytes. */
final class LineFeeds {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long TOP_BITS = ~LOW_BITS;
    private static final long ONES = 0x0101010101010101L;

    /** So many bytes are looked at together; no byte of a sum of their words overflows. */
    private static final int STRIDE = 24 * Long.BYTES;

    private LineFeeds() {}

    /*
     * A byte of the difference is zero where a line feed stands; adding 0x7f carries into the top bit of all others. What is left is one
     * at the bottom of each byte that is no line feed, so words can be added up, each byte for itself, as long as none overflows. One
     * multiplication then sums the bytes.
     *
     * Written out for the JVM's quick compiler, which unrolls no loop.
     */

    /** How many there are between two positions. */
    static int count(byte[] block, int from, int to) {
        int count = 0;
        int i = from;
        for (; i + STRIDE <= to; i += STRIDE) {
            long others = othersOfEight(block, i) + othersOfEight(block, i + 64) + othersOfEight(block, i + 128);
            count += STRIDE - (int) (others * ONES >>> 56);
        }
        for (; i < to; i++) {
            if (block[i] == '\n') {
                count++;
            }
        }
        return count;
    }

    private static long othersOfEight(byte[] block, int from) {
        return others(block, from)
                + others(block, from + 8)
                + others(block, from + 16)
                + others(block, from + 24)
                + others(block, from + 32)
                + others(block, from + 40)
                + others(block, from + 48)
                + others(block, from + 56);
    }

    private static long others(byte[] block, int from) {
        return others((long) WORDS.get(block, from) ^ LINE_FEEDS);
    }

    /** One for each byte that is not zero. */
    private static long others(long difference) {
        return ((difference & LOW_BITS) + LOW_BITS | difference) >>> 7 & ONES;
    }

    /** Where the first one at or behind a position stands, or -1. */
    static int indexOf(byte[] block, int from, int to) {
        int i = from;
        while (i + Long.BYTES <= to && !isAmong((long) WORDS.get(block, i))) {
            i += Long.BYTES;
        }
        while (i < to && block[i] != '\n') {
            i++;
        }
        return i < to ? i : -1;
    }

    /** Where the last one before a position stands, or -1. */
    static int lastIndexOf(byte[] block, int from, int to) {
        int i = to;
        while (i - Long.BYTES >= from && !isAmong((long) WORDS.get(block, i - Long.BYTES))) {
            i -= Long.BYTES;
        }
        while (i > from && block[i - 1] != '\n') {
            i--;
        }
        return i > from ? i - 1 : -1;
    }

    /** Whether one is among eight bytes: the lowest byte that differs from one by nothing borrows from its top bit. */
    private static boolean isAmong(long word) {
        long difference = word ^ LINE_FEEDS;
        return (difference - ONES & ~difference & TOP_BITS) != 0;
    }
}
