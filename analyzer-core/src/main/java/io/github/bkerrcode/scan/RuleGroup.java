package io.github.bkerrcode.scan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Up to 64 neighbouring rules, matched together by two automata. */
final class RuleGroup implements RuleMatcher {

    private static final Long NONE = 0L;

    /** A rule with the syntax trees of its patterns. */
    record Parsed(ScanRule rule, PatternNode before, PatternNode after) {

        /**
         * Parses a rule's patterns.
         *
         * @throws IllegalArgumentException if one is wrong or not supported, with the column
         */
        static Parsed of(ScanRule rule) {
            return new Parsed(rule, PatternParser.parse(rule.before()), PatternParser.parse(rule.after()));
        }
    }

    private final List<ScanRule> rules;
    private final Map<CandidateKind, Long> rulesOfKind = new EnumMap<>(CandidateKind.class);
    private final EvidenceAutomaton before;
    private final EvidenceAutomaton after;

    private RuleGroup(List<Parsed> parsed) {
        this.rules = parsed.stream().map(Parsed::rule).toList();
        for (int i = 0; i < rules.size(); i++) {
            for (CandidateKind kind : rules.get(i).kinds()) {
                rulesOfKind.merge(kind, 1L << i, (a, b) -> a | b);
            }
        }
        this.before = new EvidenceAutomaton(parsed.stream().map(Parsed::before).toList(), true);
        this.after = new EvidenceAutomaton(parsed.stream().map(Parsed::after).toList(), false);
    }

    /** Cuts a list of rules into groups, in its order. */
    static List<RuleMatcher> of(List<Parsed> rules) {
        List<RuleMatcher> groups = new ArrayList<>();
        for (int i = 0; i < rules.size(); i += EvidenceAutomaton.MAX_PATTERNS) {
            groups.add(new RuleGroup(rules.subList(i, Math.min(rules.size(), i + EvidenceAutomaton.MAX_PATTERNS))));
        }
        return List.copyOf(groups);
    }

    @Override
    public @Nullable ScanRule firstMatch(CharSequence text, int start, int end, CandidateKind kind) {
        long matches = rulesOfKind.getOrDefault(kind, NONE);
        if (matches != 0) {
            matches &= matchesAfter(text, end);
        }
        if (matches != 0) {
            matches &= matchesBefore(text, start);
        }
        return matches == 0 ? null : rules.get(Long.numberOfTrailingZeros(matches));
    }

    private long matchesBefore(CharSequence text, int start) {
        EvidenceAutomaton.State state = before.start();
        long matches = state.matches();
        int position = start;
        while (!state.isDead() && start - position < CodeScanner.CONTEXT_STEPS_END) {
            long step = ContextReader.before(text, position);
            state = before.step(state, ContextReader.character(step));
            matches |= state.matches();
            position = ContextReader.position(step);
        }
        return matches;
    }

    private long matchesAfter(CharSequence text, int end) {
        EvidenceAutomaton.State state = after.start();
        long matches = state.matches();
        int position = end;
        while (!state.isDead() && position - end < CodeScanner.CONTEXT_STEPS_END) {
            long step = ContextReader.after(text, position);
            state = after.step(state, ContextReader.character(step));
            matches |= state.matches();
            position = ContextReader.position(step);
        }
        return matches;
    }
}
