package io.github.bkerrcode.scan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Up to 64 neighbouring rules, matched together by two automata. */
final class RuleGroup implements RuleMatcher {

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

    private static final Long NONE = 0L;

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

    /*
     * Reads away from the candidate on both sides at once, and no further than it must: as soon as a rule matches on both sides and
     * none before it can match any more, the rest of the line does not matter. Rules that look far, such as "a failure anywhere behind",
     * stand late in the file, so most candidates are decided by the key or the unit next to them.
     *
     * One bit stands for each rule: `matched` for those that match what was read on a side, `alive` for those that may still.
     */
    @Override
    public @Nullable ScanRule firstMatch(CharSequence text, int start, int end, CandidateKind kind) {
        long relevant = rulesOfKind.getOrDefault(kind, NONE);
        EvidenceAutomaton.State left = before.start();
        EvidenceAutomaton.State right = after.start();
        long leftMatched = left.matches();
        long rightMatched = right.matches();
        long leftAlive = left.alive();
        long rightAlive = right.alive();
        int leftPosition = start;
        int rightPosition = end;
        while (true) {
            long decided = leftMatched & rightMatched & relevant;
            long open = (leftMatched | leftAlive) & (rightMatched | rightAlive) & relevant & below(decided);
            if (open == 0) {
                return decided == 0 ? null : rules.get(Long.numberOfTrailingZeros(decided));
            }
            if ((open & ~rightMatched) != 0) {
                long step = ContextReader.after(text, rightPosition);
                right = after.step(right, ContextReader.character(step));
                rightPosition = ContextReader.position(step);
                rightMatched |= right.matches();
                rightAlive = rightPosition - end < CodeScanner.CONTEXT_STEPS_END ? right.alive() : 0;
            }
            if ((open & ~leftMatched) != 0) {
                long step = ContextReader.before(text, leftPosition);
                left = before.step(left, ContextReader.character(step));
                leftPosition = ContextReader.position(step);
                leftMatched |= left.matches();
                leftAlive = start - leftPosition < CodeScanner.CONTEXT_STEPS_END ? left.alive() : 0;
            }
        }
    }

    /** The bits below the lowest one of a set; all bits if the set is empty. */
    private static long below(long set) {
        return (set & -set) - 1;
    }
}
