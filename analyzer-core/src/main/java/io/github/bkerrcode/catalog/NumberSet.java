package io.github.bkerrcode.catalog;

import io.github.bkerrcode.code.ErrorCode;
import org.jspecify.annotations.Nullable;

/** A set of seven-digit numbers. Safe for use by several threads once it is filled. */
final class NumberSet {

    /*
     * One bit for each number, in pages of which only those exist that have any: the scanner asks for every seven-digit number in a log,
     * and two array loads beat a search. Pages are cut at powers of two, since a division takes longer than all the rest.
     */
    private static final int PAGE_BITS = 12;

    private static final int WORDS = (1 << PAGE_BITS) / Long.SIZE;

    private static final int NUMBERS = 10_000_000;

    private final long[] @Nullable [] pages = new long[(NUMBERS >>> PAGE_BITS) + 1][];

    void add(ErrorCode code) {
        int number = code.number();
        long[] page = pages[number >>> PAGE_BITS];
        if (page == null) {
            page = new long[WORDS];
            pages[number >>> PAGE_BITS] = page;
        }
        page[wordOf(number)] |= 1L << number;
    }

    boolean contains(int number) {
        if (number < 0 || number >= NUMBERS) {
            return false;
        }
        long[] page = pages[number >>> PAGE_BITS];
        return page != null && (page[wordOf(number)] & 1L << number) != 0;
    }

    private static int wordOf(int number) {
        return (number >>> 6) & (WORDS - 1);
    }
}
