package io.github.bkerrcode.scan;

import java.util.List;

/** The syntax tree of one side of a rule's pattern. */
sealed interface PatternNode {

    /** One character of a set. */
    record Chars(CharSet set) implements PatternNode {}

    /** The beginning of the line in the part before a code, its end in the part behind. */
    record Edge() implements PatternNode {}

    /** One after the other; none at all matches the empty text. */
    record Sequence(List<PatternNode> parts) implements PatternNode {}

    /** Any one of these. */
    record Choice(List<PatternNode> options) implements PatternNode {}

    /** {@code min} to {@code max} times; {@link #UNBOUNDED} has no maximum. */
    record Repeat(PatternNode body, int min, int max) implements PatternNode {
        static final int UNBOUNDED = -1;
    }

    /** Matches the empty text. */
    PatternNode EMPTY = new Sequence(List.of());
}
