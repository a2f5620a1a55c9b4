package io.github.bkerrcode.catalog;

/**
 * What stands between the parameters of a meaning, as it is looked for in logs: character by character, except that blanks beside a
 * Chinese character may be there or not, since documents put them where programs do not.
 *
 * @param content without such blanks
 */
record FixedText(String content) {

    static FixedText of(String written) {
        StringBuilder content = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean optional =
                    c == ' ' && (isWide(before(content)) || i + 1 < written.length() && isWide(written.charAt(i + 1)));
            if (!optional) {
                content.append(c);
            }
        }
        return new FixedText(content.toString());
    }

    private static char before(CharSequence content) {
        return content.isEmpty() ? ' ' : content.charAt(content.length() - 1);
    }

    private static boolean isWide(char c) {
        return c >= 0x2E80;
    }

    boolean isEmpty() {
        return content.isEmpty();
    }

    /** Where the text stands for the first time from one place to another, or -1. */
    int find(String text, int from, int to) {
        for (int at = text.indexOf(content.charAt(0), from); at >= 0 && at < to; ) {
            if (endAt(text, at) >= 0) {
                return at;
            }
            at = text.indexOf(content.charAt(0), at + 1);
        }
        return -1;
    }

    /** Where the text ends if it stands here, or -1. */
    int endAt(String text, int start) {
        int at = start;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (i > 0 && (isWide(c) || isWide(content.charAt(i - 1)))) {
                at = skipBlanks(text, at);
            }
            if (at >= text.length() || text.charAt(at) != c) {
                return -1;
            }
            at++;
        }
        return at;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** How much it says: a Chinese character counts twice a letter or digit. */
    int weight() {
        int weight = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                weight += isWide(c) ? 2 : 1;
            }
        }
        return weight;
    }

    /** Whether it is nothing but blanks, so that nobody can tell where the values around it end and begin. */
    boolean isBlank() {
        return content.isBlank();
    }
}
