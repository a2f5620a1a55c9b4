package io.github.bkerrcode.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that come with the library. Each kind of candidate has groups of its own that hold only what speaks of it, made when the
 * first such candidate comes along: most programs never meet most kinds.
 */
final class BuiltInRules implements RuleMatcher {

    private static final Set<CandidateKind> LISTED =
            Set.of(CandidateKind.LISTED, CandidateKind.DESCRIBED, CandidateKind.ACCOMPANIED);

    /** What a listed number is that is accepted: each rule that accepts one with nothing beside it accepts it beside a code too. */
    private static final int LISTED_IN_COMPANY = CandidateKind.DESCRIBED.bit() | CandidateKind.ACCOMPANIED.bit();

    /** By the kind's bit. */
    private final LazyGroups[] groups = new LazyGroups[CandidateKind.SETS];

    /** The same without the rules that reject; for kinds of which these are enough to ask in place. */
    private final @Nullable LazyGroups[] accepting = new LazyGroups[groups.length];

    BuiltInRules(List<ScanRule> rules) {
        LazyGroups forListed = new LazyGroups(rules, LISTED);
        List<ScanRule> accepts = accepting(rules);
        for (CandidateKind kind : CandidateKind.values()) {
            boolean listed = LISTED.contains(kind);
            groups[kind.bit()] = listed ? forListed : new LazyGroups(rules, Set.of(kind));
            accepting[kind.bit()] = listed ? null : new LazyGroups(accepts, Set.of(kind));
        }
    }

    private static List<ScanRule> accepting(List<ScanRule> rules) {
        List<ScanRule> accepting = new ArrayList<>();
        for (ScanRule rule : rules) {
            if (rule.confidence() != null) {
                accepting.add(rule);
            }
        }
        return accepting;
    }

    /** Listed numbers have by far the most rules, and numbers that nobody lists are what logs are full of. */
    @Override
    public void prepare() {
        groups[CandidateKind.LISTED.bit()].get();
        LazyGroups acceptingUnlisted = accepting[CandidateKind.UNLISTED.bit()];
        if (acceptingUnlisted != null) {
            acceptingUnlisted.get();
        }
        groups[CandidateKind.UNLISTED.bit()].get();
    }

    @Override
    public @Nullable ScanRule firstMatch(CharSequence text, int start, int end, CandidateKind kind) {
        for (RuleGroup group : groups[kind.bit()].get()) {
            ScanRule rule = group.firstMatch(text, start, end, kind);
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }

    @Override
    public @Nullable ScanRule firstMatch(ByteContext place, CandidateKind kind) {
        for (RuleGroup group : groups[kind.bit()].get()) {
            ScanRule rule = group.firstMatch(place, kind);
            if (rule != null || place.isGivenUp()) {
                return rule;
            }
        }
        return null;
    }

    /*
     * Nothing but a key in front makes an unlisted number or a word a code, so it is enough to see that no accepting rule matches. A listed
     * number is accepted in so many places that rules which reject it must be asked too.
     */
    @Override
    public Outlook outlook(ByteContext place, CandidateKind kind, Confidence minimum) {
        LazyGroups withoutRejecting = accepting[kind.bit()];
        return withoutRejecting == null
                ? outlook(groups[kind.bit()].get(), place, LISTED_IN_COMPANY, minimum, false)
                : outlook(withoutRejecting.get(), place, kind.bit(), minimum, true);
    }

    private static Outlook outlook(
            RuleGroup[] asked, ByteContext place, int kinds, Confidence minimum, boolean noneRejects) {
        int silent = kinds;
        for (int i = 0; i < asked.length && silent != 0; i++) {
            silent = asked[i].outlook(place, silent, minimum, noneRejects || i == asked.length - 1);
            if (silent == RuleGroup.OPEN) {
                return Outlook.OPEN;
            }
        }
        return silent == 0 ? Outlook.REJECTED : Outlook.SILENT;
    }

    /** The groups of the rules that speak of one of some kinds. */
    private static final class LazyGroups {

        private final List<ScanRule> rules;
        private final Set<CandidateKind> kinds;
        private volatile RuleGroup @Nullable [] groups;

        private LazyGroups(List<ScanRule> rules, Set<CandidateKind> kinds) {
            this.rules = rules;
            this.kinds = kinds;
        }

        private RuleGroup[] get() {
            RuleGroup[] made = groups;
            return made != null ? made : make();
        }

        private synchronized RuleGroup[] make() {
            RuleGroup[] made = groups;
            if (made == null) {
                made = RuleGroup.of(speaking()).toArray(new RuleGroup[0]);
                groups = made;
            }
            return made;
        }

        private List<ScanRule> speaking() {
            List<ScanRule> speaking = new ArrayList<>();
            for (ScanRule rule : rules) {
                if (!Collections.disjoint(rule.kinds(), kinds)) {
                    speaking.add(rule);
                }
            }
            return speaking;
        }
    }
}
