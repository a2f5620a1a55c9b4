package io.github.bkerrcode.scan;

import java.util.Arrays;

/** A set of characters (UTF-16 code units) as sorted, disjoint ranges. Immutable. */
final class CharSet {

    static final int LAST = 0xFFFF;
    static final CharSet EMPTY = new CharSet(new int[0]);
    static final CharSet ANY = of(0, LAST);
    static final CharSet DIGIT = of('0', '9');
    static final CharSet WORD = DIGIT.union(of('A', 'Z')).union(of('a', 'z')).union(of('_', '_'));
    static final CharSet SPACE = of('\t', '\r').union(of(' ', ' '));

    private static final int CASE_BIT = 'a' - 'A';

    /** First and last character of each range, one range after the other. */
    private final int[] bounds;

    private final int hash;

    private CharSet(int[] bounds) {
        this.bounds = bounds;
        this.hash = Arrays.hashCode(bounds);
    }

    /** The characters between two, both of them included. */
    static CharSet of(int from, int to) {
        return new CharSet(new int[] {from, to});
    }

    /** How many ranges the set has. */
    int rangeCount() {
        return bounds.length / 2;
    }

    /** The first character of a range. */
    int first(int range) {
        return bounds[2 * range];
    }

    /** The last character of a range. */
    int last(int range) {
        return bounds[2 * range + 1];
    }

    CharSet union(CharSet other) {
        int[] merged = new int[bounds.length + other.bounds.length];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < bounds.length || theirs < other.bounds.length) {
            boolean takeMine =
                    theirs == other.bounds.length || mine < bounds.length && bounds[mine] <= other.bounds[theirs];
            int from = takeMine ? bounds[mine] : other.bounds[theirs];
            int to = takeMine ? bounds[mine + 1] : other.bounds[theirs + 1];
            if (takeMine) {
                mine += 2;
            } else {
                theirs += 2;
            }
            if (size > 0 && from <= merged[size - 1] + 1) {
                merged[size - 1] = Math.max(merged[size - 1], to);
            } else {
                merged[size++] = from;
                merged[size++] = to;
            }
        }
        return new CharSet(Arrays.copyOf(merged, size));
    }

    CharSet complement() {
        int[] gaps = new int[bounds.length + 2];
        int size = 0;
        int next = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i] > next) {
                gaps[size++] = next;
                gaps[size++] = bounds[i] - 1;
            }
            next = bounds[i + 1] + 1;
        }
        if (next <= LAST) {
            gaps[size++] = next;
            gaps[size++] = LAST;
        }
        return new CharSet(Arrays.copyOf(gaps, size));
    }

    /** Adds the other case of every ASCII letter. */
    CharSet ignoringCase() {
        CharSet capitals = shifted('a', 'z', -CASE_BIT);
        CharSet smalls = shifted('A', 'Z', CASE_BIT);
        return capitals.bounds.length + smalls.bounds.length == 0
                ? this
                : union(capitals).union(smalls);
    }

    /** What the set has of some letters, moved. */
    private CharSet shifted(int first, int last, int distance) {
        int[] moved = new int[bounds.length];
        int size = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            int from = Math.max(bounds[i], first);
            int to = Math.min(bounds[i + 1], last);
            if (from <= to) {
                moved[size++] = from + distance;
                moved[size++] = to + distance;
            }
        }
        return size == 0 ? EMPTY : new CharSet(Arrays.copyOf(moved, size));
    }

    boolean contains(int c) {
        for (int i = 0; i < bounds.length; i += 2) {
            if (c <= bounds[i + 1]) {
                return bounds[i] <= c;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CharSet set && Arrays.equals(bounds, set.bounds);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(bounds);
    }
}
