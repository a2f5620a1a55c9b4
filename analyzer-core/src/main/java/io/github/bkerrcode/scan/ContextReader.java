package io.github.bkerrcode.scan;

/**
 * Reads the text around a candidate as its writer meant it: one character at a time, away from the candidate, with the
 * layers taken off that logging puts around text.
 *
 * <p>So that a rule can say {@code code":} and mean every one of these:
 *
 * <ul>
 *   <li>escaped quotes, slashes and line breaks at any depth: {@code \"}, {@code \\\"}, {@code \/}, {@code \n};
 *   <li>hexadecimal escapes as JSON and Python write them (backslash, {@code u} or {@code x}, digits), percent escapes of
 *       URLs, both also byte by byte ({@link EscapedBytes}), the five named entities of XML and the hard blank of HTML;
 *   <li>full-width forms, ideographic punctuation and typographic quotes, as the ASCII character of the same role;
 *   <li>terminal colours (left out), control characters (as a blank).
 * </ul>
 *
 * <p>A step returns a character and the position to go on from, packed into a {@code long} so that nothing is allocated;
 * {@link #character} and {@link #position} take it apart.
 */
final class ContextReader {

    private static final char ESCAPE = 0x1b;
    private static final int MAX_COLOUR_LENGTH = 16;

    /** Colour sequences in a row that are left out in one step, so that a step stays bounded. */
    private static final int MAX_COLOURS = 3;

    private static final int UNICODE_DIGITS = 4;

    /** Six levels of escaping; a longer run of backslashes is read as backslashes, so that a step stays bounded. */
    private static final int MAX_BACKSLASHES = 64;

    private ContextReader() {}

    static int character(long step) {
        return (int) step & 0x1FFFF;
    }

    static int position(long step) {
        return (int) (step >>> 17);
    }

    private static long pack(int character, int position) {
        return (long) position << 17 | character;
    }

    /** Reads the character that ends at {@code end}; {@link EvidenceAutomaton#EDGE} at the beginning of the text. */
    static long before(CharSequence text, int end) {
        int position = end;
        for (int colours = 0; position > 0; colours++) {
            char c = text.charAt(position - 1);
            if (c > 0x7f) {
                return pack(fold(c), position - 1);
            }
            int colour = c == 'm' && colours < MAX_COLOURS ? colourStart(text, position) : -1;
            if (colour < 0) {
                return beforeAscii(text, position, c);
            }
            position = colour;
        }
        return pack(EvidenceAutomaton.EDGE, 0);
    }

    private static long beforeAscii(CharSequence text, int end, char c) {
        switch (c) {
            case '"', '\'', '/' -> {
                return pack(c, skipBackslashesLeft(text, end - 1));
            }
            case 'n', 'r', 't' -> {
                if (end > 1 && text.charAt(end - 2) == '\\') {
                    return pack(writtenControl(c), skipBackslashesLeft(text, end - 1));
                }
            }
            case ';' -> {
                int entity = entityStart(text, end);
                if (entity >= 0) {
                    return pack(entityCharacter(text, entity), entity);
                }
            }
            default -> {
                // Any other character may be the last of a numeric escape.
            }
        }
        int bytes = isHex(c) ? EscapedBytes.start(text, end) : -1;
        if (bytes >= 0) {
            return pack(fold(EscapedBytes.character(text, bytes)), bytes);
        }
        int escape = isHex(c) ? numericEscapeStart(text, end) : -1;
        if (escape >= 0) {
            return pack(fold(numericEscapeValue(text, escape)), skipBackslashesLeft(text, escape));
        }
        return pack(c < ' ' || c == 0x7f ? ' ' : c, end - 1);
    }

    /** Reads the character that begins at {@code start}; {@link EvidenceAutomaton#EDGE} at the end of the text. */
    static long after(CharSequence text, int start) {
        int position = start;
        for (int colours = 0; position < text.length(); colours++) {
            char c = text.charAt(position);
            if (c > 0x7f) {
                return pack(fold(c), position + 1);
            }
            boolean mayBeColour = (c == ESCAPE || c == '\\') && colours < MAX_COLOURS;
            int colour = mayBeColour ? colourEnd(text, position) : -1;
            if (colour < 0) {
                return afterAscii(text, position, c);
            }
            position = colour;
        }
        return pack(EvidenceAutomaton.EDGE, text.length());
    }

