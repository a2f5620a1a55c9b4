package io.github.bkerrcode.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a candidate in a block of bytes, read in place, away from the candidate, as {@link ContextReader} reads decoded
 * text. Gives up where a byte is malformed, or not ASCII in a charset other than UTF-8; and where it may belong to an escape, unless the
 * line is known. Mutable: one thread shows it one candidate after the other.
 */
final class ByteContext {

    /** What a step returns where reading in place is not enough. */
    static final int UNKNOWN = -1;

    /** How far to the left of a character an escape can begin that ends in it, rounded up; colours reach farther. */
    private static final int ESCAPE_LENGTH = 8;

    /** How many bytes were looked at where that is not known. */
    private static final int TOO_MUCH = Integer.MAX_VALUE / 2;

    private static final int NO_ESCAPE = Integer.MAX_VALUE;

    /** Stands for the two bytes that may end a line. */
    private static final byte LINE_END = -2;

    /** Stands for the bytes of which UTF-8 makes its characters of several bytes. */
    private static final byte PART = -3;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long TOP_BITS = 0x8080808080808080L;
    private static final long BACKSLASHES = ONES * '\\';
    private static final long PERCENT_SIGNS = ONES * '%';
    private static final long AMPERSANDS = ONES * '&';
    private static final long ESCAPES = ONES * 0x1b;

    private static final byte[] OF_UTF_8 = characters(PART);
    private static final byte[] OF_OTHERS = characters((byte) UNKNOWN);

    /** The character each byte stands for on its own, or one of the above. */
    private final byte[] plain;

    private byte[] block = new byte[0];
    private int from;
    private int start;
    private int end;
    private int to;

    /** The whole line, if it is known where it begins and ends. */
    private @Nullable ByteLine line;

    private int left;
    private int right;
    private int charactersBefore;
    private int charactersAfter;

    /** The same in bytes, line breaks included, of all times that this candidate was read. */
    private int mostBefore;

    private int mostAfter;
    private boolean givenUp;

    /** Where the leftmost byte stands that was seen near by in front and may begin an escape. */
    private int escape;

    private ByteContext(byte[] plain) {
        this.plain = plain;
    }

    /** Reads UTF-8. */
    static ByteContext ofUtf8() {
        return new ByteContext(OF_UTF_8);
    }

    /**
     * Reads ASCII in any charset that leaves it alone. No byte near one that is not ASCII is read, since it may be the second half of a
     * character, as in GBK.
     */
    static ByteContext ofAscii() {
        return new ByteContext(OF_OTHERS);
    }

    private static byte[] characters(byte beyondAscii) {
        byte[] plain = new byte[256];
        for (int b = 0; b < 0x80; b++) {
            boolean mayBeEscape = b == '\\' || b == '%' || b == '&' || b == 0x1b;
            plain[b] = (byte) (mayBeEscape ? UNKNOWN : b < ' ' || b == 0x7f ? ' ' : b);
        }
        Arrays.fill(plain, 0x80, plain.length, beyondAscii);
        plain['\n'] = LINE_END;
        plain['\r'] = LINE_END;
        return plain;
    }

    /**
     * Shows a candidate. What stands around it can be compared at once; whoever wants to read it says so with {@link #beginReading}.
     *
     * @param block the bytes
     * @param from where a line begins, at or before the candidate
     * @param start where the candidate begins
     * @param end where it ends, exclusive
     * @param to where a line ends, behind the candidate, exclusive
     */
    void show(byte[] block, int from, int start, int end, int to) {
        line = null;
        place(block, from, start, end, to);
    }

    private void place(byte[] block, int from, int start, int end, int to) {
        this.block = block;
        this.from = from;
        this.start = start;
        this.end = end;
        this.to = to;
        givenUp = false;
    }

    /** Begins to read what stands around the candidate, and to count how far. */
    void beginReading() {
        left = start;
        right = end;
        mostBefore = 0;
        mostAfter = 0;
        rewind();
    }

    /**
     * Shows a candidate in a line.
     *
     * @param line the line, from {@code from} to {@code to}
     */
    void showInLine(byte[] block, ByteLine line, int from, int start, int end, int to) {
        this.line = line;
        place(block, from, start, end, to);
    }

