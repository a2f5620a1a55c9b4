package io.github.bkerrcode.code;

/**
 * What the scanner has to know of the codes that exist. It asks this of every candidate, so an implementation answers
 * without allocating and may be called by several threads at once.
 *
 * <p>Implemented by the catalog; a test can fake it with a few sets.
 */
public interface KnownCodes {

    /** Says whether this number has a meaning of its own. */
    boolean isListed(int number);

    /** Says whether the characters from {@code start} to {@code end} are a symbolic code that has a meaning of its own. */
    boolean isListed(CharSequence text, int start, int end);

    /** Says whether numbers that begin with these two digits have an owner, listed or not. */
    boolean isAssigned(int prefix);

    /**
     * Says whether the characters from {@code start} to {@code end} begin like a family of symbolic codes, such as
     * {@code APIGW_}, and go on behind it. Members of a family are codes even where they are not listed.
     */
    boolean isFamilyMember(CharSequence text, int start, int end);

    /**
     * Says whether a code of seven digits or a symbolic one that is listed, has an owner or is of a family may begin with these two
     * characters. Never wrong when it says no. Asked once for each two characters and remembered.
     */
    default boolean mayBegin(char first, char second) {
        return true;
    }

    /**
     * Says whether a text tells what a listed number means, as far as this is known; a number beside its own meaning is a code. Asked
     * only of listed numbers of which nothing else is certain, so it need not be fast, and it may allocate.
     *
     * @param number a listed number
     * @param text what stands around the number
     */
    default boolean describes(int number, CharSequence text) {
        return false;
    }
}
