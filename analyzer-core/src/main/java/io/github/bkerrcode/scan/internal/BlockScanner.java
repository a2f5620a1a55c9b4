package io.github.bkerrcode.scan.internal;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.KnownCodes;
import io.github.bkerrcode.scan.InPlaceScanner;

/**
 * Finds places in a block of bytes that may hold a code, in any charset that leaves ASCII alone. Never misses one; what it finds
 * may turn out to be none. Not safe for use by several threads: each has its own.
 */
public final class BlockScanner implements PlaceFinder {

    /*
     * What the sieve lets pass must be a number of seven digits that has an owner, or a name that is listed or of a family.
     *
     * Two things can make a run differ from the token the exact scanner sees, and both are let through: an escape in front of the token
     * whose digits touch it, and a charset whose characters end in an ASCII byte, such as GBK.
     */

    /** How far in front of a run a backslash, percent sign or colour sequence can stand whose end touches it. */
    private static final int ESCAPE_REACH = 24;

    private final InPlaceScanner scanner;
    private final CodeRuns runs;
    private final boolean trailBytesMayBeAscii;

    /**
     * Creates a scanner.
     *
     * @param known the codes that exist
     * @param scanner what decides about them in the end
     * @param bytes tells the bytes that codes are made of
     * @param trailBytesMayBeAscii whether a character of the charset may end in an ASCII letter or digit, as in GBK
     */
    public BlockScanner(KnownCodes known, InPlaceScanner scanner, CodeBytes bytes, boolean trailBytesMayBeAscii) {
        this.scanner = scanner;
        this.runs = new CodeRuns(bytes, RunSieve.ofCodes(known, trailBytesMayBeAscii));
        this.trailBytesMayBeAscii = trailBytesMayBeAscii;
    }

    @Override
    public void forget() {
        runs.forget();
    }

    @Override
    public int find(byte[] block, int from, int to) {
        int start = runs.find(block, from, to);
        while (start >= 0) {
            if (mayBeCode(block, from, start, CodeRuns.runEnd(block, start, to), to)) {
                return start;
            }
            start = runs.find(block, from, to);
        }
        return -1;
    }

    @Override
    public int lineFeeds(byte[] block) {
        return runs.lineFeeds(block);
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
                    && scanner.mayBeNumber(block, from, start, end, to);
        }
        return isFlag(block, start, end) || scanner.mayBeName(block, from, start, end, to);
    }

    /** Python 2 writes long numbers with an L behind them. */
    private static boolean isLongNumber(byte[] block, int start, int end) {
        return end - start == ErrorCode.DIGITS + 1 && block[end - 1] == 'L';
    }

    private static boolean isFlag(byte[] block, int start, int end) {
        return block[start] == 'E'
                && end - start > ErrorCode.DIGITS + 2
                && isDigit(block[start + 1])
                && block[start + 1 + ErrorCode.DIGITS] == '_';
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
}
