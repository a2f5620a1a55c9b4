package io.github.bkerrcode.scan;

import java.nio.charset.StandardCharsets;

/** A part of a block, each byte as a character; for what reads only ASCII. Mutable: one thread shows it one line after the other. */
final class ByteLine implements CharSequence {

    private static final byte[] NOTHING = {};

    private byte[] block = NOTHING;
    private int from;
    private int length;

    void show(byte[] shown, int start, int end) {
        block = shown;
        from = start;
        length = end - start;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return (char) (block[from + index] & 0xFF);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(block, from + start, end - start, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return new String(block, from, length, StandardCharsets.ISO_8859_1);
    }
}
