package io.github.bkerrcode.scan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules that come with the library. Each kind of candidate has groups of its own that hold only what speaks of it, made when the
 * first such candidate comes along: most programs never meet most kinds.
 */
final class BuiltInRules implements RuleMatcher {

    private final Map<CandidateKind, LazyGroups> groups = new EnumMap<>(CandidateKind.class);

    BuiltInRules(List<ScanRule> rules) {
        LazyGroups listed =
                new LazyGroups(rules, CandidateKind.LISTED, CandidateKind.DESCRIBED, CandidateKind.ACCOMPANIED);
        for (CandidateKind kind : CandidateKind.values()) {
            groups.put(kind, listed.kinds.contains(kind) ? listed : new LazyGroups(rules, kind));
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

    @Override
    public Outlook outlook(PlainContext place, CandidateKind kind, Confidence minimum) {
        List<RuleGroup> candidates = groupsOf(kind);
        int last = candidates.size() - 1;
        for (int i = 0; i <= last; i++) {
            Outlook outlook = candidates.get(i).outlook(place, kind, minimum, i == last);
            if (outlook != Outlook.SILENT) {
                return outlook;
            }
        }
        return Outlook.SILENT;
    }

    private List<RuleGroup> groupsOf(CandidateKind kind) {
        return groups.getOrDefault(kind, LazyGroups.NONE).get();
    }

    /** The groups of the rules that speak of one of some kinds. */
    private static final class LazyGroups {

        private static final LazyGroups NONE = new LazyGroups(List.of());

        private final List<ScanRule> rules;
        private final List<CandidateKind> kinds;
        private volatile @Nullable List<RuleGroup> groups;

        private LazyGroups(List<ScanRule> rules, CandidateKind... kinds) {
            this.rules = rules;
            this.kinds = List.of(kinds);
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
