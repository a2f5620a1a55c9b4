package io.github.bkerrcode.scan.internal;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.KnownCodes;
import io.github.bkerrcode.scan.InPlaceScanner;
import java.nio.charset.StandardCharsets;

/**
 * Finds places in a block of bytes that may hold a code, in any charset that leaves ASCII alone. Never misses one; what it finds
 * may turn out to be none. Not safe for use by several threads: each has its own.
 */
public final class BlockScanner {

    /*
     * Most runs of code bytes end here: a number must have seven digits and an owner, a name must be listed or of a family.
     *
     * Two things can make a run differ from the token the exact scanner sees, and both are let through: an escape in front of the token
     * whose digits touch it, and a charset whose characters end in an ASCII byte, such as GBK.
     */

    /** How far in front of a run a backslash, percent sign or colour sequence can stand whose end touches it. */
    private static final int ESCAPE_REACH = 24;

    private static final int PREFIXES = 100;

    private final KnownCodes known;
    private final InPlaceScanner scanner;
    private final CodeRuns runs;
    private final boolean trailBytesMayBeAscii;
    private final boolean[] assigned = new boolean[PREFIXES];
    private final AsciiView view = new AsciiView();

    /**
     * Creates a scanner.
     *
     * @param known the codes that exist
     * @param scanner what decides about them in the end
     * @param bytes tells the bytes that codes are made of
     * @param trailBytesMayBeAscii whether a character of the charset may end in an ASCII letter or digit, as in GBK
     */
    public BlockScanner(KnownCodes known, InPlaceScanner scanner, CodeBytes bytes, boolean trailBytesMayBeAscii) {
        this.known = known;
        this.scanner = scanner;
        this.runs = new CodeRuns(bytes);
        this.trailBytesMayBeAscii = trailBytesMayBeAscii;
        for (int prefix = 0; prefix < PREFIXES; prefix++) {
            assigned[prefix] = known.isAssigned(prefix);
        }
    }

    /** Says that the block's bytes are others from now on. */
    public void forget() {
        runs.forget();
    }

    /**
     * Returns a position inside the first run that may hold a code, or -1 if there is none.
     *
     * @param block the bytes, the same as in the call before unless {@link #forget} was called between
     * @param from where a line begins, not before that of the call before
     * @param to where a line ends, exclusive
     */
    public int find(byte[] block, int from, int to) {
        int start = runs.next(block, from, to);
        while (start >= 0) {
            if (!isLargerNumber(block, from, start, to)
                    && mayBeCode(block, from, start, CodeRuns.runEnd(block, start, to), to)) {
                return start;
            }
            start = runs.next(block, from, to);
        }
        return -1;
    }

    /**
     * Returns how many line feeds stand in front of what was found last, or of where to stop if nothing was. They count from where the
     * first search began that had these bytes and this end.
     *
     * @param block the bytes, the same as in the call before
     */
    public int lineFeeds(byte[] block) {
        return runs.lineFeeds(block);
    }

    /** Half of all runs are numbers of more than seven digits; they need no end. */
    private boolean isLargerNumber(byte[] block, int from, int start, int to) {
        int eighth = start + ErrorCode.DIGITS;
        return eighth < to
                && isDigit(block[eighth])
                && isDigit(block[start])
                && !mayEndEscape(before(block, from, start))
                && !mayBeginInWideCharacter(block, from, start);
    }

    private boolean mayBeCode(byte[] block, int from, int start, int end, int to) {
        if (end < to && isLower(block[end])) {
            return false;
        }
        if (mayBeginInWideCharacter(block, from, start)) {
            return true;
        }
        if (mayEndEscape(before(block, from, start))) {
            return hasEscapeBefore(block, from, start);
        }
        byte first = block[start];
        if (isDigit(first)) {
            return (end - start == ErrorCode.DIGITS || isLongNumber(block, start, end))
                    && mayBeNumber(block, start)
                    && scanner.mayBeCode(block, from, start, end, to);
        }
        return first != '_' && (isFlag(block, start, end) || isName(block, from, start, end, to));
    }

    /** Python 2 writes long numbers with an L behind them. */
    private static boolean isLongNumber(byte[] block, int start, int end) {
        return end - start == ErrorCode.DIGITS + 1 && block[end - 1] == 'L';
    }

    private boolean mayBeNumber(byte[] block, int start) {
        int number = 0;
        for (int i = start; i < start + ErrorCode.DIGITS; i++) {
            int digit = block[i] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            number = number * 10 + digit;
        }
        int prefix = (block[start] - '0') * 10 + block[start + 1] - '0';
        return assigned[prefix] || known.isListed(number);
    }

    private static boolean isFlag(byte[] block, int start, int end) {
        return block[start] == 'E'
                && end - start > ErrorCode.DIGITS + 2
                && isDigit(block[start + 1])
                && block[start + 1 + ErrorCode.DIGITS] == '_';
    }

    private boolean isName(byte[] block, int from, int start, int end, int to) {
        view.show(block, start, end - start);
        return known.isFamilyMember(view, 0, view.length())
                || known.isListed(view, 0, view.length()) && scanner.mayBeCode(block, from, start, end, to);
    }

    /** A line begins as if a line feed stood before it. */
    private static byte before(byte[] block, int from, int start) {
        return start == from ? (byte) '\n' : block[start - 1];
    }

    private boolean mayBeginInWideCharacter(byte[] block, int from, int start) {
        return trailBytesMayBeAscii && (before(block, from, start) < 0 || start - 1 > from && block[start - 2] < 0);
    }

    private static boolean mayEndEscape(byte before) {
        return before == '%' || isLower(before);
    }

    private static boolean hasEscapeBefore(byte[] block, int from, int start) {
        int floor = Math.max(from, start - ESCAPE_REACH);
        for (int i = start - 1; i >= floor; i--) {
            byte b = block[i];
            if (b == '\\' || b == '%' || b == 0x1b) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isLower(byte b) {
        return b >= 'a' && b <= 'z';
    }

    /** ASCII bytes as characters, without a copy. */
    private static final class AsciiView implements CharSequence {

        private byte[] block = new byte[0];
        private int start;
        private int length;

        private void show(byte[] shown, int from, int count) {
            block = shown;
            start = from;
            length = count;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public char charAt(int index) {
            return (char) block[start + index];
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return toString().substring(from, to);
        }

        @Override
        public String toString() {
            return new String(block, start, length, StandardCharsets.ISO_8859_1);
        }
    }
}