    private static long afterAscii(CharSequence text, int start, char c) {
        int bytes = c == '\\' || c == '%' ? EscapedBytes.end(text, start) : -1;
        if (bytes >= 0) {
            return pack(fold(EscapedBytes.character(text, start)), bytes);
        }
        if (c == '\\') {
            return afterBackslash(text, start);
        }
        if (c == '%' && start + 2 < text.length()) {
            int value = hexValue(text, start + 1, start + 3);
            if (isPrintableAscii(value)) {
                return pack(value, start + 3);
            }
        }
        if (c == '&') {
            int character = entityCharacter(text, start);
            if (character != 0) {
                return pack(character, indexOfSemicolon(text, start) + 1);
            }
        }
        return pack(c < ' ' || c == 0x7f ? ' ' : c, start + 1);
    }

    private static long afterBackslash(CharSequence text, int start) {
        int next = skipBackslashesRight(text, start);
        if (next == text.length() || text.charAt(next) == '\\') {
            return pack('\\', next);
        }
        char c = text.charAt(next);
        switch (c) {
            case '"', '\'', '/' -> {
                return pack(c, next + 1);
            }
            case 'n', 'r', 't' -> {
                return pack(writtenControl(c), next + 1);
            }
            case 'u', 'x' -> {
                int end = next + 1 + (c == 'u' ? UNICODE_DIGITS : 2);
                int value = hexValue(text, next + 1, end);
                if (value >= 0) {
                    return pack(fold((char) value), end);
                }
            }
            default -> {
                // A backslash that escapes nothing we know stands for itself.
            }
        }
        return pack('\\', next);
    }

    /**
     * Where a token begins whose first characters may belong to an escape in front of it: in an escaped
     * full-width bracket followed by a code, {@code uff083801013} behind a backslash, the digits {@code 08} are the escape's.
     *
     * @param start where the run of code characters begins that holds the token
     * @return {@code start} or a little behind it; -1 if the run is glued to a lower-case word and so holds no token
     */
    static int tokenStart(CharSequence text, int start) {
        int floor = Math.max(0, start - UNICODE_DIGITS - 1);
        for (int i = start - 1; i >= floor; i--) {
            char c = text.charAt(i);
            if (c == '%') {
                int value = start - i <= 2 ? hexValue(text, i + 1, i + 3) : -1;
                return isPrintableAscii(value) || value >= 0x80 ? i + 3 : start;
            }
            if ((c == 'u' || c == 'x') && i > 0 && text.charAt(i - 1) == '\\') {
                int end = i + 1 + (c == 'u' ? UNICODE_DIGITS : 2);
                return end >= start && hexValue(text, i + 1, end) >= 0 ? end : -1;
            }
            if (!isHex(c)) {
                break;
            }
        }
        if (start == 0 || !isLower(text.charAt(start - 1))) {
            return start;
        }
        char last = text.charAt(start - 1);
        if ((last == 'n' || last == 'r' || last == 't') && start > 1 && text.charAt(start - 2) == '\\') {
            return start;
        }
        return last == 'm' && colourStart(text, start) >= 0 ? start : -1;
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** A written line break ends a line of the record; other control characters are blanks. */
    private static char writtenControl(char letter) {
        return letter == 'n' ? '\n' : ' ';
    }

    static int skipBackslashesRight(CharSequence text, int start) {
        int ceiling = Math.min(text.length(), start + MAX_BACKSLASHES);
        int position = start;
        while (position < ceiling && text.charAt(position) == '\\') {
            position++;
        }
        return position;
    }

    static int skipBackslashesLeft(CharSequence text, int end) {
        int floor = Math.max(0, end - MAX_BACKSLASHES);
        int position = end;
        while (position > floor && text.charAt(position - 1) == '\\') {
            position--;
        }
        return position;
    }

    /** Where a hexadecimal escape begins that ends at {@code end}, or -1. */
    private static int numericEscapeStart(CharSequence text, int end) {
        if (end >= 6
                && text.charAt(end - 5) == 'u'
                && text.charAt(end - 6) == '\\'
                && hexValue(text, end - 4, end) >= 0) {
            return end - 6;
        }
        if (end >= 4
                && text.charAt(end - 3) == 'x'
                && text.charAt(end - 4) == '\\'
                && hexValue(text, end - 2, end) >= 0) {
            return end - 4;
        }
        if (end >= 3 && text.charAt(end - 3) == '%' && isPrintableAscii(hexValue(text, end - 2, end))) {
            return end - 3;
        }
        return -1;
    }

    private static char numericEscapeValue(CharSequence text, int start) {
        if (text.charAt(start) == '%') {
            return (char) hexValue(text, start + 1, start + 3);
        }
        int digits = text.charAt(start + 1) == 'u' ? UNICODE_DIGITS : 2;
        return (char) hexValue(text, start + 2, start + 2 + digits);
    }

    /** Where a colour sequence begins that ends at {@code end}, or -1; its escape may itself be written out. */
    private static int colourStart(CharSequence text, int end) {
        int floor = Math.max(0, end - MAX_COLOUR_LENGTH);
        for (int i = end - 2; i > floor; i--) {
            char c = text.charAt(i);
            if (c == '[') {
                return escapeStart(text, i);
            }
            if (c != ';' && !isDigit(c)) {
                return -1;
            }
        }
        return -1;
    }

    private static int escapeStart(CharSequence text, int end) {
        if (text.charAt(end - 1) == ESCAPE) {
            return end - 1;
        }
        for (String written : WRITTEN_ESCAPES) {
            int start = end - written.length();
            if (start >= 0 && regionMatches(text, start, written)) {
                return skipBackslashesLeft(text, start);
            }
        }
        return -1;
    }

    private static final String[] WRITTEN_ESCAPES = {"\\u001b", "\\u001B", "\\x1b", "\\x1B", "\\033", "\\e"};

    private static int colourEnd(CharSequence text, int start) {
        int position = start + 1;
        if (text.charAt(start) == '\\') {
            int ceiling = Math.min(text.length(), start + MAX_BACKSLASHES);
            while (position < ceiling && text.charAt(position) == '\\') {
                position++;
            }
            position = writtenEscapeEnd(text, position - 1);
        }
        if (position < 0 || position >= text.length() || text.charAt(position) != '[') {
            return -1;
        }
        int last = Math.min(text.length(), position + MAX_COLOUR_LENGTH);
        for (int i = position + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == 'm') {
                return i + 1;
            }
            if (c != ';' && !isDigit(c)) {
                return -1;
            }
        }
        return -1;
    }

