package io.github.bkerrcode.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Tells what is plainly no log by its first bytes. */
final class BinaryData {

    /** Enough for a burst of control characters not to decide, and no more: of many small files it is a good part. */
    private static final int PROBE = 16 * 1024;

    /** Fewer bytes tell nothing. */
    private static final int SHORTEST = 32;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOP_BITS = 0x8080808080808080L;
    private static final long BLANKS = ONES * ' ';
    private static final long DELETES = ~TOP_BITS;

    private BinaryData() {}

    /**
     * Refuses what is plainly no log; NUL bytes alone are no reason, since truncated logs have holes of them.
     *
     * @param length how many bytes there are
     * @throws InputException if it is no log
     */
    static void refuse(byte[] bytes, int length) throws InputException {
        int probed = Math.min(length, PROBE);
        int controls = 0;
        int nuls = 0;
        int oddNuls = 0;
        for (int i = nextControl(bytes, 0, probed); i < probed; i = nextControl(bytes, i + 1, probed)) {
            byte b = bytes[i];
            if (b == 0) {
                nuls++;
                oddNuls += i & 1;
            } else if (b < ' ' && (b < '\t' || b > '\r') && b != 0x1b || b == 0x7f) {
                controls++;
            }
        }
        if (probed <= SHORTEST) {
            return;
        }
        if (controls > (probed - nuls) / 20) {
            throw new InputException("binary data, not a log; skipped");
        }
        boolean everyOther = Math.max(oddNuls, nuls - oddNuls) > nuls - nuls / 8;
        if (everyOther && nuls > probed / 4) {
            throw new InputException(
                    "looks like UTF-16 without a byte order mark; give --charset UTF-16LE or UTF-16BE");
        }
    }

    /** Where the next byte stands that is no printable character; words without any are passed over whole. */
    private static int nextControl(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (i + Long.BYTES <= to && !mayHaveControl((long) WORDS.get(bytes, i))) {
                i += Long.BYTES;
            } else if (bytes[i] >= 0 && bytes[i] < ' ' || bytes[i] == 0x7f) {
                return i;
            } else {
                i++;
            }
        }
        return to;
    }

    /** Subtracting a blank borrows from the top bit of a byte that is less; so does one from a byte that differs from a delete by nothing. */
    private static boolean mayHaveControl(long word) {
        long difference = word ^ DELETES;
        return ((word - BLANKS & ~word | difference - ONES & ~difference) & TOP_BITS) != 0;
    }
}
