package io.github.bkerrcode.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A line whose beginning can be had without decoding the rest. Valid until its reader goes on. */
public final class LineHead {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long TOP_BITS = 0x8080808080808080L;

    private final byte[] block;
    private final int from;
    private final int to;
    private final Charset charset;

    LineHead(byte[] block, int from, int to, Charset charset) {
        this.block = block;
        this.from = from;
        this.to = to;
        this.charset = charset;
    }

    /** Returns how many bytes the line has, without its line break. */
    public int length() {
        return to - from;
    }

    /** Returns the first byte of a line that is not empty. */
    public byte first() {
        return block[from];
    }

    /** Returns the characters in front of the first one that is not ASCII, but no more than so many. */
    public String ascii(int most) {
        int end = asciiEnd(block, from, Math.min(to, from + most));
        return new String(block, from, end - from, StandardCharsets.ISO_8859_1);
    }

    /** Returns the whole line. Bytes that are no text become U+FFFD. */
    public String text() {
        return new String(block, from, to - from, charset);
    }

    /** Where the first byte stands that is not ASCII, or {@code to}. */
    static int asciiEnd(byte[] block, int from, int to) {
        int i = from;
        while (i + Long.BYTES <= to && ((long) WORDS.get(block, i) & TOP_BITS) == 0) {
            i += Long.BYTES;
        }
        while (i < to && block[i] >= 0) {
            i++;
        }
        return i;
    }
}
