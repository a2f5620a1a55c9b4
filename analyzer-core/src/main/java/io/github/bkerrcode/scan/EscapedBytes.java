package io.github.bkerrcode.scan;

/**
 * Characters that are written as escapes of their three bytes of UTF-8, as Python prints bytes (backslash, {@code x}, two digits) and
 * URLs hold text ({@code %E9%94%99}). Chinese text and full-width punctuation take three bytes each.
 */
final class EscapedBytes {

    private EscapedBytes() {}

    /** Where the character ends whose escapes begin at {@code start}, or -1 if none does. */
    static int end(CharSequence text, int start) {
        int first = escapeEnd(text, start);
        int second = isLead(text, first) ? escapeEnd(text, first) : -1;
        int third = isContinuation(text, second) ? escapeEnd(text, second) : -1;
        return isContinuation(text, third) ? third : -1;
    }

    /** Where the escapes of the character begin that ends at {@code end}, or -1 if none does. */
    static int start(CharSequence text, int end) {
        int third = isContinuation(text, end) ? escapeStart(text, end) : -1;
        int second = third > 0 && isContinuation(text, third) ? escapeStart(text, third) : -1;
        return second > 0 && isLead(text, second) ? escapeStart(text, second) : -1;
    }

    /** The character whose escapes begin at {@code start}. */
    static char character(CharSequence text, int start) {
        int first = escapeEnd(text, start);
        int second = escapeEnd(text, first);
        int third = escapeEnd(text, second);
        return (char)
                ((value(text, first) & 0x0F) << 12 | (value(text, second) & 0x3F) << 6 | value(text, third) & 0x3F);
    }

    private static boolean isLead(CharSequence text, int escapeEnd) {
        return escapeEnd > 0 && (value(text, escapeEnd) & ~0x0F) == 0xE0;
    }

    private static boolean isContinuation(CharSequence text, int escapeEnd) {
        return escapeEnd > 0 && (value(text, escapeEnd) & ~0x3F) == 0x80;
    }

    /** The value of the two digits that end an escape, or -1 if they are none. */
    private static int value(CharSequence text, int escapeEnd) {
        return escapeEnd < 3 ? -1 : ContextReader.hexValue(text, escapeEnd - 2, escapeEnd);
    }

    private static int escapeEnd(CharSequence text, int start) {
        if (start >= text.length()) {
            return -1;
        }
        int mark = start;
        if (text.charAt(start) == '\\') {
            mark = ContextReader.skipBackslashesRight(text, start);
            if (mark >= text.length() || text.charAt(mark) != 'x') {
                return -1;
            }
        } else if (text.charAt(start) != '%') {
            return -1;
        }
        return mark + 3 <= text.length() ? mark + 3 : -1;
    }

    private static int escapeStart(CharSequence text, int end) {
        char mark = text.charAt(end - 3);
        if (mark == '%') {
            return end - 3;
        }
        int start = mark == 'x' ? ContextReader.skipBackslashesLeft(text, end - 3) : end - 3;
        return start < end - 3 ? start : -1;
    }
}
