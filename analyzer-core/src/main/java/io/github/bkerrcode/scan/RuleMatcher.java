package io.github.bkerrcode.scan;

import org.jspecify.annotations.Nullable;

/** Rules that are matched together, in their order. Immutable to its users and safe for several threads. */
sealed interface RuleMatcher permits RuleGroup, UserRules {

    /**
     * Returns the first rule that speaks of this kind and matches on both sides of a candidate, or null.
     *
     * @param text the text with the candidate in it
     * @param start where the candidate begins
     * @param end where it ends, exclusive
     * @param kind what the candidate is
     */
    @Nullable
    ScanRule firstMatch(CharSequence text, int start, int end, CandidateKind kind);
}
