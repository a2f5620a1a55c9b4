package io.github.bkerrcode.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds and counts line feeds in a block of bytes. */
final class LineFeeds {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private LineFeeds() {}

    /** How many there are between two positions; eight bytes at a time. */
    static int count(byte[] block, int from, int to) {
        int count = 0;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            // A byte of the difference is zero where a line feed stands; adding 0x7f carries into the top bit of all
            // others.
            long difference = (long) WORDS.get(block, i) ^ LINE_FEEDS;
            long others = ((difference & LOW_BITS) + LOW_BITS | difference) & ~LOW_BITS;
            count += Long.BYTES - Long.bitCount(others);
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
