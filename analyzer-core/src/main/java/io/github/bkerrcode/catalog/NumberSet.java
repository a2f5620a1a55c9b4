package io.github.bkerrcode.catalog;

import io.github.bkerrcode.code.ErrorCode;
import org.jspecify.annotations.Nullable;

/** A set of seven-digit numbers. Safe for use by several threads once it is filled. */
final class NumberSet {

    /*
     * One bit for each number of a platform that has any: the scanner asks for every seven-digit number in a log, and two array loads beat a
     * search. Each platform takes 12.5 KB at most, and a catalog lists the numbers of a few.
     */
    private static final int PLATFORMS = 100;

    private static final int NUMBERS_PER_PLATFORM = 100_000;

    private final long[] @Nullable [] platforms = new long[PLATFORMS][];

    void add(ErrorCode code) {
        int number = code.number();
        int platform = number / NUMBERS_PER_PLATFORM;
        long[] serials = platforms[platform];
        if (serials == null) {
            serials = new long[NUMBERS_PER_PLATFORM / Long.SIZE + 1];
            platforms[platform] = serials;
        }
        int serial = number % NUMBERS_PER_PLATFORM;
        serials[serial / Long.SIZE] |= 1L << serial;
    }

    boolean contains(int number) {
        if (number < 0 || number >= PLATFORMS * NUMBERS_PER_PLATFORM) {
            return false;
        }
        long[] serials = platforms[number / NUMBERS_PER_PLATFORM];
        int serial = number % NUMBERS_PER_PLATFORM;
        return serials != null && (serials[serial / Long.SIZE] & 1L << serial) != 0;
    }
}
