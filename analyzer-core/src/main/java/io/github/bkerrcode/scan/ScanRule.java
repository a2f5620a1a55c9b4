package io.github.bkerrcode.scan;

import io.github.bkerrcode.code.LocalizedText;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to decide about a candidate when certain text stands before and behind it.
 *
 * @param name unique in its file
 * @param confidence how sure the rule is that the candidate is a code, or null if it says that it is not one
 * @param kinds the candidates the rule speaks of
 * @param before pattern of the text that ends where the candidate begins
 * @param after pattern of the text that begins where the candidate ends
 * @param reason why the rule decides as it does, or null if its file does not say
 */
record ScanRule(
        String name,
        @Nullable Confidence confidence,
        Set<CandidateKind> kinds,
        String before,
        String after,
        @Nullable LocalizedText reason) {}
