package io.github.bkerrcode.scan;

import io.github.bkerrcode.code.ErrorCode;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Numeric codes by their numbers; those asked for last are the same objects again. A log repeats a few codes, and whoever counts them
 * looks each up in several maps, which is fast for a key they have. For one thread.
 */
final class RecentCodes implements IntFunction<ErrorCode> {

    private static final int SLOT_BITS = 8;
    private static final int SPREAD = 0x9E3779B9;

    private final int[] numbers = new int[1 << SLOT_BITS];
    private final @Nullable ErrorCode[] codes = new ErrorCode[1 << SLOT_BITS];

    @Override
    public ErrorCode apply(int number) {
        int slot = number * SPREAD >>> Integer.SIZE - SLOT_BITS;
        ErrorCode code = codes[slot];
        if (code == null || numbers[slot] != number) {
            code = ErrorCode.numeric(number);
            numbers[slot] = number;
            codes[slot] = code;
        }
        return code;
    }
}
