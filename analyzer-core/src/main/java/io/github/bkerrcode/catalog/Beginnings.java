package io.github.bkerrcode.catalog;

/** The first two characters of names and numbers, all of them ASCII. Not changed any more when it is shared. */
final class Beginnings {

    private static final int CHARACTERS = 128;

    private final boolean[] pairs = new boolean[CHARACTERS * CHARACTERS];

    /** Adds the beginning of a token; what is shorter than two characters goes on with any other. */
    void add(String token) {
        if (token.length() > 1) {
            add(token.charAt(0), token.charAt(1));
            return;
        }
        for (char first = 0; first < CHARACTERS; first++) {
            boolean begins = token.isEmpty() || token.charAt(0) == first;
            for (char second = 0; begins && second < CHARACTERS; second++) {
                add(first, second);
            }
        }
    }

    /** Adds a beginning; one that is not ASCII never comes up. */
    void add(char first, char second) {
        if (first < CHARACTERS && second < CHARACTERS) {
            pairs[first * CHARACTERS + second] = true;
        }
    }

    boolean contains(char first, char second) {
        return first >= CHARACTERS || second >= CHARACTERS || pairs[first * CHARACTERS + second];
    }
}
