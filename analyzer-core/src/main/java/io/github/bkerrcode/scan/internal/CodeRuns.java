package io.github.bkerrcode.scan.internal;

import io.github.bkerrcode.code.ErrorCode;

/**
 * Finds runs of code bytes that are long enough for a code. Not safe for use by several threads: each has its own.
 *
 * <p>Looks ahead: what was found beyond the run that is asked for is remembered. Whoever changes the bytes says so with {@link
 * #forget}.
 */
public final class CodeRuns {

    /*
     * Seven ones in a row end where the bits shifted by one to six places all meet; shifting by one, two and three is enough. What is
     * shifted in comes from the bytes before. So nothing branches but once for each run, and no byte is looked at twice.
     */

    /** How long a run must be. */
    static final int SHORTEST = ErrorCode.MIN_SYMBOL_LENGTH;

    private static final int LOOK_AHEAD = 128;

    private final CodeBytes bytes;
    private final int[] starts = new int[LOOK_AHEAD];
    private int count;
    private int index;

    /** Up to where the remembered runs are all there are, and where looking was to stop. */
    private int known;

    private int end = -1;

    /**
     * Creates a finder.
     *
     * @param bytes tells code bytes
     */
    public CodeRuns(CodeBytes bytes) {
        this.bytes = bytes;
    }

    /** Says that the block's bytes are others from now on. */
    public void forget() {
        end = -1;
    }

    /**
     * Returns where the first run begins, or -1 if there is none.
     *
     * @param block the bytes, the same as in the call before unless {@link #forget} was called between
     * @param from a position at which no run is cut in two, not before that of the call before
     * @param to where to stop, exclusive; no run may be cut there either
     */
    public int next(byte[] block, int from, int to) {
        if (to != end) {
            end = to;
            count = 0;
            index = 0;
            known = from;
        }
        while (true) {
            while (index < count) {
                int start = starts[index++];
                if (start >= from) {
                    return start;
                }
            }
            if (known >= to) {
                return -1;
            }
            lookAhead(block, Math.max(from, known), to);
        }
    }

    private void lookAhead(byte[] block, int from, int to) {
        count = 0;
        index = 0;
        long ones = 0;
        long twos = 0;
        long fours = 0;
        long sevens = 0;
        int i = from;
        for (; i + CodeBytes.WIDTH <= to; i += CodeBytes.WIDTH) {
            long onesBefore = ones;
            long twosBefore = twos;
            long foursBefore = fours;
            long sevensBefore = sevens;
            ones = bytes.mask(block, i);
            twos = ones & (ones << 1 | onesBefore >>> 63);
            fours = twos & (twos << 2 | twosBefore >>> 62);
            sevens = fours & (fours << 3 | foursBefore >>> 61);
            long firsts = sevens & ~(sevens << 1 | sevensBefore >>> 63);
            while (firsts != 0) {
                starts[count++] = i + Long.numberOfTrailingZeros(firsts) - SHORTEST + 1;
                firsts &= firsts - 1;
            }
            if (count > LOOK_AHEAD - CodeBytes.WIDTH / SHORTEST - 1) {
                known = runEnd(block, starts[count - 1], to);
                return;
            }
        }
        lookAtRest(block, i, to, Long.numberOfLeadingZeros(~ones));
        known = to;
    }

    /** The last bytes, fewer than are looked at together, one by one. */
    private void lookAtRest(byte[] block, int from, int to, int runBefore) {
        int run = Math.min(runBefore, SHORTEST);
        for (int i = from; i < to; i++) {
            run = CodeBytes.is(block[i]) ? run + 1 : 0;
            if (run == SHORTEST) {
                starts[count++] = i - SHORTEST + 1;
            }
        }
    }

    /** Returns where a run ends, exclusive. */
    static int runEnd(byte[] block, int start, int to) {
        int end = start + SHORTEST;
        while (end < to && CodeBytes.is(block[end])) {
            end++;
        }
        return end;
    }
}
