package io.github.bkerrcode.enrich;

/** Text that is safe to put into a log line: what would break the line or steer a terminal becomes a blank. */
final class SingleLine {

    private SingleLine() {}

    static String of(CharSequence text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            safe.append(isUnsafe(c) ? ' ' : c);
        }
        return safe.toString();
    }

    private static boolean isUnsafe(char c) {
        boolean breaksLine = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
        boolean steersDirection = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
        return breaksLine || steersDirection;
    }
}