    /** Begins to read anew on both sides. */
    void rewind() {
        mostBefore = mostBefore();
        mostAfter = mostAfter();
        left = start;
        right = end;
        charactersBefore = 0;
        charactersAfter = 0;
        escape = NO_ESCAPE;
        for (int i = start - 1; line != null && i >= start - ESCAPE_LENGTH; i--) {
            lookForEscape(i);
        }
    }

    /** Says that only decoded text will do for this candidate. */
    void giveUp() {
        givenUp = true;
    }

    /** Whether only decoded text will do for this candidate. */
    boolean isGivenUp() {
        return givenUp;
    }

    /** Where the candidate begins in the block. */
    int start() {
        return start;
    }

    /** How many characters were read to the left of the candidate. */
    int charactersBefore() {
        return charactersBefore;
    }

    /** How many characters were read to the right of the candidate. */
    int charactersAfter() {
        return charactersAfter;
    }

    /** How many bytes to the left of the candidate were looked at since it was shown. */
    int mostBefore() {
        return Math.max(mostBefore, start - left);
    }

    /** How many bytes to the right of the candidate were looked at since it was shown. */
    int mostAfter() {
        return Math.max(mostAfter, right - end);
    }

    /** Says whether {@link #before} may be asked: no escape ends in what stands right before the candidate. */
    boolean isPlainBefore() {
        return isPlain(start - ESCAPE_LENGTH, start);
    }

    /**
     * Says whether {@link DecidedPlaces} can compare what stands around: it is there, and no escape touches any of it in front, even if
     * it began in the word before. Also says no now and then where a line before this one ends in an escape.
     */
    boolean isComparable() {
        return start >= DecidedPlaces.REACH_BEFORE + Long.BYTES
                && end + DecidedPlaces.REACH_AFTER <= block.length
                && !mayHoldEscape(wordBefore(0))
                && !mayHoldEscape(wordBefore(1))
                && !mayHoldEscape(wordBefore(2))
                && (plain == OF_UTF_8 || isPlain(start - DecidedPlaces.REACH_BEFORE - ESCAPE_LENGTH, start));
    }

    private static boolean mayHoldEscape(long word) {
        return ((belowOne(word ^ BACKSLASHES)
                                | belowOne(word ^ PERCENT_SIGNS)
                                | belowOne(word ^ AMPERSANDS)
                                | belowOne(word ^ ESCAPES))
                        & TOP_BITS)
                != 0;
    }

    /** Sets the top bit of each byte that is zero, since one from it borrows; at times that of another one too. */
    private static long belowOne(long word) {
        return word - ONES & ~word;
    }

    /**
     * Eight bytes in front, the nearest one highest.
     *
     * @param words how many words nearer ones are left out
     */
    long wordBefore(int words) {
        return (long) WORDS.get(block, start - (words + 1) * Long.BYTES);
    }

    /** The eight bytes behind, the nearest one lowest. */
    long wordAfter() {
        return (long) WORDS.get(block, end);
    }

