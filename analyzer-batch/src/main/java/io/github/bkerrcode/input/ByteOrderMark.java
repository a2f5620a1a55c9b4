package io.github.bkerrcode.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes at the beginning of a text that tell its charset. Immutable.
 *
 * @param charset the charset of what follows
 * @param length how many bytes the mark has
 */
record ByteOrderMark(Charset charset, int length) {

    /** The longest mark there is, in bytes. */
    static final int MAX_LENGTH = 4;

    private static final int[] UTF_8 = {0xEF, 0xBB, 0xBF};
    private static final int[] UTF_32LE = {0xFF, 0xFE, 0, 0};
    private static final int[] UTF_16LE = {0xFF, 0xFE};
    private static final int[] UTF_16BE = {0xFE, 0xFF};
    private static final List<int[]> ALL = List.of(UTF_8, UTF_32LE, UTF_16LE, UTF_16BE);

    /** Returns the mark with which a text begins, or null if it has none; all of its bytes are there, or at least four. */
    static @Nullable ByteOrderMark at(byte[] text, int length) {
        if (begins(text, length, UTF_8)) {
            return new ByteOrderMark(StandardCharsets.UTF_8, UTF_8.length);
        }
        // Begins like the mark of UTF-16LE, so it goes first.
        if (begins(text, length, UTF_32LE)) {
            return new ByteOrderMark(Charset.forName("UTF-32LE"), UTF_32LE.length);
        }
        if (begins(text, length, UTF_16LE)) {
            return new ByteOrderMark(StandardCharsets.UTF_16LE, UTF_16LE.length);
        }
        return begins(text, length, UTF_16BE) ? new ByteOrderMark(StandardCharsets.UTF_16BE, UTF_16BE.length) : null;
    }

    /** Says whether more bytes could make a mark, or another one, of a text of which only the first bytes are there. */
    static boolean mayFollow(byte[] text, int length) {
        for (int[] mark : ALL) {
            if (length < mark.length && agrees(text, mark, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(byte[] text, int length, int[] mark) {
        return length >= mark.length && agrees(text, mark, mark.length);
    }

    private static boolean agrees(byte[] text, int[] mark, int length) {
        for (int i = 0; i < length; i++) {
            if ((text[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
