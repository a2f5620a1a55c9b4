package io.github.bkerrcode.scan.internal;

import io.github.bkerrcode.code.ErrorCode;

/**
 * Finds runs of the bytes that codes are made of: digits, upper-case letters, underscores; at least as many of them as the shortest code
 * has. Implementations differ in speed only. Safe for several threads.
 */
public interface CodeRuns {

    /** How long a run must be. */
    int SHORTEST = ErrorCode.MIN_SYMBOL_LENGTH;

    /**
     * Returns where the first run begins, or -1 if there is none.
     *
     * @param block the bytes
     * @param from a position at which no run is cut in two
     * @param to where to stop, exclusive; what belongs to a run behind it does not count
     */
    int next(byte[] block, int from, int to);

    /** Returns the implementation that runs well on every Java. */
    static CodeRuns words() {
        return new WordCodeRuns();
    }

    /** Says whether codes are made of such bytes. */
    static boolean isCodeByte(byte b) {
        return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b == '_';
    }

    /**
     * Like {@link #next}, one byte at a time; for what is too short for anything faster.
     *
     * @param runBefore how many code bytes stand right before {@code from}
     */
    static int nextByBytes(byte[] block, int from, int to, int runBefore) {
        int run = runBefore;
        for (int i = from; i < to; i++) {
            run = isCodeByte(block[i]) ? run + 1 : 0;
            if (run == SHORTEST) {
                return i - SHORTEST + 1;
            }
        }
        return -1;
    }
}
