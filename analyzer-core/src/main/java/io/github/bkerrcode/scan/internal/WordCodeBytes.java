package io.github.bkerrcode.scan.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at a time, in a {@code long}. */
final class WordCodeBytes implements CodeBytes {

    /*
     * Arithmetic on a whole word: 0x80 + c minus the low seven bits of a byte leaves its top bit set where they are at most c, so two
     * subtractions tell a range, and no byte disturbs its neighbour. Ranges do not overlap, so exclusive or joins them. One addition
     * among the subtractions turns the outcome round: what is told are the bytes that are none, to which those above ASCII come by
     * themselves.
     *
     * The top bits of eight words are moved beside each other, which makes an eight by eight matrix of bits that lies on its side.
     *
     * Written out and cut into methods of at most 35 bytecodes for the JVM's quick compiler, under which most runs end: it unrolls no
     * loop and inlines nothing longer. A call for each window would cost a seventh of all this.
     */
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long TOP_BITS = ~LOW_BITS;
    private static final long TO_SLASH = TOP_BITS + 0x2F2F2F2F2F2F2F2FL;
    private static final long TO_9 = TOP_BITS + 0x3939393939393939L;
    private static final long TO_AT = TOP_BITS + 0x4040404040404040L;
    private static final long TO_Z = TOP_BITS + 0x5A5A5A5A5A5A5A5AL;
    private static final long TO_CARET = TOP_BITS + 0x5E5E5E5E5E5E5E5EL;
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long ONES = 0x0101010101010101L;
    private static final long BEHIND_UNDERSCORE = 0x2020202020202020L;

    @Override
    public void look(byte[] block, int from, int windows, long[] masks, int[] lineFeeds) {
        int feeds = lineFeeds[0];
        for (int window = 0; window < windows; window++) {
            int i = from + window * WIDTH;
            long first = word(block, i);
            long second = word(block, i + 8);
            long third = word(block, i + 16);
            long fourth = word(block, i + 24);
            long others = others(first) >>> 7 | others(second) >>> 6 | others(third) >>> 5 | others(fourth) >>> 4;
            long noFeeds = noFeeds(first) + noFeeds(second) + noFeeds(third) + noFeeds(fourth);
            first = word(block, i + 32);
            second = word(block, i + 40);
            third = word(block, i + 48);
            fourth = word(block, i + 56);
            others |= others(first) >>> 3 | others(second) >>> 2 | others(third) >>> 1 | others(fourth);
            noFeeds += noFeeds(first) + noFeeds(second) + noFeeds(third) + noFeeds(fourth);
            feeds += WIDTH - sumOfBytes(noFeeds);
            masks[window] = ~transposed(others);
            lineFeeds[window + 1] = feeds;
        }
    }

    private static long word(byte[] block, int from) {
        return (long) WORDS.get(block, from);
    }

    /** Sets the lowest bit of each of eight bytes that is no line feed: what differs from one carries into the top bit. */
    private static long noFeeds(long word) {
        long difference = word ^ LINE_FEEDS;
        return ((difference & LOW_BITS) + LOW_BITS | difference) >>> 7 & ONES;
    }

    /** The bytes' sum, which must fit a byte. */
    private static int sumOfBytes(long bytes) {
        return (int) (bytes * ONES >>> 56);
    }

    /** Sets the top bit of each of eight bytes that is no code byte, and no other bit. */
    private static long others(long word) {
        long low = word & LOW_BITS;
        return (digits(low) ^ letters(low) ^ notUnderscores(low) | word) & TOP_BITS;
    }

    private static long digits(long low) {
        return TO_SLASH - low ^ TO_9 - low;
    }

    private static long letters(long low) {
        return TO_AT - low ^ TO_Z - low;
    }

    private static long notUnderscores(long low) {
        return TO_CARET - low ^ low + BEHIND_UNDERSCORE;
    }

    /** Swaps rows and columns of an eight by eight matrix of bits: bits, then squares of two by two, then of four by four. */
    private static long transposed(long matrix) {
        return swapped(
                swapped(swapped(matrix, 7, 0x00AA00AA00AA00AAL), 14, 0x0000CCCC0000CCCCL), 28, 0x00000000F0F0F0F0L);
    }

    /** Swaps the bits that a selection names with those so many places above them. */
    private static long swapped(long bits, int distance, long selection) {
        long different = (bits ^ bits >>> distance) & selection;
        return bits ^ different ^ different << distance;
    }
}
