package io.github.bkerrcode.scan;

/**
 * Remembers what stood around candidates that were rejected: a log writes its sizes and ids with the same few words again and again.
 * For one thread.
 */
final class RejectedPlaces {

    /*
     * Rules read away from a candidate only as far as they must, so what they read is all that mattered. Of a rejection that took at most
     * eight bytes on each side we keep these, and how many they are, as a word and a mask. Each place has one slot, where it replaces
     * what was there: that takes no time, and what is common comes back soon.
     */
    static final int REACH = Long.BYTES;

    private static final int SLOTS = 1 << 11;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] before = new long[SLOTS];
    private final long[] beforeMask = new long[SLOTS];
    private final long[] after = new long[SLOTS];
    private final long[] afterMask = new long[SLOTS];

    /** The bit of the kind that was rejected; 0 where nothing is remembered. */
    private final int[] kind = new int[SLOTS];

    /**
     * Says whether a candidate of a kind was rejected for what stands around this one as well.
     *
     * @param wordBefore the bytes in front of it, the nearest one highest
     * @param wordAfter the bytes behind it, the nearest one lowest
     */
    boolean has(long wordBefore, long wordAfter, CandidateKind asked) {
        int slot = slot(wordBefore, wordAfter, asked);
        return kind[slot] == asked.bit()
                && (wordBefore & beforeMask[slot]) == before[slot]
                && (wordAfter & afterMask[slot]) == after[slot];
    }

    /**
     * Remembers a rejection.
     *
     * @param bytesBefore how many bytes were read in front of the candidate, at most {@link #REACH}
     * @param bytesAfter how many were read behind it, the same
     */
    void add(long wordBefore, int bytesBefore, long wordAfter, int bytesAfter, CandidateKind rejected) {
        int slot = slot(wordBefore, wordAfter, rejected);
        kind[slot] = rejected.bit();
        beforeMask[slot] = bytesBefore == 0 ? 0 : -1L << Long.SIZE - Byte.SIZE * bytesBefore;
        afterMask[slot] = bytesAfter == 0 ? 0 : -1L >>> Long.SIZE - Byte.SIZE * bytesAfter;
        before[slot] = wordBefore & beforeMask[slot];
        after[slot] = wordAfter & afterMask[slot];
    }

    /** From the four bytes in front and the two behind. */
    private static int slot(long wordBefore, long wordAfter, CandidateKind kind) {
        long nearest = wordBefore >>> 32 | (wordAfter & 0xFFFF) << 32 | (long) kind.bit() << 48;
        return (int) (nearest * SPREAD >>> 53);
    }
}
