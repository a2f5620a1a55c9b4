package io.github.bkerrcode.scan.internal;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.KnownCodes;
import java.util.Arrays;

/**
 * Rules out most runs of code bytes by their ends: what they begin with, their eighth byte, and the byte in front of them. Never rules
 * out a code. Safe for several threads.
 */
final class RunSieve {

    /*
     * Each reason to rule out a run is a bit, and tables tell for each of these bytes which reasons it allows; a run is out if all three
     * allow the same one. Logs have seven runs in a thousand bytes, and no processor foresees which reason holds for the next: asked one
     * after the other, they would cost nearly as much as finding the runs.
     */

    /** A number or an id that goes on behind the seventh byte; Python 2 writes long numbers with an L there. */
    private static final byte LARGER = 1;

    /** The beginning of a word in lower case. */
    private static final byte WORD = 2;

    /** No code begins like this. */
    private static final byte NO_CODE = 4;

    private static final int ASCII_BITS = 7;

    private final byte[] ofBeginning = new byte[1 << 2 * ASCII_BITS];
    private final byte[] ofEighth = new byte[256];
    private final byte[] ofFront = new byte[256];
    private final boolean trailBytesMayBeAscii;

    private RunSieve(boolean trailBytesMayBeAscii) {
        this.trailBytesMayBeAscii = trailBytesMayBeAscii;
    }

    /** Returns a sieve that lets everything pass. */
    static RunSieve open() {
        return new RunSieve(false);
    }

    /**
     * Returns a sieve that lets codes pass.
     *
     * @param trailBytesMayBeAscii whether a character of the charset may end in an ASCII letter or digit, as in GBK
     */
    static RunSieve ofCodes(KnownCodes known, boolean trailBytesMayBeAscii) {
        RunSieve sieve = new RunSieve(trailBytesMayBeAscii);
        sieve.fill(known);
        return sieve;
    }

    private void fill(KnownCodes known) {
        for (int first = '0'; first <= '_'; first++) {
            for (int second = '0'; second <= '_'; second++) {
                ofBeginning[first << ASCII_BITS | second] = reasonsOfBeginning(known, (char) first, (char) second);
            }
        }
        for (int b = 0; b < 256; b++) {
            ofEighth[b] = reasonsOfEighth((byte) b);
        }
        // What touches the run in front may be the end of an escape such as \n, or of a character of two bytes.
        Arrays.fill(ofFront, (byte) (LARGER | WORD | NO_CODE));
        Arrays.fill(ofFront, 'a', 'z' + 1, WORD);
        ofFront['%'] = WORD;
        if (trailBytesMayBeAscii) {
            Arrays.fill(ofFront, 0x80, 0x100, WORD);
        }
    }

    private static byte reasonsOfBeginning(KnownCodes known, char first, char second) {
        boolean flag = first == 'E' && isDigit(second);
        boolean mayBegin = first != '_' && (flag || known.mayBegin(first, second));
        return (byte) (WORD | (mayBegin ? 0 : NO_CODE) | (isDigit(first) ? LARGER : 0));
    }

    private static byte reasonsOfEighth(byte b) {
        return (byte) (NO_CODE | (CodeBytes.is(b) && b != 'L' ? LARGER : 0) | (b >= 'a' && b <= 'z' ? WORD : 0));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Returns 1 if a run may be a code, else 0.
     *
     * @param from where a line begins, at or before the run
     * @param start where the run begins
     * @param to where a line ends, behind the run, exclusive
     */
    int oneIfPassing(byte[] block, int from, int start, int to) {
        int reasons = ofBeginning(block, start) & ofEighth(block, start, to) & ofFront(block, from, start);
        return trailBytesMayBeAscii && (reasons & WORD) == 0 && isBehindWideCharacter(block, from, start)
                ? 1
                : reasons - 1 >>> 31;
    }

    private byte ofBeginning(byte[] block, int start) {
        return ofBeginning[block[start] << ASCII_BITS | block[start + 1]];
    }

    private byte ofEighth(byte[] block, int start, int to) {
        int eighth = start + ErrorCode.DIGITS;
        return ofEighth[eighth < to ? block[eighth] & 0xFF : '\n'];
    }

    private byte ofFront(byte[] block, int from, int start) {
        return ofFront[start == from ? '\n' : block[start - 1] & 0xFF];
    }

    /** Whether the byte in front may end a character of two bytes, as some letters do in GBK. */
    private static boolean isBehindWideCharacter(byte[] block, int from, int start) {
        return start - 1 > from && block[start - 2] < 0;
    }
}
