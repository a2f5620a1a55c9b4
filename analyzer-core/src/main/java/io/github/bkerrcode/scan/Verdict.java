package io.github.bkerrcode.scan;

import io.github.bkerrcode.code.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What a scanner decided about one place that could hold a code, and why. For people who want to understand or correct a decision.
 * Immutable.
 *
 * @param start where the candidate begins in the text, in {@code char}s from 0
 * @param end where it ends, exclusive
 * @param decision what came of it
 * @param confidence of the rule that took it for a code, or null if none did
 * @param rule the name of the rule that decided, or null if the candidate was decided before any rule was asked, or by none
 * @param reason why, for people
 */
public record Verdict(
        int start,
        int end,
        Decision decision,
        @Nullable Confidence confidence,
        @Nullable String rule,
        LocalizedText reason) {

    /** What came of a candidate. */
    public enum Decision {
        /** It is reported. */
        CODE,
        /** A rule takes it for a code, but with less confidence than the scanner asks for. */
        UNSURE,
        /** It is no code. */
        NO_CODE
    }
}
