package io.github.bkerrcode.code;

/**
 * A range of platform numbers that the numbering scheme gives to one kind of system.
 *
 * @param id stable identifier, such as {@code platform} or {@code public-service}
 * @param from first platform number, inclusive
 * @param to last platform number, inclusive
 * @param name the name of the range as the scheme has it
 */
public record Category(String id, int from, int to, LocalizedText name) {

    /** Says whether the platform number lies in this range. */
    public boolean contains(int platformNumber) {
        return from <= platformNumber && platformNumber <= to;
    }
}
