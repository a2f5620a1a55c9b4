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
     * shifted in comes from the bytes before.
     *
     * Whether a window has a run in it is a toss-up, which no processor foresees. So the windows are noted without a branch, each over
     * the one before if that had none, and taken apart only when runs are asked for.
     *
     * Line feeds are counted on the way, in whole windows: how many stand in front of a run are those in front of its window, and the
     * few that the window has in front of the run. So looking goes on where it ended, even if what is there is not asked for.
     */

    /** How long a run must be. */
    static final int SHORTEST = ErrorCode.MIN_SYMBOL_LENGTH;

    /** So many windows that have runs are remembered. */
    static final int LOOK_AHEAD = 128;

    private final CodeBytes bytes;
    private final int[] windows = new int[LOOK_AHEAD];

    /** For each of the windows one bit for each run, where its first seven bytes end. */
    private final long[] ends = new long[LOOK_AHEAD];

    /** For each of the windows how many line feeds were counted in front of it. */
    private final int[] feedsBefore = new int[LOOK_AHEAD];

    /** The line feeds from where the first search began up to {@link #known}. */
    private final LineFeedCount feeds = new LineFeedCount();

    private int count;
    private int index;

    /** The window that the last run was taken from, and where the run begins. */
    private int taken;

    private int start;

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
            feeds.set(0);
        }
        while (true) {
            while (index < count) {
                take();
                if (start >= from) {
                    return start;
                }
            }
            if (known >= to) {
                taken = -1;
                return -1;
            }
            lookAhead(block, known, to);
        }
    }

    /**
     * Returns how many line feeds stand in front of the run that was returned last, or of where to stop if there was none. They count
     * from where the first call began that had these bytes and this end.
     *
     * @param block the bytes, the same as in the call before
     */
    public int lineFeeds(byte[] block) {
        return taken < 0 ? feeds.get() : feedsBefore(block, taken, start);
    }

    /** The line feeds in front of a position that is in a window, or in a run that begins or ends there. */
    private int feedsBefore(byte[] block, int window, int position) {
        int before = feedsBefore[window];
        for (int i = windows[window]; i < position; i++) {
            if (block[i] == '\n') {
                before++;
            }
        }
        return before;
    }

    /** Takes the first of the remembered runs. */
    private void take() {
        long bits = ends[index];
        taken = index;
        start = windows[index] + lowest(bits) - SHORTEST + 1;
        long others = bits & bits - 1;
        ends[index] = others;
        if (others == 0) {
            index++;
        }
    }

    /** Returns the place of the lowest bit, which the JVM's quick compiler has no instruction for but by way of a power of two. */
    private static int lowest(long bits) {
        return Math.getExponent((double) (bits & -bits));
    }

    private void lookAhead(byte[] block, int from, int to) {
        long ones = 0;
        long twos = 0;
        long fours = 0;
        long sevens = 0;
        int found = 0;
        for (int i = from; i < to && found < LOOK_AHEAD; i += CodeBytes.WIDTH) {
            long onesBefore = ones;
            long twosBefore = twos;
            long foursBefore = fours;
            long sevensBefore = sevens;
            feedsBefore[found] = feeds.get();
            ones = i + CodeBytes.WIDTH <= to ? bytes.mask(block, i, feeds) : maskOfRest(block, i, to, feeds);
            twos = ones & (ones << 1 | onesBefore >>> 63);
            fours = twos & (twos << 2 | twosBefore >>> 62);
            sevens = fours & (fours << 3 | foursBefore >>> 61);
            long firsts = sevens & ~(sevens << 1 | sevensBefore >>> 63);
            windows[found] = i;
            ends[found] = firsts;
            found += oneIfAny(firsts);
        }
        count = found;
        index = 0;
        if (found < LOOK_AHEAD) {
            known = to;
        } else {
            known = runEnd(block, lastStart(), to);
            feeds.set(feedsBefore(block, found - 1, known));
        }
    }

    /** The last bytes, fewer than are looked at together, one by one. */
    private static long maskOfRest(byte[] block, int from, int to, LineFeedCount lineFeeds) {
        long mask = 0;
        for (int i = from; i < to; i++) {
            if (CodeBytes.is(block[i])) {
                mask |= 1L << (i - from);
            } else if (block[i] == '\n') {
                lineFeeds.add(1);
            }
        }
        return mask;
    }

    /** A number or its negative has the top bit set, unless it is zero. */
    private static int oneIfAny(long bits) {
        return (int) ((bits | -bits) >>> 63);
    }

    private int lastStart() {
        int last = count - 1;
        return windows[last] + 63 - Long.numberOfLeadingZeros(ends[last]) - SHORTEST + 1;
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
