package io.github.bkerrcode.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Characters of UTF-8 among bytes. Those of four bytes, which are two {@code char}s, are left to the decoder. */
final class Utf8 {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long TOP_BITS = 0x8080808080808080L;

    private static final int FIRST_OF_THREE_BYTES = 0x800;

    private Utf8() {}

    /** Whether a byte goes on with a character. */
    static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }

    /** Whether a byte begins a character of two bytes. */
    static boolean isLeadOfTwo(byte b) {
        return (b & 0xE0) == 0xC0;
    }

    /** Whether a byte begins a character of four bytes. */
    static boolean isLeadOfFour(byte b) {
        return (b & 0xF8) == 0xF0;
    }

    /**
     * The character that some bytes stand for, or -1 if they are malformed.
     *
     * @param length how many bytes the character would have, 2 or 3
     */
    static int character(byte[] block, int start, int length) {
        byte lead = block[start];
        byte second = block[start + 1];
        if (!isContinuation(second)) {
            return -1;
        }
        if (length == 2) {
            int c = (lead & 0x1F) << 6 | second & 0x3F;
            return isLeadOfTwo(lead) && c >= 0x80 ? c : -1;
        }
        byte third = block[start + 2];
        int c = (lead & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F;
        boolean wellFormed = (lead & 0xF0) == 0xE0
                && isContinuation(third)
                && c >= FIRST_OF_THREE_BYTES
                && !Character.isSurrogate((char) c);
        return wellFormed ? c : -1;
    }

    /** How many {@code char}s some bytes stand for, or -1 if they are malformed or have a character of four bytes. */
    static int countCharacters(byte[] block, int from, int to) {
        int count = 0;
        int i = from;
        while (i < to) {
            if (i + Long.BYTES <= to && ((long) WORDS.get(block, i) & TOP_BITS) == 0) {
                i += Long.BYTES;
                count += Long.BYTES;
                continue;
            }
            byte b = block[i];
            if (b >= 0) {
                i++;
            } else {
                int length = isLeadOfTwo(b) ? 2 : 3;
                if (i + length > to || character(block, i, length) < 0) {
                    return -1;
                }
                i += length;
            }
            count++;
        }
        return count;
    }
}
