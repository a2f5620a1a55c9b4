package io.github.bkerrcode.scan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that come with the library. Each kind of candidate has groups of its own that hold only what speaks of it, made when the
 * first such candidate comes along: most programs never meet most kinds.
 */
final class BuiltInRules implements RuleMatcher {

    private final Map<CandidateKind, LazyGroups> groups = new EnumMap<>(CandidateKind.class);

    /** The same without the rules that reject; for kinds of which these are enough to ask in place. */
    private final Map<CandidateKind, LazyGroups> accepting = new EnumMap<>(CandidateKind.class);

    BuiltInRules(List<ScanRule> rules) {
        Set<CandidateKind> listed = Set.of(CandidateKind.LISTED, CandidateKind.DESCRIBED, CandidateKind.ACCOMPANIED);
        LazyGroups forListed = new LazyGroups(rules, listed);
        List<ScanRule> accepts =
                rules.stream().filter(rule -> rule.confidence() != null).toList();
        for (CandidateKind kind : CandidateKind.values()) {
            if (listed.contains(kind)) {
                groups.put(kind, forListed);
            } else {
                groups.put(kind, new LazyGroups(rules, Set.of(kind)));
                accepting.put(kind, new LazyGroups(accepts, Set.of(kind)));
            }
        }
    }

    @Override
    public @Nullable ScanRule firstMatch(CharSequence text, int start, int end, CandidateKind kind) {
        List<RuleGroup> candidates = groupsOf(kind);
        for (int i = 0; i < candidates.size(); i++) {
            ScanRule rule = candidates.get(i).firstMatch(text, start, end, kind);
            if (rule != null) {
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
    public Outlook outlook(PlainContext place, CandidateKind kind, Confidence minimum) {
        LazyGroups lazy = accepting.get(kind);
        List<RuleGroup> asked = lazy == null ? groupsOf(kind) : lazy.get();
        int last = asked.size() - 1;
        for (int i = 0; i <= last; i++) {
            Outlook outlook = asked.get(i).outlook(place, kind, minimum, lazy != null || i == last);
            if (outlook != Outlook.SILENT) {
                return outlook;
            }
        }
        return Outlook.SILENT;
    }

    private List<RuleGroup> groupsOf(CandidateKind kind) {
        LazyGroups lazy = groups.get(kind);
        return lazy == null ? List.of() : lazy.get();
    }

    /** The groups of the rules that speak of one of some kinds. */
    private static final class LazyGroups {

        private final List<ScanRule> rules;
        private final Set<CandidateKind> kinds;
        private volatile @Nullable List<RuleGroup> groups;

        private LazyGroups(List<ScanRule> rules, Set<CandidateKind> kinds) {
            this.rules = rules;
            this.kinds = kinds;
        }

        private List<RuleGroup> get() {
            List<RuleGroup> made = groups;
            return made != null ? made : make();
        }

        private synchronized List<RuleGroup> make() {
            List<RuleGroup> made = groups;
            if (made == null) {
                made = RuleGroup.of(rules.stream()
                        .filter(rule -> rule.kinds().stream().anyMatch(kinds::contains))
                        .toList());
                groups = made;
            }
            return made;
        }
    }
}
