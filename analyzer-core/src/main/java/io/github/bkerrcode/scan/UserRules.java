package io.github.bkerrcode.scan;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules that users wrote. They have the whole RE2 syntax and are matched one after the other by RE2/J, so that no pattern, however
 * written, takes more than linear time. Slower than {@link BuiltInRules}, which is why the built-in rules are not matched here.
 */
final class UserRules implements RuleMatcher {

    /** A rule whose patterns are anchored to the candidate. */
    record Compiled(ScanRule rule, Pattern before, Pattern after) {

        /**
         * Compiles a rule's patterns.
         *
         * @throws IllegalArgumentException if RE2 does not understand one, with the place in it
         */
        static Compiled of(ScanRule rule) {
            return new Compiled(rule, compile(rule.before(), "(?:", ")$"), compile(rule.after(), "^(?:", ")"));
        }

        private static Pattern compile(String pattern, String prefix, String suffix) {
            try {
                Pattern.compile(pattern);
                // A written line break is no end of the line.
                return Pattern.compile(prefix + pattern + suffix, Pattern.DOTALL);
            } catch (PatternSyntaxException e) {
                String part = e.getPattern();
                int column = part == null ? -1 : pattern.indexOf(part);
                throw new IllegalArgumentException(
                        e.getDescription() + " [" + part + "] at column " + (Math.max(0, column) + 1) + " of " + pattern
                                + "; the parts before and behind <code> must each be a pattern of their own");
            }
        }
    }

    private final List<Compiled> rules;

    UserRules(List<Compiled> rules) {
        this.rules = List.copyOf(rules);
    }

    /** They are compiled when they are read. */
    @Override
    public void prepare() {}

    /** Users' patterns are not read in place: only what they are silent about can be told. */
    @Override
    public Outlook outlook(ByteContext place, CandidateKind kind, Confidence minimum) {
        boolean listed = kind == CandidateKind.LISTED;
        for (Compiled compiled : rules) {
            ScanRule rule = compiled.rule();
            boolean accepts = rule.confidence() != null && rule.confidence().isAtLeast(minimum);
            if (accepts
                    && (speaksOf(rule, kind)
                            || listed
                                    && (speaksOf(rule, CandidateKind.DESCRIBED)
                                            || speaksOf(rule, CandidateKind.ACCOMPANIED)))) {
                return Outlook.OPEN;
            }
        }
        return Outlook.SILENT;
    }

    @Override
    public @Nullable ScanRule firstMatch(ByteContext place, CandidateKind kind) {
        for (Compiled compiled : rules) {
            if (speaksOf(compiled.rule(), kind)) {
                place.giveUp();
            }
        }
        return null;
    }

    private static boolean speaksOf(ScanRule rule, CandidateKind kind) {
        return rule.kinds().contains(kind);
    }

    @Override
    public @Nullable ScanRule firstMatch(CharSequence text, int start, int end, CandidateKind kind) {
        String before = null;
        String after = null;
        for (Compiled compiled : rules) {
            if (!speaksOf(compiled.rule(), kind)) {
                continue;
            }
            if (before == null || after == null) {
                before = Context.before(text, start);
                after = Context.after(text, end);
            }
            if (compiled.after().matcher(after).find()
                    && compiled.before().matcher(before).find()) {
                return compiled.rule();
            }
        }
        return null;
    }
}
