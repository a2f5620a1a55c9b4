package io.github.bkerrcode.scan;

import java.util.ArrayList;
import java.util.List;

/** A set of characters (UTF-16 code units) as sorted, disjoint ranges. Immutable. */
record CharSet(List<Range> ranges) {

    /** Inclusive on both sides. */
    record Range(int from, int to) {}

    static final int LAST = 0xFFFF;
    static final CharSet ANY = of(0, LAST);
    static final CharSet DIGIT = of('0', '9');
    static final CharSet WORD = DIGIT.union(of('A', 'Z')).union(of('a', 'z')).union(of('_', '_'));
    static final CharSet SPACE = of('\t', '\r').union(of(' ', ' '));

    static CharSet of(int from, int to) {
        return new CharSet(List.of(new Range(from, to)));
    }

    CharSet union(CharSet other) {
        List<Range> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        all.sort((a, b) -> Integer.compare(a.from, b.from));
        List<Range> merged = new ArrayList<>();
        for (Range next : all) {
            Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && next.from <= last.to + 1) {
                merged.set(merged.size() - 1, new Range(last.from, Math.max(last.to, next.to)));
            } else {
                merged.add(next);
            }
        }
        return new CharSet(List.copyOf(merged));
    }

    CharSet complement() {
        List<Range> gaps = new ArrayList<>();
        int next = 0;
        for (Range range : ranges) {
            if (range.from > next) {
                gaps.add(new Range(next, range.from - 1));
            }
            next = range.to + 1;
        }
        if (next <= LAST) {
            gaps.add(new Range(next, LAST));
        }
        return new CharSet(List.copyOf(gaps));
    }

    /** Adds the other case of every ASCII letter. */
    CharSet ignoringCase() {
        CharSet result = this;
        for (int letter = 'a'; letter <= 'z'; letter++) {
            int upper = letter - 'a' + 'A';
            if (contains(letter) || contains(upper)) {
                result = result.union(of(letter, letter)).union(of(upper, upper));
            }
        }
        return result;
    }

    boolean contains(int c) {
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            if (range.from <= c && c <= range.to) {
                return true;
            }
        }
        return false;
    }
}
