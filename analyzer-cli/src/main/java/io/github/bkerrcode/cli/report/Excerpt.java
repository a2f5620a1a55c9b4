package io.github.bkerrcode.cli.report;

/**
 * The part of a logged line around a place in it, on one line of a terminal, made harmless and with the place marked.
 *
 * @param palette colours, or none
 * @param columns width to keep within
 */
record Excerpt(Palette palette, int columns) {

    private static final int CONTEXT_BEFORE = 30;
    private static final String INDENT = "    ";

    /** The excerpt around {@code text} from {@code start} to {@code end}. */
    String around(String text, int start, int end) {
        int from = Math.max(0, start - CONTEXT_BEFORE);
        if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
            from++;
        }
        String before = DisplayText.harmless((from > 0 ? "…" : "") + text.substring(from, start));
        String place = text.substring(start, end);
        String after = DisplayText.harmless(text.substring(end, Math.min(text.length(), end + Math.max(0, columns))));
        int room = columns - INDENT.length() - DisplayText.width(before) - DisplayText.width(place);
        return INDENT + before + palette.code(place) + DisplayText.truncate(after, Math.max(1, room));
    }
}
