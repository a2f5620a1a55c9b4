package io.github.bkerrcode.scan;

/** What a candidate is before anything around it was read; a rule names the kinds it speaks of. */
enum CandidateKind {
    /** A seven-digit number with a meaning in the catalog. */
    LISTED,
    /** A listed number with words of its meaning beside it. */
    DESCRIBED,
    /** A listed number behind a code. */
    ACCOMPANIED,
    /** A seven-digit number without one, whose first two digits are an assigned platform. */
    UNLISTED,
    /** A code in its long form, {@code E1301002_BASE_DATABASE_ERROR}. */
    FLAG,
    /** A symbolic name of a family that nothing else uses, such as {@code APIGW_}. */
    FAMILY,
    /** A listed symbolic name that is an ordinary word elsewhere, such as {@code UNKNOWN}. */
    WORD
}
