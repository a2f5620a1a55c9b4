package io.github.bkerrcode.scan;

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
        int[] turns = turns(sets);
        BitSet[] flips = flips(sets, turns);
        Map<BitSet, Short> classes = new HashMap<>();
        BitSet[] setsOfClass = new BitSet[turns.length];
        short[] classOf = new short[CharSet.LAST + 1];
        BitSet open = new BitSet(sets.size());
        for (int i = 0; i < turns.length; i++) {
            open.xor(flips[i]);
            Short known = classes.get(open);
            if (known == null) {
                known = (short) classes.size();
                setsOfClass[known] = (BitSet) open.clone();
                classes.put(setsOfClass[known], known);
            }
            Arrays.fill(classOf, turns[i], i + 1 < turns.length ? turns[i + 1] : classOf.length, known);
        }
        return new CharClasses(classOf, List.of(Arrays.copyOf(setsOfClass, classes.size())));
    }

    /** The characters at which a set begins or behind which one ends, in their order; the first of all is among them. */
    private static int[] turns(List<CharSet> sets) {
        BitSet turns = new BitSet(CharSet.LAST + 2);
        turns.set(0);
        for (CharSet set : sets) {
            for (int range = 0; range < set.rangeCount(); range++) {
                turns.set(set.first(range));
                turns.set(set.last(range) + 1);
            }
        }
        turns.clear(CharSet.LAST + 1);
        int[] sorted = new int[turns.cardinality()];
        int turn = 0;
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = turns.nextSetBit(turn);
            turn = sorted[i] + 1;
        }
        return sorted;
    }

    /** For each turn the sets that begin or end there. */
    private static BitSet[] flips(List<CharSet> sets, int[] turns) {
        BitSet[] flips = new BitSet[turns.length];
        for (int i = 0; i < turns.length; i++) {
            flips[i] = new BitSet(sets.size());
        }
        for (int i = 0; i < sets.size(); i++) {
            CharSet set = sets.get(i);
            for (int range = 0; range < set.rangeCount(); range++) {
                flips[Arrays.binarySearch(turns, set.first(range))].flip(i);
                if (set.last(range) < CharSet.LAST) {
                    flips[Arrays.binarySearch(turns, set.last(range) + 1)].flip(i);
                }
            }
        }
        return flips;
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
