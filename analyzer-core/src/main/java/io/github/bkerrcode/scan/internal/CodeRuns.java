package io.github.bkerrcode.scan.internal;

import io.github.bkerrcode.code.ErrorCode;

/**
 * Finds runs of code bytes that are long enough for a code. Not safe for use by several threads: each has its own.
 *
 * <p>Looks ahead: what was found beyond the run that is asked for is remembered. Whoever changes the bytes says so with {@link
 * #forget}.
 */
public final class CodeRuns implements PlaceFinder {

    /*
     * Seven ones in a row end where the bits shifted by one to six places all meet; shifting by one, two and three is enough. What is
     * shifted in comes from the window before.
     *
     * Whether a window has a run in it is a toss-up, which no processor foresees. So each window is noted, over the one before if that
     * had none, and taken apart later; and a run is written over by the next one if the sieve does not let it pass. Neither takes a branch.
     */

    /** How long a run must be. */
    static final int SHORTEST = ErrorCode.MIN_SYMBOL_LENGTH;

    /** So many windows are looked at together: enough to pay for the calls, few enough for them to be compiled soon. */
    static final int LOOK_AHEAD = 32;

    /** So many runs can end in a window: behind each stands a byte that is none of theirs. */
    private static final int MOST_IN_WINDOW = CodeBytes.WIDTH / (SHORTEST + 1);

    private final CodeBytes bytes;
    private final RunSieve sieve;
    private final long[] masks = new long[LOOK_AHEAD];

    /** For each window, and for what is behind the last, how many line feeds stand in front of it. */
    private final int[] lineFeeds = new int[LOOK_AHEAD + 1];

    /** The windows in which runs have their seventh byte, and for each a bit for each of these bytes. */
    private final int[] windows = new int[LOOK_AHEAD];

    private final long[] ends = new long[LOOK_AHEAD];

    /** The runs: where they begin, and the windows of their seventh bytes. */
    private final int[] starts = new int[LOOK_AHEAD * MOST_IN_WINDOW];

    private final int[] windowOf = new int[LOOK_AHEAD * MOST_IN_WINDOW];

    private int count;
    private int index;

    /** The run that was returned last, or -1. */
    private int taken = -1;

    /** Where looking began, where the first of the windows begins, up to where there are windows, and where looking is to stop. */
    private int begun;

    private int first;
    private int known;
    private int end = -1;

    /** The line feeds up to {@link #known}. */
    private int feeds;

    /** The last window's bits, as they were and after each shift. */
    private long ones;

    private long twos;
    private long fours;
    private long sevens;

    /**
     * Creates a finder.
     *
     * @param bytes tells code bytes
     */
    public CodeRuns(CodeBytes bytes) {
        this(bytes, RunSieve.open());
    }

    /** Creates a finder of those runs that pass a sieve. */
    CodeRuns(CodeBytes bytes, RunSieve sieve) {
        this.bytes = bytes;
        this.sieve = sieve;
    }

    @Override
    public void forget() {
        end = -1;
    }

    /**
     * Returns where the first run begins, or -1 if there is none.
     *
     * @param from a position at which no run is cut in two, not before that of the call before
     * @param to where to stop, exclusive; no run may be cut there either
     */
    @Override
    public int find(byte[] block, int from, int to) {
        if (to != end) {
            begin(from, to);
        }
        while (true) {
            while (index < count) {
                taken = index++;
                if (starts[taken] >= from) {
                    return starts[taken];
                }
            }
            if (known >= to) {
                taken = -1;
                return -1;
            }
            lookAhead(block, to);
        }
    }

    @Override
    public int lineFeeds(byte[] block) {
        return taken < 0 ? feeds : feedsBefore(block, windowOf[taken], starts[taken]);
    }

    /** The line feeds in front of a run; it may begin before the window, but has none in it. */
    private int feedsBefore(byte[] block, int window, int start) {
        int before = lineFeeds[window];
        for (int i = first + window * CodeBytes.WIDTH; i < start; i++) {
            if (block[i] == '\n') {
                before++;
            }
        }
        return before;
    }

    private void begin(int from, int to) {
        begun = from;
        known = from;
        end = to;
        count = 0;
        index = 0;
        feeds = 0;
        ones = 0;
        twos = 0;
        fours = 0;
        sevens = 0;
    }

    private void lookAhead(byte[] block, int to) {
        first = known;
        int looked = look(block, to);
        takeApart(block, to, note(looked));
    }

    private int look(byte[] block, int to) {
        int whole = Math.min(LOOK_AHEAD, (to - first) / CodeBytes.WIDTH);
        lineFeeds[0] = feeds;
        bytes.look(block, first, whole, masks, lineFeeds);
        known = first + whole * CodeBytes.WIDTH;
        int looked = whole;
        if (whole < LOOK_AHEAD && known < to) {
            lookAtRest(block, whole, to);
            looked++;
        }
        feeds = lineFeeds[looked];
        return looked;
    }

    /** The last bytes, fewer than a window has, one by one. */
    private void lookAtRest(byte[] block, int window, int to) {
        long mask = 0;
        int before = lineFeeds[window];
        for (int i = known; i < to; i++) {
            if (CodeBytes.is(block[i])) {
                mask |= 1L << (i - known);
            } else if (block[i] == '\n') {
                before++;
            }
        }
        masks[window] = mask;
        lineFeeds[window + 1] = before;
        known = to;
    }

    /** Notes the windows in which runs have their seventh byte; returns how many. */
    private int note(int looked) {
        long lastOnes = ones;
        long lastTwos = twos;
        long lastFours = fours;
        long lastSevens = sevens;
        int noted = 0;
        for (int window = 0; window < looked; window++) {
            long one = masks[window];
            long two = one & (one << 1 | lastOnes >>> 63);
            long four = two & (two << 2 | lastTwos >>> 62);
            long seven = four & (four << 3 | lastFours >>> 61);
            long firsts = seven & ~(seven << 1 | lastSevens >>> 63);
            windows[noted] = window;
            ends[noted] = firsts;
            noted += oneIfAny(firsts);
            lastOnes = one;
            lastTwos = two;
            lastFours = four;
            lastSevens = seven;
        }
        ones = lastOnes;
        twos = lastTwos;
        fours = lastFours;
        sevens = lastSevens;
        return noted;
    }

    /** A number or its negative has the top bit set, unless it is zero. */
    private static int oneIfAny(long bits) {
        return (int) ((bits | -bits) >>> 63);
    }

    /** Takes the runs out of the windows that have any. */
    private void takeApart(byte[] block, int to, int noted) {
        int passed = 0;
        for (int i = 0; i < noted; i++) {
            int window = windows[i];
            int startOfLowest = first + window * CodeBytes.WIDTH - SHORTEST + 1;
            for (long bits = ends[i]; bits != 0; bits &= bits - 1) {
                int start = startOfLowest + lowest(bits);
                starts[passed] = start;
                windowOf[passed] = window;
                passed += sieve.oneIfPassing(block, begun, start, to);
            }
        }
        count = passed;
        index = 0;
    }

    /** Returns the place of the lowest bit, which the JVM's quick compiler has no instruction for but by way of a power of two. */
    private static int lowest(long bits) {
        return Math.getExponent((double) (bits & -bits));
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
