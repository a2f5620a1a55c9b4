package io.github.bkerrcode.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A line that need not be decoded to see how it begins. Valid until its reader goes on. */
public final class LineHead {

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

    /** Says whether the line's bytes are UTF-8. */
    public boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Returns the bytes the line is among. They are only lent, and not to be changed. */
    public byte[] block() {
        return block;
    }

    /** Returns where the line begins in the block. */
    public int from() {
        return from;
    }

    /** Returns where the line ends in the block, without its line break. */
    public int to() {
        return to;
    }

    /** Returns the line's text. Bytes that are no text become U+FFFD. */
    public String text() {
        return new String(block, from, to - from, charset);
    }
}
