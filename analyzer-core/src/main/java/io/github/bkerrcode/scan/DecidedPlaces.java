package io.github.bkerrcode.scan;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what was decided about candidates, by what stood around them: a log writes its codes, sizes and ids with the same few words
 * again and again. For one thread.
 *
 * @param <D> what is decided, by no more than the kind of a candidate and its surroundings
 */
final class DecidedPlaces<D> {

    /*
     * Rules read away from a candidate only as far as they must, so what they read is all that mattered. Of a decision that took few
     * bytes we keep these, as words, and how many they are, as masks. Each place has one slot, where it replaces what was there: that
     * takes no time, and what is common comes back soon.
     */

    /** So many bytes are compared in front of a candidate. */
    static final int REACH_BEFORE = 2 * Long.BYTES;

    /** So many bytes are compared behind it. */
    static final int REACH_AFTER = Long.BYTES;

    private static final int SLOT_BITS = 10;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** What a slot consists of: three words, and three masks for them. */
    private static final int WIDTH = 6;

    private final long[] slots = new long[WIDTH << SLOT_BITS];

    /** The bit of the kind that was decided about; 0 where nothing is remembered. */
    private final int[] kinds = new int[1 << SLOT_BITS];

    private final @Nullable Object[] decisions = new Object[1 << SLOT_BITS];

    /**
     * Returns what was decided about a candidate of this kind in such a place, or null if that is not remembered.
     *
     * @param place one whose surroundings can be compared
     */
    @Nullable
    D get(ByteContext place, CandidateKind kind) {
        long near = place.wordBefore(0);
        long after = place.wordAfter();
        int slot = slot(near, after, kind);
        int i = slot * WIDTH;
        boolean same = kinds[slot] == kind.bit()
                && (near & slots[i + 3]) == slots[i]
                && (place.wordBefore(1) & slots[i + 4]) == slots[i + 1]
                && (after & slots[i + 5]) == slots[i + 2];
        return same ? decision(slot) : null;
    }

    @SuppressWarnings("unchecked")
    private @Nullable D decision(int slot) {
        return (D) decisions[slot];
    }

    /**
     * Remembers a decision if it took few bytes.
     *
     * @param place has read what the decision took
     */
    void put(ByteContext place, CandidateKind kind, D decision) {
        if (place.mostBefore() <= REACH_BEFORE && place.mostAfter() <= REACH_AFTER) {
            putAlike(place, kind, decision);
        }
    }

    /**
     * Remembers a decision for all places that begin alike, as far as bytes are compared, whatever else it took; for one that does no harm
     * elsewhere.
     *
     * @param place has read what the decision took
     */
    void putAlike(ByteContext place, CandidateKind kind, D decision) {
        int before = Math.min(REACH_BEFORE, place.mostBefore());
        int behind = Math.min(REACH_AFTER, place.mostAfter());
        long near = place.wordBefore(0);
        long after = place.wordAfter();
        int slot = slot(near, after, kind);
        int i = slot * WIDTH;
        slots[i + 3] = highest(Math.min(before, Long.BYTES));
        slots[i + 4] = highest(Math.max(before, Long.BYTES) - Long.BYTES);
        slots[i + 5] = lowest(behind);
        slots[i] = near & slots[i + 3];
        slots[i + 1] = place.wordBefore(1) & slots[i + 4];
        slots[i + 2] = after & slots[i + 5];
        kinds[slot] = kind.bit();
        decisions[slot] = decision;
    }

    private static long highest(int bytes) {
        return bytes == 0 ? 0 : -1L << Long.SIZE - Byte.SIZE * bytes;
    }

    private static long lowest(int bytes) {
        return bytes == 0 ? 0 : -1L >>> Long.SIZE - Byte.SIZE * bytes;
    }

    /** From the four bytes in front and the two behind. */
    private static int slot(long near, long after, CandidateKind kind) {
        long nearest = near >>> 32 | (after & 0xFFFF) << 32 | (long) kind.bit() << 48;
        return (int) (nearest * SPREAD >>> Long.SIZE - SLOT_BITS);
    }
}
