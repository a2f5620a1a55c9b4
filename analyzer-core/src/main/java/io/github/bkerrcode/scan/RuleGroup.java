package io.github.bkerrcode.scan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Up to 64 neighbouring rules, matched together by two automata. */
final class RuleGroup {

    /** What an outlook is when a rule may accept. */
    static final int OPEN = -1;

    private final List<ScanRule> rules;

    /** One bit for each rule that speaks of a kind, by the kind's bit; none for no kind. */
    private final long[] rulesOfKind = new long[CandidateKind.SETS];

    /** One bit for each rule that accepts with a confidence or a higher one. */
    private final long low;

    private final long medium;
    private final long high;

    private final EvidenceAutomaton before;
    private final EvidenceAutomaton after;

    private RuleGroup(List<ScanRule> rules) {
        this.rules = List.copyOf(rules);
        for (int i = 0; i < rules.size(); i++) {
            long bit = 1L << i;
            for (CandidateKind kind : rules.get(i).kinds()) {
                rulesOfKind[kind.bit()] |= bit;
            }
        }
        this.low = accepting(rules, Confidence.LOW);
        this.medium = accepting(rules, Confidence.MEDIUM);
        this.high = accepting(rules, Confidence.HIGH);
        List<PatternNode> befores = new ArrayList<>();
        List<PatternNode> afters = new ArrayList<>();
        for (ScanRule rule : rules) {
            befores.add(PatternParser.parse(rule.before()));
            afters.add(PatternParser.parse(rule.after()));
        }
        this.before = new EvidenceAutomaton(befores, true);
        this.after = new EvidenceAutomaton(afters, false);
    }

    private static long accepting(List<ScanRule> rules, Confidence minimum) {
        long accepting = 0;
        for (int i = 0; i < rules.size(); i++) {
            Confidence confidence = rules.get(i).confidence();
            if (confidence != null && confidence.isAtLeast(minimum)) {
                accepting |= 1L << i;
            }
        }
        return accepting;
    }

    private long accepting(Confidence minimum) {
        return switch (minimum) {
            case LOW -> low;
            case MEDIUM -> medium;
            case HIGH -> high;
        };
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
        long relevant = rulesOfKind[kind.bit()];
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

    /** The same on bytes; null also if the place gives up. */
    @Nullable
    ScanRule firstMatch(ByteContext place, CandidateKind kind) {
        long relevant = rulesOfKind[kind.bit()];
        long decided = matching(place, relevant, 0, -1, true) & relevant;
        return decided == 0 || place.isGivenUp() ? null : rules.get(Long.numberOfTrailingZeros(decided));
    }

    /**
     * Says which of two kinds a candidate may be and still be accepted, or judged by the groups that follow.
     *
     * @param kinds the bits of at most two kinds
     * @param last whether no group follows
     * @return those of the kinds that no rule speaks about; {@link #OPEN} as soon as a rule may accept one
     */
    int outlook(ByteContext place, int kinds, Confidence minimum, boolean last) {
        long accepts = accepting(minimum);
        int low = kinds & -kinds;
        int high = kinds ^ low;
        long rulesOfLow = rulesOfKind[low];
        long rulesOfHigh = rulesOfKind[high];
        long matching = matching(place, rulesOfLow, rulesOfHigh, accepts, last);
        long firstOfLow = Long.lowestOneBit(matching & rulesOfLow);
        long firstOfHigh = Long.lowestOneBit(matching & rulesOfHigh);
        if (place.isGivenUp() || ((firstOfLow | firstOfHigh) & accepts) != 0) {
            return OPEN;
        }
        return (firstOfLow == 0 ? low : 0) | (firstOfHigh == 0 ? high : 0);
    }

    /*
     * The same on bytes, for two kinds at once, but only as far as it takes to know that no rule accepts: most numbers in logs have no
     * key in front of them, and the rules that would accept one are dead after a few characters. Where other groups follow, it also
     * matters whether a rule of this one rejects.
     */
    private long matching(ByteContext place, long one, long other, long accepts, boolean last) {
        place.rewind();
        EvidenceAutomaton.State left = before.start();
        EvidenceAutomaton.State right = after.start();
        long leftMatched = left.matches();
        long rightMatched = right.matches();
        long leftAlive = left.alive();
        long rightAlive = right.alive();
        while (true) {
            long matching = leftMatched & rightMatched;
            long possible = (leftMatched | leftAlive) & (rightMatched | rightAlive);
            long open = open(matching & one, possible & one, accepts, last)
                    | open(matching & other, possible & other, accepts, last);
            if (open == 0) {
                return matching;
            }
            if ((open & ~rightMatched) != 0) {
                int c = place.after();
                if (c < 0) {
                    return matching;
                }
                right = after.step(right, c);
                rightMatched |= right.matches();
                rightAlive = place.charactersAfter() < CodeScanner.CONTEXT_STEPS_END ? right.alive() : 0;
            }
            if ((open & ~leftMatched) != 0) {
                int c = place.before();
                if (c < 0) {
                    return matching;
                }
                left = before.step(left, c);
                leftMatched |= left.matches();
                leftAlive = place.charactersBefore() < CodeScanner.CONTEXT_STEPS_END ? left.alive() : 0;
            }
        }
    }

    /** The rules of a kind that may still come before the first that matches; none if that does not matter any more. */
    private static long open(long matching, long possible, long accepts, boolean last) {
        long first = matching & -matching;
        long open = possible & (first - 1);
        return ((open | first) & accepts) == 0 && (last || first != 0) ? 0 : open;
    }

    /** The bits below the lowest one of a set; all bits if the set is empty. */
    private static long below(long set) {
        return (set & -set) - 1;
    }
}
