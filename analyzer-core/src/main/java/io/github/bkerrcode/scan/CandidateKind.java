package io.github.bkerrcode.scan;

/** What a candidate is before anything around it was read; a rule names the kinds it speaks of. */
enum CandidateKind {
    /** A seven-digit number with a meaning in the catalog. */
    LISTED(1),
    /** A listed number with words of its meaning beside it. */
    DESCRIBED(2),
    /** A listed number behind a code. */
    ACCOMPANIED(4),
    /** A seven-digit number without one, whose first two digits are an assigned platform. */
    UNLISTED(8),
    /** A code in its long form, {@code E1301002_BASE_DATABASE_ERROR}. */
    FLAG(16),
    /** A symbolic name of a family that nothing else uses, such as {@code APIGW_}. */
    FAMILY(32),
    /** A listed symbolic name that is an ordinary word elsewhere, such as {@code UNKNOWN}. */
    WORD(64);

    /** How many sets of kinds there are: all sums of their bits. */
    static final int SETS = 128;

    private final int bit;

    CandidateKind(int bit) {
        this.bit = bit;
    }

    /** Stands for this kind in a set of kinds. */
    int bit() {
        return bit;
    }
}
