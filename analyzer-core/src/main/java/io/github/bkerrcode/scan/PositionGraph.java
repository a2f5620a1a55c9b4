package io.github.bkerrcode.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Thompson automata of several patterns in one graph. Filled by its constructor, then only read. */
final class PositionGraph {

    private static final int NONE = -1;

    /** Position i consumes a character of sets[i], or the edge, or nothing; then goes on at first[i] (and second[i]). */
    private final List<@Nullable CharSet> sets = new ArrayList<>();

    private final List<Boolean> edges = new ArrayList<>();
    private final List<int[]> successors = new ArrayList<>();
    private final List<Integer> confirms = new ArrayList<>();

    /** The pattern each position belongs to. */
    private final List<Integer> owners = new ArrayList<>();

    private int owner;
    private final boolean backwards;
    private final int[] initial;

    PositionGraph(List<PatternNode> patterns, boolean backwards) {
        this.backwards = backwards;
        int[] entries = new int[patterns.size()];
        for (int i = 0; i < patterns.size(); i++) {
            owner = i;
            int match = position(null, false, i, NONE, NONE);
            entries[i] = build(patterns.get(i), match);
        }
        this.initial = closure(entries, entries.length);
    }

    int[] initial() {
        return initial;
    }

    /** The distinct sets of characters the patterns ask for. */
    List<CharSet> sets() {
        Set<CharSet> distinct = new LinkedHashSet<>();
        for (CharSet set : sets) {
            if (set != null) {
                distinct.add(set);
            }
        }
        return List.copyOf(distinct);
    }

    /** One bit for each pattern that one of the positions confirms. */
    long matches(int[] positions) {
        long bits = 0;
        for (int position : positions) {
            int pattern = confirms.get(position);
            if (pattern != NONE) {
                bits |= 1L << pattern;
            }
        }
        return bits;
    }

    /** One bit for each pattern that has a position from which it can go on. */
    long alive(int[] positions) {
        long bits = 0;
        for (int position : positions) {
            if (sets.get(position) != null || edges.get(position)) {
                bits |= 1L << owners.get(position);
            }
        }
        return bits;
    }

    /** Where the positions lead on reading {@code c}; positions that consume nothing are left out. */
    int[] advance(int[] positions, int c) {
        int[] reached = new int[positions.length];
        int count = 0;
        for (int position : positions) {
            CharSet set = sets.get(position);
            boolean consumes = c == EvidenceAutomaton.EDGE ? edges.get(position) : set != null && set.contains(c);
            if (consumes) {
                reached[count++] = successors.get(position)[0];
            }
        }
        int[] closed = closure(reached, count);
        // Behind the edge there is nothing more to read.
        return c == EvidenceAutomaton.EDGE ? confirming(closed) : closed;
    }

    private int[] confirming(int[] positions) {
        return Arrays.stream(positions).filter(p -> confirms.get(p) != NONE).toArray();
    }

    /** All positions reachable without reading, reduced to those that read or confirm; sorted, so that equal sets are equal. */
    private int[] closure(int[] from, int count) {
        BitSet seen = new BitSet(sets.size());
        int[] open = Arrays.copyOf(from, Math.max(16, 2 * count));
        int size = count;
        int kept = 0;
        while (size > 0) {
            int position = open[--size];
            if (position == NONE || seen.get(position)) {
                continue;
            }
            seen.set(position);
            if (readsNothing(position)) {
                if (size + 2 > open.length) {
                    open = Arrays.copyOf(open, 2 * open.length);
                }
                int[] next = successors.get(position);
                open[size++] = next[0];
                open[size++] = next[1];
            }
            if (!readsNothing(position) || confirms.get(position) != NONE) {
                kept++;
            }
        }
        int[] positions = new int[kept];
        int filled = 0;
        for (int position = seen.nextSetBit(0); position >= 0; position = seen.nextSetBit(position + 1)) {
            if (!readsNothing(position) || confirms.get(position) != NONE) {
                positions[filled++] = position;
            }
        }
        return positions;
    }

    private boolean readsNothing(int position) {
        return sets.get(position) == null && !edges.get(position);
    }

    /** Adds a pattern in front of {@code then} and returns where it is entered. */
    private int build(PatternNode node, int then) {
        if (node instanceof PatternNode.Chars chars) {
            return position(chars.set(), false, NONE, then, NONE);
        }
        if (node instanceof PatternNode.Edge) {
            return position(null, true, NONE, then, NONE);
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
                entry = entry == NONE ? built : position(null, false, NONE, built, entry);
            }
            return entry;
        }
        return buildRepeat((PatternNode.Repeat) node, then);
    }

    private int buildRepeat(PatternNode.Repeat repeat, int then) {
        int next = then;
        if (repeat.max() == PatternNode.Repeat.UNBOUNDED) {
            int loop = position(null, false, NONE, NONE, then);
            successors.get(loop)[0] = build(repeat.body(), loop);
            next = loop;
        } else {
            for (int i = repeat.min(); i < repeat.max(); i++) {
                next = position(null, false, NONE, build(repeat.body(), next), then);
            }
        }
        for (int i = 0; i < repeat.min(); i++) {
            next = build(repeat.body(), next);
        }
        return next;
    }

    private int position(@Nullable CharSet set, boolean edge, int confirmed, int first, int second) {
        sets.add(set);
        edges.add(edge);
        confirms.add(confirmed);
        owners.add(owner);
        successors.add(new int[] {first, second});
        return sets.size() - 1;
    }
}
