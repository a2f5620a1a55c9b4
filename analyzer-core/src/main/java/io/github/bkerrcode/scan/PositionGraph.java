package io.github.bkerrcode.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Thompson automata of several patterns in one graph. Filled by its constructor, then only read. Arrays, since there are tens of
 * thousands of positions, and programs that run for a moment build them, too.
 */
final class PositionGraph {

    private static final int NONE = -1;

    /** What a position does that consumes no character of a set. */
    private static final int GOES_ON = -1;

    private static final int CONSUMES_EDGE = -2;
    private static final int CONFIRMS = -3;

    /** The index of the set that each position consumes a character of, or one of the above. */
    private int[] actions = new int[1024];

    /** Where each position goes on, NONE for nowhere; only what consumes nothing has two ways to go. */
    private int[] first = new int[1024];

    private int[] second = new int[1024];

    /** The pattern each position belongs to. */
    private byte[] owners = new byte[1024];

    private int size;

    private final List<CharSet> sets = new ArrayList<>();
    private final Map<CharSet, Integer> indexOfSet = new HashMap<>();
    private int owner;
    private final boolean backwards;
    private final int[] initial;

    PositionGraph(List<PatternNode> patterns, boolean backwards) {
        this.backwards = backwards;
        int[] entries = new int[patterns.size()];
        for (int i = 0; i < patterns.size(); i++) {
            owner = i;
            int match = position(CONFIRMS, NONE, NONE);
            entries[i] = build(patterns.get(i), match);
        }
        actions = Arrays.copyOf(actions, size);
        first = Arrays.copyOf(first, size);
        second = Arrays.copyOf(second, size);
        owners = Arrays.copyOf(owners, size);
        indexOfSet.clear();
        this.initial = closure(entries, entries.length);
    }

    int[] initial() {
        return initial;
    }

    /** The distinct sets of characters the patterns ask for. */
    List<CharSet> sets() {
        return sets;
    }

    /** One bit for each pattern that one of the positions confirms. */
    long matches(int[] positions) {
        long bits = 0;
        for (int position : positions) {
            if (actions[position] == CONFIRMS) {
                bits |= 1L << owners[position];
            }
        }
        return bits;
    }

    /** One bit for each pattern that has a position from which it can go on. */
    long alive(int[] positions) {
        long bits = 0;
        for (int position : positions) {
            if (actions[position] != CONFIRMS) {
                bits |= 1L << owners[position];
            }
        }
        return bits;
    }

    /**
     * Where the positions lead on reading a character; positions that consume nothing are left out.
     *
     * @param sets the {@link #sets} it belongs to
     */
    int[] advance(int[] positions, BitSet sets) {
        int[] reached = new int[positions.length];
        int count = 0;
        for (int position : positions) {
            if (actions[position] >= 0 && sets.get(actions[position])) {
                reached[count++] = first[position];
            }
        }
        return closure(reached, count);
    }

    /** Where the positions lead at the edge of the line; since nothing follows, only those that confirm are left. */
    int[] advanceOverEdge(int[] positions) {
        int[] reached = new int[positions.length];
        int count = 0;
        for (int position : positions) {
            if (actions[position] == CONSUMES_EDGE) {
                reached[count++] = first[position];
            }
        }
        return confirming(closure(reached, count));
    }

    private int[] confirming(int[] positions) {
        int[] kept = new int[positions.length];
        int count = 0;
        for (int position : positions) {
            if (actions[position] == CONFIRMS) {
                kept[count++] = position;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** All positions reachable without reading, reduced to those that read or confirm; sorted, so that equal sets are equal. */
    private int[] closure(int[] from, int count) {
        BitSet seen = new BitSet(size);
        int[] open = Arrays.copyOf(from, Math.max(16, 2 * count));
        int[] kept = new int[Math.max(16, 2 * count)];
        int pending = count;
        int filled = 0;
        while (pending > 0) {
            int position = open[--pending];
            if (position == NONE || seen.get(position)) {
                continue;
            }
            seen.set(position);
            if (actions[position] == GOES_ON) {
                if (pending + 2 > open.length) {
                    open = Arrays.copyOf(open, 2 * open.length);
                }
                open[pending++] = first[position];
                open[pending++] = second[position];
            } else {
                if (filled == kept.length) {
                    kept = Arrays.copyOf(kept, 2 * filled);
                }
                kept[filled++] = position;
            }
        }
        int[] positions = Arrays.copyOf(kept, filled);
        Arrays.sort(positions);
        return positions;
    }

    /** Adds a pattern in front of {@code then} and returns where it is entered. */
    private int build(PatternNode node, int then) {
        if (node instanceof PatternNode.Chars chars) {
            return position(indexOf(chars.set()), then, NONE);
        }
        if (node instanceof PatternNode.Edge) {
            return position(CONSUMES_EDGE, then, NONE);
        }
        if (node instanceof PatternNode.Sequence sequence) {
            int next = then;
            List<PatternNode> parts = sequence.parts();
            for (int i = 0; i < parts.size(); i++) {
                next = build(parts.get(backwards ? i : parts.size() - 1 - i), next);
            }
            return next;
        }
        if (node instanceof PatternNode.Choice choice) {
            int entry = NONE;
            for (PatternNode option : choice.options()) {
                int built = build(option, then);
                entry = entry == NONE ? built : position(GOES_ON, built, entry);
            }
            return entry;
        }
        return buildRepeat((PatternNode.Repeat) node, then);
    }

    private int buildRepeat(PatternNode.Repeat repeat, int then) {
        int next = then;
        if (repeat.max() == PatternNode.Repeat.UNBOUNDED) {
            int loop = position(GOES_ON, NONE, then);
            // Apart from the assignment, since building may make a larger array.
            int body = build(repeat.body(), loop);
            first[loop] = body;
            next = loop;
        } else {
            for (int i = repeat.min(); i < repeat.max(); i++) {
                next = position(GOES_ON, build(repeat.body(), next), then);
            }
        }
        for (int i = 0; i < repeat.min(); i++) {
            next = build(repeat.body(), next);
        }
        return next;
    }

    private int indexOf(CharSet set) {
        Integer known = indexOfSet.get(set);
        if (known == null) {
            known = sets.size();
            sets.add(set);
            indexOfSet.put(set, known);
        }
        return known;
    }

    private int position(int action, int goesOn, int orOn) {
        if (size == actions.length) {
            actions = Arrays.copyOf(actions, 2 * size);
            first = Arrays.copyOf(first, 2 * size);
            second = Arrays.copyOf(second, 2 * size);
            owners = Arrays.copyOf(owners, 2 * size);
        }
        actions[size] = action;
        first[size] = goesOn;
        second[size] = orOn;
        owners[size] = (byte) owner;
        return size++;
    }
}
