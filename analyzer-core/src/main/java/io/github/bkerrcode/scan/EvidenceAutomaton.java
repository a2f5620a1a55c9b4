package io.github.bkerrcode.scan;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks away from a candidate, one character at a time, and says which of up to 64 patterns match what it has read so far.
 * Immutable to its users and safe for several threads.
 */
final class EvidenceAutomaton {

    /*
     * A deterministic automaton over all patterns at once, built lazily.
     *
     * Each pattern becomes a Thompson automaton [1]; a state of ours is the set of their positions that are alive, worked
     * out the first time a text leads there and remembered in its predecessor [2]. So a step is two array loads however
     * many patterns there are, time is linear in what is read, and nothing is allocated once the texts of a log have
     * been seen. Characters that no pattern tells apart share one class: a state has some sixty successors, not 65,536.
     *
     * Threads share the states without locks. `next[c]` is written racily, but a State has only final fields, so who
     * sees the reference sees the state whole; two threads that work out the same state at once find the same one,
     * since `intern` is synchronized. When MAX_STATES is reached, further states are worked out anew each time: slower,
     * still linear, never wrong. The built-in rules need a few thousand.
     *
     * [1] K. Thompson, Regular expression search algorithm, CACM 11(6), 1968
     * [2] R. Cox, Regular Expression Matching Can Be Simple And Fast, 2007
     */
    static final int MAX_PATTERNS = Long.SIZE;

    private static final int MAX_STATES = 20_000;

    /** What {@link #step} is given at the edge of the line; lies outside the range of characters. */
    static final int EDGE = CharSet.LAST + 1;

    /** Alive positions, what they confirm, and where each class of characters leads; null where not yet worked out. */
    static final class State {
        private final int[] positions;
        private final long matches;
        private final long alive;
        private final @Nullable State[] next;

        /** False for a state beyond the limit, which nobody remembers. */
        private final boolean kept;

        private State(int[] positions, long matches, long alive, int classes, boolean kept) {
            this.positions = positions;
            this.matches = matches;
            this.alive = alive;
            this.next = new State[classes];
            this.kept = kept;
        }

        /** One bit for each pattern that matches all that was read up to here. */
        long matches() {
            return matches;
        }

        /** One bit for each pattern that what may still be read can make match. */
        long alive() {
            return alive;
        }
    }

    private final PositionGraph graph;
    private final CharClasses classes;
    private final short[] classOf;

    /** The class of the edge, behind those of characters. */
    private final int edge;

    private final Map<IntBuffer, State> states = new HashMap<>();
    private final State start;

    /**
     * Builds the automaton.
     *
     * @param patterns at most {@link #MAX_PATTERNS}; the pattern at index i sets bit i
     * @param backwards true to read text from the candidate to the left
     */
    EvidenceAutomaton(List<PatternNode> patterns, boolean backwards) {
        this.graph = new PositionGraph(patterns, backwards);
        this.classes = CharClasses.separating(graph.sets());
        this.classOf = classes.classOf();
        this.edge = classes.count();
        this.start = intern(graph.initial());
    }

    State start() {
        return start;
    }

    /** Returns the state behind {@code c}, a character or {@link #EDGE}. */
    State step(State state, int c) {
        int charClass = c == EDGE ? edge : classOf[c];
        State next = state.next[charClass];
        return next != null ? next : stepSlow(state, charClass);
    }

    /** Works a state out; runs once for each pair of state and class that logs ever lead to. */
    private State stepSlow(State state, int charClass) {
        State next = intern(
                charClass == edge
                        ? graph.advanceOverEdge(state.positions)
                        : graph.advance(state.positions, classes.setsOf(charClass)));
        if (next.kept) {
            state.next[charClass] = next;
        }
        return next;
    }

    private State intern(int[] positions) {
        IntBuffer key = IntBuffer.wrap(positions);
        synchronized (states) {
            State known = states.get(key);
            if (known == null) {
                boolean kept = states.size() < MAX_STATES;
                known = new State(positions, graph.matches(positions), graph.alive(positions), edge + 1, kept);
                if (kept) {
                    states.put(key, known);
                }
            }
            return known;
        }
    }

    /** How many states were worked out so far; for tests and tuning. */
    int stateCount() {
        synchronized (states) {
            return states.size();
        }
    }
}
