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
        List<Integer> entries = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            owner = i;
            int match = position(null, false, i, NONE, NONE);
            entries.add(build(patterns.get(i), match));
        }
        this.initial = closure(entries);
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
        List<Integer> reached = new ArrayList<>();
        for (int position : positions) {
            CharSet set = sets.get(position);
            boolean consumes = c == EvidenceAutomaton.EDGE ? edges.get(position) : set != null && set.contains(c);
            if (consumes) {
                reached.add(successors.get(position)[0]);
            }
        }
        int[] closed = closure(reached);
        // Behind the edge there is nothing more to read.
        return c == EvidenceAutomaton.EDGE ? confirming(closed) : closed;
    }

    private int[] confirming(int[] positions) {
        return Arrays.stream(positions).filter(p -> confirms.get(p) != NONE).toArray();
    }

    /** All positions reachable without reading, reduced to those that read or confirm; sorted, so that equal sets are equal. */
    private int[] closure(List<Integer> from) {
        BitSet seen = new BitSet(sets.size());
        List<Integer> open = new ArrayList<>(from);
        while (!open.isEmpty()) {
            int position = open.remove(open.size() - 1);
            if (position == NONE || seen.get(position)) {
                continue;
            }
            seen.set(position);
            if (sets.get(position) == null && !edges.get(position)) {
                Arrays.stream(successors.get(position)).forEach(open::add);
            }
        }
        return seen.stream()
                .filter(p -> sets.get(p) != null || edges.get(p) || confirms.get(p) != NONE)
                .toArray();
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
