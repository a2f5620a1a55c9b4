package io.github.bkerrcode.scan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Up to 64 neighbouring rules, matched together by two automata. */
final class RuleGroup {

    private static final Long NONE = 0L;

    private final List<ScanRule> rules;
    /** One bit for each rule that speaks of a kind. */
    private final Map<CandidateKind, Long> rulesOfKind = new EnumMap<>(CandidateKind.class);

    /** One bit for each rule that accepts with a confidence or a higher one. */
    private final Map<Confidence, Long> accepting = new EnumMap<>(Confidence.class);

    private final EvidenceAutomaton before;
    private final EvidenceAutomaton after;

    private RuleGroup(List<ScanRule> rules) {
        this.rules = List.copyOf(rules);
        for (int i = 0; i < rules.size(); i++) {
            long bit = 1L << i;
            for (CandidateKind kind : rules.get(i).kinds()) {
                rulesOfKind.merge(kind, bit, (a, b) -> a | b);
            }
            for (Confidence minimum : Confidence.values()) {
                Confidence confidence = rules.get(i).confidence();
                if (confidence != null && confidence.isAtLeast(minimum)) {
                    accepting.merge(minimum, bit, (a, b) -> a | b);
                }
            }
        }
        this.before = new EvidenceAutomaton(
                rules.stream().map(rule -> PatternParser.parse(rule.before())).toList(), true);
        this.after = new EvidenceAutomaton(
                rules.stream().map(rule -> PatternParser.parse(rule.after())).toList(), false);
    }

    /** Cuts a list of rules into groups, in its order. */
    static List<RuleGroup> of(List<ScanRule> rules) {
        List<RuleGroup> groups = new ArrayList<>();
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
    @Nullable
    ScanRule firstMatch(CharSequence text, int start, int end, CandidateKind kind) {
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

    /*
     * The same on bytes, but only as far as it takes to know that no rule accepts: most numbers in logs have no key in front of them,
     * and the rules that would accept one are dead after a few characters. Where other groups follow, it also matters whether a rule
     * of this one rejects.
     */
    RuleMatcher.Outlook outlook(PlainContext place, CandidateKind kind, Confidence minimum, boolean last) {
        long relevant = rulesOfKind.getOrDefault(kind, NONE);
        long accepts = accepting.getOrDefault(minimum, NONE);
        EvidenceAutomaton.State left = before.start();
        EvidenceAutomaton.State right = after.start();
        long leftMatched = left.matches();
        long rightMatched = right.matches();
        long leftAlive = left.alive();
        long rightAlive = right.alive();
        int leftPosition = place.start();
        int rightPosition = place.end();
        while (true) {
            long decided = leftMatched & rightMatched & relevant;
            long open = (leftMatched | leftAlive) & (rightMatched | rightAlive) & relevant & below(decided);
            long first = decided & -decided;
            if (open == 0 || ((open | first) & accepts) == 0 && (last || first != 0)) {
                return first == 0
                        ? RuleMatcher.Outlook.SILENT
                        : (first & accepts) == 0 ? RuleMatcher.Outlook.REJECTED : RuleMatcher.Outlook.OPEN;
            }
            if ((open & ~rightMatched) != 0) {
                int c = place.after(rightPosition);
                if (c < 0) {
                    return RuleMatcher.Outlook.OPEN;
                }
                right = after.step(right, c);
                rightPosition += c == EvidenceAutomaton.EDGE ? 0 : 1;
                rightMatched |= right.matches();
                rightAlive = rightPosition - place.end() < CodeScanner.CONTEXT_STEPS_END ? right.alive() : 0;
            }
            if ((open & ~leftMatched) != 0) {
                int c = place.before(leftPosition);
                if (c < 0) {
                    return RuleMatcher.Outlook.OPEN;
                }
                left = before.step(left, c);
                leftPosition -= c == EvidenceAutomaton.EDGE ? 0 : 1;
                leftMatched |= left.matches();
                leftAlive = place.start() - leftPosition < CodeScanner.CONTEXT_STEPS_END ? left.alive() : 0;
            }
        }
    }

    /** The bits below the lowest one of a set; all bits if the set is empty. */
    private static long below(long set) {
        return (set & -set) - 1;
    }
}
