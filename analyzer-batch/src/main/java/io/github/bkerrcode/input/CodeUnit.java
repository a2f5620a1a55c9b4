package io.github.bkerrcode.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a charset writes ASCII characters: in one byte, or in two or four of which only one is not zero. Immutable.
 *
 * @param charset the charset, with the order of its bytes
 * @param width bytes of an ASCII character
 * @param place which of these bytes holds it
 */
record CodeUnit(Charset charset, int width, int place) {

    /** The unit of a text without a byte order mark. Where the charset leaves the order open it is big endian, as Unicode has it. */
    static CodeUnit of(Charset charset) {
        return switch (charset.name()) {
            case "UTF-16", "UTF-16BE" -> new CodeUnit(StandardCharsets.UTF_16BE, 2, 1);
            case "UTF-16LE", "x-UTF-16LE-BOM" -> new CodeUnit(StandardCharsets.UTF_16LE, 2, 0);
            case "UTF-32", "UTF-32BE" -> new CodeUnit(Charset.forName("UTF-32BE"), 4, 3);
            case "UTF-32LE" -> new CodeUnit(charset, 4, 0);
            default -> new CodeUnit(charset, 1, 0);
        };
    }

    /** Where the first such character stands between two positions, the first of which begins a unit, or -1. */
    int indexOf(char ascii, byte[] block, int from, int to) {
        for (int i = from; i + width <= to; i += width) {
            if (is(ascii, block, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Where the last one stands that ends at or before {@code to}, in units counted from {@code from}, or -1. */
    int lastIndexOf(char ascii, byte[] block, int from, int to) {
        for (int i = from + (to - from) / width * width - width; i >= from; i -= width) {
            if (is(ascii, block, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Says whether the unit at a position is a blank or a punctuation mark before the digits, which no charset has inside a character. */
    boolean endsWord(byte[] block, int position) {
        byte b = block[position + place];
        return b >= 0 && b < '0' && is((char) b, block, position);
    }

    /** Says whether the unit at a position is this character. */
    boolean is(char ascii, byte[] block, int position) {
        for (int i = 0; i < width; i++) {
            if (block[position + i] != (i == place ? ascii : 0)) {
                return false;
            }
        }
        return true;
    }
}
