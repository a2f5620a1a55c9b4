package io.github.bkerrcode.benchmarks;

/**
 * Counts what pattern tools should find, byte by byte and without any pattern, so that there is something to hold them to. Not safe for
 * use by several threads.
 */
final class NaiveCount {

    private static final int CODE_DIGITS = 7;

    private long lines;
    private long tokens;
    private long linesWithTokens;
    private long sevens;

    /** Adds whole lines, each with its line feed. */
    void add(byte[] text) {
        int wordStart = 0;
        int digits = 0;
        boolean found = false;
        for (int i = 0; i < text.length; i++) {
            byte b = text[i];
            digits = isDigit(b) ? digits + 1 : 0;
            if (digits == CODE_DIGITS) {
                sevens++;
                digits = 0;
            }
            if (isWord(b)) {
                continue;
            }
            if (isToken(text, wordStart, i)) {
                tokens++;
                found = true;
            }
            wordStart = i + 1;
            if (b == '\n') {
                lines++;
                linesWithTokens += found ? 1 : 0;
                found = false;
            }
        }
    }

    long lines() {
        return lines;
    }

    /** Free-standing numbers of seven digits, flags such as E1301002_NAME, and names of the gateway's two families. */
    long tokens() {
        return tokens;
    }

    long linesWithTokens() {
        return linesWithTokens;
    }

    /** Seven digits wherever they stand, also in longer numbers, none counted twice. */
    long sevens() {
        return sevens;
    }

    private static boolean isToken(byte[] text, int start, int end) {
        int length = end - start;
        if (length < CODE_DIGITS) {
            return false;
        }
        if (length == CODE_DIGITS) {
            return areDigits(text, start, end);
        }
        if (text[start] == 'E' && length > CODE_DIGITS + 2) {
            int underscore = start + 1 + CODE_DIGITS;
            return areDigits(text, start + 1, underscore)
                    && text[underscore] == '_'
                    && areNameBytes(text, underscore + 1, end);
        }
        return isFamily(text, start, end, "APIGW_") || isFamily(text, start, end, "APIGATEWAY_");
    }

    private static boolean isFamily(byte[] text, int start, int end, String prefix) {
        int nameStart = start + prefix.length();
        if (nameStart >= end) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (text[start + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return areNameBytes(text, nameStart, end);
    }

    private static boolean areDigits(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isDigit(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean areNameBytes(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isDigit(text[i]) && !isUpper(text[i]) && text[i] != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(byte b) {
        return isDigit(b) || isUpper(b) || (b >= 'a' && b <= 'z') || b == '_';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isUpper(byte b) {
        return b >= 'A' && b <= 'Z';
    }
}
