package io.github.bkerrcode.scan;

/**
 * Whole lines as bytes, with a candidate among them, read in place as {@link ContextReader} reads decoded text. Gives up where a
 * byte is not plain ASCII or may belong to an escape.
 */
final class PlainContext {

    /** What a step returns where reading in place is not enough. */
    static final int UNKNOWN = -1;

    /** How far to the left of a character an escape can begin that ends in it, rounded up; colours reach farther. */
    private static final int ESCAPE_LENGTH = 8;

    /** Stands in {@link #PLAIN} for the two bytes that may end a line. */
    private static final byte LINE_END = -2;

    /** The character each byte stands for on its own, {@link #LINE_END} or {@link #UNKNOWN}. */
    private static final byte[] PLAIN = plain();

    private final byte[] block;
    private final int from;
    private final int start;
    private final int end;
    private final int to;

    /**
     * Shows a candidate.
     *
     * @param block the bytes
     * @param from where a line begins, at or before the candidate
     * @param start where the candidate begins
     * @param end where it ends, exclusive
     * @param to where a line ends, behind the candidate, exclusive
     */
    PlainContext(byte[] block, int from, int start, int end, int to) {
        this.block = block;
        this.from = from;
        this.start = start;
        this.end = end;
        this.to = to;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    private static byte[] plain() {
        byte[] plain = new byte[256];
        for (int b = 0; b < plain.length; b++) {
            boolean mayBeEscape = b == '\\' || b == '%' || b == '&' || b == 0x1b;
            plain[b] = (byte) (b > 0x7f || mayBeEscape ? UNKNOWN : b < ' ' || b == 0x7f ? ' ' : b);
        }
        plain['\n'] = LINE_END;
        plain['\r'] = LINE_END;
        return plain;
    }

    /** The character that ends at a position at or before the candidate, {@link EvidenceAutomaton#EDGE}, or {@link #UNKNOWN}. */
    int before(int position) {
        if (position - ESCAPE_LENGTH <= from || PLAIN[block[position - 1 - ESCAPE_LENGTH] & 0xFF] == UNKNOWN) {
            return beforeWithCare(position);
        }
        int c = PLAIN[block[position - 1] & 0xFF];
        return c < 0 || c == 'm' ? beforeWithCare(position) : c;
    }

    /** The same where the line begins near by, an escape may, or a colour may end. */
    private int beforeWithCare(int position) {
        if (position == from || block[position - 1] == '\n') {
            return EvidenceAutomaton.EDGE;
        }
        byte b = block[position - 1];
        int guard = position - 1 - ESCAPE_LENGTH;
        boolean mayEndEscape =
                guard >= from && PLAIN[block[guard] & 0xFF] == UNKNOWN || b == 'm' && mayEndColour(position - 1);
        return mayEndEscape ? UNKNOWN : b == '\r' ? ' ' : PLAIN[b & 0xFF];
    }

    private boolean mayEndColour(int position) {
        byte b = position == from ? (byte) ' ' : block[position - 1];
        return b >= '0' && b <= '9' || b == ';' || b == '[';
    }

    /** Says whether {@link #before} may be asked: no escape ends in what stands right before the candidate. */
    boolean isPlainBefore() {
        for (int i = Math.max(from, start - ESCAPE_LENGTH); i < start; i++) {
            if (PLAIN[block[i] & 0xFF] == UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    /** The character that begins at a position behind the candidate, {@link EvidenceAutomaton#EDGE}, or {@link #UNKNOWN}. */
    int after(int position) {
        int c = position == to ? LINE_END : PLAIN[block[position] & 0xFF];
        return c == LINE_END ? atLineEnd(position) : c;
    }

    private int atLineEnd(int position) {
        boolean loneReturn =
                position < to && block[position] == '\r' && position + 1 < to && block[position + 1] != '\n';
        return loneReturn ? ' ' : EvidenceAutomaton.EDGE;
    }
}
