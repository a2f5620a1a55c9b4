package io.github.bkerrcode.scan;

/** The text around a candidate as {@link ContextReader} reads it, put together. For whoever needs it as a string. */
final class Context {

    /** Stands where a longer text was cut off, so that the cut is not taken for the edge of the line. */
    private static final char CUT = '\uFFFF';

    /** How far what a number means may stand before it and behind it, in characters. */
    static final int SENTENCE_BEFORE = 96;

    static final int SENTENCE_AFTER = 192;

    private Context() {}

    /** What stands next to a place on both sides, as far as a sentence reaches, with a blank in its stead. */
    static String around(CharSequence text, int start, int end) {
        String before = before(text, start);
        String after = after(text, end);
        return before.substring(Math.max(0, before.length() - SENTENCE_BEFORE))
                + ' '
                + after.substring(0, Math.min(after.length(), SENTENCE_AFTER));
    }

    /** What stands before a position, as far as rules may look. */
    static String before(CharSequence text, int start) {
        StringBuilder reversed = new StringBuilder();
        int position = start;
        while (start - position < CodeScanner.CONTEXT_STEPS_END) {
            long step = ContextReader.before(text, position);
            if (ContextReader.character(step) == EvidenceAutomaton.EDGE) {
                return reversed.reverse().toString();
            }
            reversed.append((char) ContextReader.character(step));
            position = ContextReader.position(step);
        }
        return reversed.append(CUT).reverse().toString();
    }

    /** What stands from a position on, as far as rules may look. */
    static String after(CharSequence text, int end) {
        StringBuilder read = new StringBuilder();
        int position = end;
        while (position - end < CodeScanner.CONTEXT_STEPS_END) {
            long step = ContextReader.after(text, position);
            if (ContextReader.character(step) == EvidenceAutomaton.EDGE) {
                return read.toString();
            }
            read.append((char) ContextReader.character(step));
            position = ContextReader.position(step);
        }
        return read.append(CUT).toString();
    }
}
