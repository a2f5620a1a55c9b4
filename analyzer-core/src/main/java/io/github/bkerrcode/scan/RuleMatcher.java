package io.github.bkerrcode.scan;

import org.jspecify.annotations.Nullable;

/** Rules that are matched together, in their order. Immutable to its users and safe for several threads. */
sealed interface RuleMatcher permits BuiltInRules, UserRules {

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

    /**
     * The same on bytes that have not been decoded.
     *
     * @param place the candidate and what stands around it; gives up where the bytes would have to be decoded, and null is returned
     */
    @Nullable
    ScanRule firstMatch(ByteContext place, CandidateKind kind);

    /** Builds what most logs need, so that the first candidates do not wait for it. */
    void prepare();

    /** What rules say of a candidate among bytes that have not been decoded. */
    enum Outlook {
        /** One may say that it is a code. */
        OPEN,
        /** None says that it is a code; rules that come later may. */
        SILENT,
        /** It is no code, whatever rules that come later say. */
        REJECTED
    }

    /**
     * Says whether a rule may accept a candidate. Never wrong but for {@link Outlook#OPEN}, which is also the answer where the bytes
     * would have to be decoded to know.
     *
     * @param place the candidate and what stands around it
     * @param kind what the candidate is; a listed number may also become one that is described or accompanied
     * @param minimum rules of less confidence do not count
     */
    Outlook outlook(ByteContext place, CandidateKind kind, Confidence minimum);
}