    private static int writtenEscapeEnd(CharSequence text, int start) {
        for (String written : WRITTEN_ESCAPES) {
            if (regionMatches(text, start, written)) {
                return start + written.length();
            }
        }
        return -1;
    }

    private static final String[] ENTITIES = {"&quot;", "&apos;", "&amp;", "&lt;", "&gt;", "&#34;", "&#39;", "&nbsp;"};
    private static final String ENTITY_CHARACTERS = "\"'&<>\"' ";

    private static int entityStart(CharSequence text, int end) {
        for (String entity : ENTITIES) {
            int start = end - entity.length();
            if (start >= 0 && regionMatches(text, start, entity)) {
                return start;
            }
        }
        return -1;
    }

    /** The character that the entity at {@code start} stands for, or 0 if none begins there. */
    private static int entityCharacter(CharSequence text, int start) {
        for (int i = 0; i < ENTITIES.length; i++) {
            if (regionMatches(text, start, ENTITIES[i])) {
                return ENTITY_CHARACTERS.charAt(i);
            }
        }
        return 0;
    }

    private static int indexOfSemicolon(CharSequence text, int start) {
        int position = start;
        while (text.charAt(position) != ';') {
            position++;
        }
        return position;
    }

    private static boolean regionMatches(CharSequence text, int start, String expected) {
        if (start + expected.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (text.charAt(start + i) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The value of the hexadecimal digits from {@code start} to {@code end}, or -1 if they are not all there. */
    static int hexValue(CharSequence text, int start, int end) {
        if (end > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!isHex(c)) {
                return -1;
            }
            value = value << 4 | Character.digit(c, 16);
        }
        return value;
    }

    private static boolean isHex(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPrintableAscii(int value) {
        return value >= ' ' && value < 0x7f;
    }

    static char fold(char c) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '\u3000', '\u00A0', '\u200B', '\uFEFF' -> ' ';
            case '\u201C', '\u201D', '\u201E' -> '"';
            case '\u2018', '\u2019' -> '\'';
            case '\u3010', '\u3014', '\u300C', '\u300E', '\u3016' -> '[';
            case '\u3011', '\u3015', '\u300D', '\u300F', '\u3017' -> ']';
            case '\u300A', '\u3008' -> '<';
            case '\u300B', '\u3009' -> '>';
            case '\u2013', '\u2014', '\u2212' -> '-';
            default -> c < ' ' || c >= 0x7f && c < 0xA0 ? ' ' : c;
        };
    }
}