    private boolean isPlain(int begin, int behind) {
        for (int i = Math.max(from, begin); i < behind; i++) {
            if (plain[block[i] & 0xFF] == UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    /** The next character to the left, {@link EvidenceAutomaton#EDGE} again and again where the line begins, or {@link #UNKNOWN}. */
    int before() {
        int position = left;
        int guard = position - 1 - ESCAPE_LENGTH;
        if (guard >= from && plain[block[guard] & 0xFF] != UNKNOWN && position <= escape) {
            int c = plain[block[position - 1] & 0xFF];
            if (c >= 0 && c != 'm') {
                return tookLeft(c, 1);
            }
        }
        return beforeWithCare(position);
    }

    private int tookLeft(int c, int bytes) {
        left -= bytes;
        charactersBefore++;
        return c;
    }

    /** The same where the line begins near by, an escape may, a colour may end, or a character has several bytes. */
    private int beforeWithCare(int position) {
        boolean isFeed = position > 0 && block[position - 1] == '\n';
        if (position == from || isFeed) {
            mostBefore = isFeed ? Math.max(mostBefore, start - position + 1) : TOO_MUCH;
            return EvidenceAutomaton.EDGE;
        }
        lookForEscape(position - 1 - ESCAPE_LENGTH);
        byte b = block[position - 1];
        int c = plain[b & 0xFF];
        if (c == PART) {
            return partsBefore(position);
        }
        boolean mayEndEscape = position > escape || c == UNKNOWN || b == 'm' && mayEndColour(position - 1);
        return mayEndEscape ? escapeBefore(position) : tookLeft(b == '\r' ? ' ' : c, 1);
    }

    /** Every byte is asked about once, when reading comes that near to it. */
    private void lookForEscape(int position) {
        if (position >= from && plain[block[position] & 0xFF] == UNKNOWN) {
            escape = position;
        }
    }

    private void lookForEscapes(int next, int position) {
        for (int passed = position - 1; passed > next; passed--) {
            lookForEscape(passed - 1 - ESCAPE_LENGTH);
        }
    }

    private boolean mayEndColour(int position) {
        mostBefore = Math.max(mostBefore(), start - position + 1);
        byte b = position == from ? (byte) ' ' : block[position - 1];
        return b >= '0' && b <= '9' || b == ';' || b == '[';
    }

    private int partsBefore(int position) {
        int length = position - 2 >= from && Utf8.isLeadOfTwo(block[position - 2]) ? 2 : 3;
        int c = position - length < from ? -1 : Utf8.character(block, position - length, length);
        lookForEscapes(position - length, position);
        return c < 0 ? unknown() : tookLeft(ContextReader.fold((char) c), length);
    }

    private int escapeBefore(int position) {
        if (line == null) {
            return unknown();
        }
        long step = ContextReader.before(line, position - from);
        int next = from + ContextReader.position(step);
        lookForEscapes(next, position);
        charactersBefore += position - next;
        mostBefore = TOO_MUCH;
        left = next;
        return block[next] < 0 ? unknown() : ContextReader.character(step);
    }

    /** The next character to the right, {@link EvidenceAutomaton#EDGE} again and again where the line ends, or {@link #UNKNOWN}. */
    int after() {
        int position = right;
        int c = position == to ? LINE_END : plain[block[position] & 0xFF];
        if (c >= 0) {
            return tookRight(c, 1);
        }
        if (c == PART) {
            return partsAfter(position);
        }
        return c == LINE_END ? atLineEnd(position) : escapeAfter(position);
    }

    private int tookRight(int c, int bytes) {
        right += bytes;
        charactersAfter++;
        return c;
    }

    private int atLineEnd(int position) {
        mostAfter = Math.max(mostAfter, position - end + lineBreakLength(position));
        boolean loneReturn = position < to && block[position] == '\r' && !isFeed(position + 1);
        return loneReturn ? tookRight(' ', 1) : EvidenceAutomaton.EDGE;
    }

    /** How many bytes tell that a line ends or does not; a great number where nothing stands in the block that tells. */
    private int lineBreakLength(int position) {
        if (position < block.length && block[position] == '\n') {
            return 1;
        }
        return position + 1 < block.length && block[position] == '\r' && block[position + 1] == '\n' ? 2 : TOO_MUCH;
    }

    /** Whether a line ends at a position; a known line ends where it says. */
    private boolean isFeed(int position) {
        return line == null && (position >= to || block[position] == '\n');
    }

    private int partsAfter(int position) {
        int length = Utf8.isLeadOfTwo(block[position]) ? 2 : 3;
        int c = position + length > to ? -1 : Utf8.character(block, position, length);
        return c < 0 ? unknown() : tookRight(ContextReader.fold((char) c), length);
    }

    private int escapeAfter(int position) {
        if (line == null) {
            return unknown();
        }
        long step = ContextReader.after(line, position - from);
        int next = from + ContextReader.position(step);
        charactersAfter += next - position;
        mostAfter = TOO_MUCH;
        right = next;
        return block[next - 1] < 0 ? unknown() : ContextReader.character(step);
    }

    private int unknown() {
        givenUp = true;
        return UNKNOWN;
    }

    /**
     * What stands next to the candidate on both sides, with a blank in its stead; as {@link Context#around} does it.
     *
     * @return null where reading in place is not enough
     */
    @Nullable
    String around() {
        beginReading();
        StringBuilder text = new StringBuilder();
        while (charactersBefore < Context.SENTENCE_BEFORE && !givenUp) {
            int c = before();
            if (c == EvidenceAutomaton.EDGE) {
                break;
            }
            text.append((char) c);
        }
        text.reverse().append(' ');
        while (charactersAfter < Context.SENTENCE_AFTER && !givenUp) {
            int c = after();
            if (c == EvidenceAutomaton.EDGE) {
                break;
            }
            text.append((char) c);
        }
        return givenUp ? null : text.toString();
    }
}
