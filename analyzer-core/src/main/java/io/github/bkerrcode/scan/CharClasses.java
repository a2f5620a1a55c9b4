package io.github.bkerrcode.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The character classes of a list of sets: which characters none of the sets tells apart. Immutable. */
final class CharClasses {

    private final short[] classOf;
    private final List<BitSet> sets;

    private CharClasses(short[] classOf, List<BitSet> sets) {
        this.classOf = classOf;
        this.sets = sets;
    }

    /*
     * Goes through all characters once. Between two places where a set begins or ends nothing changes, so a class is known by the
     * sets that are open there.
     */
    static CharClasses separating(List<CharSet> sets) {
        long[] turns = turns(sets);
        Map<BitSet, Short> classes = new HashMap<>();
        List<BitSet> setsOfClass = new ArrayList<>();
        short[] classOf = new short[CharSet.LAST + 1];
        BitSet open = new BitSet(sets.size());
        int from = 0;
        int turn = 0;
        while (from < classOf.length) {
            for (; turn < turns.length && place(turns[turn]) == from; turn++) {
                open.flip(set(turns[turn]));
            }
            Short known = classes.get(open);
            if (known == null) {
                known = (short) setsOfClass.size();
                BitSet setsHere = (BitSet) open.clone();
                setsOfClass.add(setsHere);
                classes.put(setsHere, known);
            }
            int to = turn < turns.length ? place(turns[turn]) : classOf.length;
            fill(classOf, from, to, known);
            from = to;
        }
        return new CharClasses(classOf, List.copyOf(setsOfClass));
    }

    /** Where sets begin or have ended, in the order of these places; the last character has none behind it. */
    private static long[] turns(List<CharSet> sets) {
        int count = 0;
        for (CharSet set : sets) {
            count += 2 * set.rangeCount();
        }
        long[] turns = new long[count];
        int filled = 0;
        for (int i = 0; i < sets.size(); i++) {
            CharSet set = sets.get(i);
            for (int range = 0; range < set.rangeCount(); range++) {
                turns[filled++] = turn(set.first(range), i);
                if (set.last(range) < CharSet.LAST) {
                    turns[filled++] = turn(set.last(range) + 1, i);
                }
            }
        }
        Arrays.sort(turns, 0, filled);
        return Arrays.copyOf(turns, filled);
    }

    private static long turn(int place, int set) {
        return (long) place << Integer.SIZE | set;
    }

    private static int place(long turn) {
        return (int) (turn >>> Integer.SIZE);
    }

    private static int set(long turn) {
        return (int) turn;
    }

    /** Most characters are of the first class, which new arrays hold already; long stretches of others are copied, not written one by one. */
    private static void fill(short[] classOf, int from, int to, short charClass) {
        if (charClass == 0) {
            return;
        }
        int written = Math.min(to - from, 16);
        Arrays.fill(classOf, from, from + written, charClass);
        while (from + written < to) {
            int copied = Math.min(written, to - from - written);
            System.arraycopy(classOf, from, classOf, from + written, copied);
            written += copied;
        }
    }

    /** How many classes there are. */
    int count() {
        return sets.size();
    }

    /** The class of each character; not to be changed. */
    short[] classOf() {
        return classOf;
    }

    /** The sets that the characters of a class belong to, by their index in the list; not to be changed. */
    BitSet setsOf(int charClass) {
        return sets.get(charClass);
    }
}
