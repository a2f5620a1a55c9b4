package io.github.bkerrcode.scan;

/** How sure a rule is that what it matched is an error code. Ordered from least to most sure. */
public enum Confidence {
    /** A listed code that stands free, with nothing that says it is a code and nothing that says it is not. */
    LOW,
    /** A listed code in the place and shape in which codes are logged: in brackets, or leading the message. */
    MEDIUM,
    /** The line says that this is a code: a key, a word, or a form that nothing else has. */
    HIGH;

    /** Says whether this confidence is {@code minimum} or more. */
    public boolean isAtLeast(Confidence minimum) {
        return compareTo(minimum) >= 0;
    }
}
