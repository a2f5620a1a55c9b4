package io.github.bkerrcode.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into lines without decoding them. A line ends at a line feed, as for {@code wc}, {@code sed} and
 * {@code grep}; a carriage return before it belongs to the line break, one elsewhere is a blank.
 *
 * <p>A line longer than {@link #MAX_PIECE} comes in pieces, so that memory stays bounded. {@link #text()} then holds
 * {@link #OVERLAP} bytes of its neighbours around the piece.
 *
 * <p>The usual loop goes from one line worth a look to the next; the lines between are counted, and nothing else is done with them:
 *
 * <pre>{@code
 * while (reader.next(finder)) {
 *     use(reader.lineNumber(), reader.text());
 * }
 * }</pre>
 */
public final class LineReader implements Closeable {

    /** Finds what a line must hold to be worth a look. */
    public interface Finder {

        /** Says that the bytes are others from now on; what was remembered of them does not hold any more. */
        default void forget() {}

        /**
         * Returns a position inside the first such thing, or -1 if there is none.
         *
         * @param block bytes of whole lines, the same as in the call before unless {@link #forget} was called between
         * @param from where the first line begins, not before that of the call before
         * @param to where the last one ends, exclusive
         */
        int find(byte[] block, int from, int to);

        /**
         * Returns how many line feeds stand in front of what was found last, or of where to stop if nothing was; negative if they are not
         * counted, and the reader has to. A finder that loads every byte counts at half the price of loading them all again.
         *
         * @param block the bytes, the same as in the search before
         * @return counted from where the first search began that had these bytes and this end
         */
        default int lineFeeds(byte[] block) {
            return -1;
        }
    }

    /*
     * Tunables. BLOCK: smaller costs system calls, larger leaves the cache. HISTORY: how far back earlierLines() can see;
     * a stack trace with its causes fits, and it is copied once per block. MAX_PIECE bounds memory for a line without end.
     */
    private static final int BLOCK = 256 * 1024;
    private static final int HISTORY = 64 * 1024;

    /** How far back {@link EarlierLines} go, in bytes. */
    public static final int MAX_DISTANCE = HISTORY;

    /** The longest line, in bytes, that is handed over whole. */
    public static final int MAX_PIECE = 1024 * 1024;

    /** Bytes of the neighbouring pieces around the piece of a long line; four times as many as the scanner reads characters. */
    public static final int OVERLAP = 2048;

    private final InputStream in;
    private final Charset charset;
    private final LineBuffer memory;
    private byte[] buffer;
    private int filled;
    private boolean ended;
    private @Nullable IOException failure;

    private int start;
    private int end;
    private int next;
    private int found;
    private boolean continued;
    private boolean goesOn;
    private long lineNumber;
    private long charactersBefore;

    /** Where the finder's search of these bytes is to stop, or -1 before it began, and how many lines had been read when it did. */
    private int searchedTo = -1;

    private long linesBeforeSearch;

    /** Where the buffer begins in the source, and where lines must begin before to belong to us; only segments have an end. */
    private long bufferOffset;

    private long limit = Long.MAX_VALUE;
    private boolean readsFileItself;
    private long bytesRead;

    private LineReader(InputStream in, Charset charset, LineBuffer memory) {
        this.in = in;
        this.charset = charset;
        this.memory = memory;
        this.buffer = memory.take(HISTORY + BLOCK);
    }

    /**
     * Opens a source.
     *
     * @param charset the charset of its text; a byte order mark overrules it
     * @param in the source's bytes, perhaps compressed; the caller closes it
     * @throws InputException if the content is no text, or compressed in a way we do not read
     */
    public static LineReader open(InputStream in, Charset charset) throws IOException {
        return open(in, charset, new LineBuffer());
    }

    /**
     * Opens a source.
     *
     * @param memory what lines are read into; not to be used otherwise until the reader is closed
     */
    public static LineReader open(InputStream in, Charset charset, LineBuffer memory) throws IOException {
        InputStream content = Decompression.of(in);
        LineReader reader = Transcoding.open(content, charset, memory);
        reader.readsFileItself &= content instanceof PushbackInputStream;
        return reader;
    }

    /** Closes the stream that is read, and what stands between it and the source. */
    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Says that the bytes are the source's own from the first one on. */
    LineReader ofFileItself() {
        readsFileItself = true;
        return this;
    }

    /**
     * Opens a part of a file that is plain text: the lines that begin in it. Numbers of lines count from the first of these.
     *
     * @param from where the part begins, in bytes
     * @param to where it ends, exclusive
     * @param in the file's bytes from {@link #segmentStart} on; the caller closes it
     * @param memory what lines are read into; not to be used otherwise until the reader is closed
     */
    public static LineReader ofSegment(InputStream in, Charset charset, long from, long to, LineBuffer memory) {
        LineReader reader = new LineReader(in, charset, memory);
        reader.bufferOffset = segmentStart(from);
        reader.limit = to;
        reader.skipToFirstLine(from);
        return reader;
    }

    /** Where reading a segment begins: a little before it, since its first lines may belong to a record that began there. */
    public static long segmentStart(long from) {
        return Math.max(0, from - HISTORY);
    }

    private void skipToFirstLine(long from) {
        if (from == 0) {
            return;
        }
        int searched = (int) (from - 1 - bufferOffset);
        int feed = -1;
        while (feed < 0 && !ended) {
            place(Math.min(searched, filled));
            searched -= fill();
            feed = LineFeeds.indexOf(buffer, searched, filled);
            searched = feed < 0 ? Math.max(searched, filled) : searched;
        }
        place(feed < 0 ? filled : feed + 1);
        if (bufferOffset + next >= limit) {
            filled = next;
            ended = true;
        }
    }

    private void place(int position) {
        start = position;
        end = position;
        next = position;
    }

    static LineReader of(InputStream in, Charset charset, LineBuffer memory) throws InputException {
        LineReader reader = new LineReader(in, charset, memory);
        reader.fill();
        BinaryData.refuse(reader.buffer, reader.filled);
        return reader;
    }

    /**
     * Goes on to the next line, or to the next piece of a long one.
     *
     * @return false at the end of the stream
     * @throws IOException if the stream cannot be read further; what was handed over before counts
     */
    public boolean next() throws IOException {
        advance();
        int position = next;
        while (true) {
            int feed = LineFeeds.indexOf(buffer, position, filled);
            if (feed >= 0) {
                takeRest(feed, feed + 1);
                return true;
            }
            if (filled - next >= MAX_PIECE + OVERLAP) {
                takePiece();
                return true;
            }
            position = filled - fill();
            if (ended && position == filled) {
                if (position == next) {
                    return atEnd();
                }
                takeRest(position, position);
                return true;
            }
        }
    }

    /**
     * Goes on to the next line in which something is found, or to the next piece of a long line. The last line may be handed over without
     * anything in it if it does not end in a line feed.
     *
     * @param finder finds what makes a line worth a look; always the same one
     * @return false at the end of the stream
     * @throws IOException if the stream cannot be read further; what was handed over before counts
     */
    public boolean next(Finder finder) throws IOException {
        while (true) {
            if (goesOn) {
                return nextUnsearched(finder);
            }
            advance();
            int whole = searchedTo > next ? searchedTo : endOfWholeLines(finder);
            if (whole < 0) {
                return nextUnsearched(finder);
            }
            int candidate = find(finder, whole);
            if (candidate >= 0) {
                skipTo(LineFeeds.lastIndexOf(buffer, next, candidate) + 1, finder);
                int feed = LineFeeds.indexOf(buffer, candidate, whole);
                take(feed, feed + 1, false);
                found = candidate;
                return true;
            }
            skipTo(whole, finder);
            end = start;
        }
    }

    private boolean nextUnsearched(Finder finder) throws IOException {
        forget(finder);
        return next();
    }

    private void forget(Finder finder) {
        finder.forget();
        searchedTo = -1;
    }

    private int find(Finder finder, int to) {
        if (to != searchedTo) {
            searchedTo = to;
            linesBeforeSearch = lineNumber;
        }
        return finder.find(buffer, next, to);
    }

    /**
     * Where the last whole line in memory ends, reading more if there is none; -1 if the stream ends or a line is too long to be handed
     * over whole, which {@link #next()} knows to deal with.
     */
    private int endOfWholeLines(Finder finder) {
        while (true) {
            int feed = LineFeeds.lastIndexOf(buffer, next, filled);
            if (feed >= 0) {
                return feed + 1 - next > MAX_PIECE ? -1 : feed + 1;
            }
            if (ended || filled - next > MAX_PIECE) {
                return -1;
            }
            forget(finder);
            fill();
        }
    }

    /** Leaves out the whole lines in front of what was found, or all if nothing was. */
    private void skipTo(int lineStart, Finder finder) {
        int from = next;
        if (lineStart > from) {
            int counted = finder.lineFeeds(buffer);
            lineNumber =
                    counted < 0 ? lineNumber + LineFeeds.count(buffer, from, lineStart) : linesBeforeSearch + counted;
            bytesRead += lineStart - from;
            start = lineStart;
            next = lineStart;
        }
    }

    /** Takes what is left of the line, or a piece of it if that is too long. */
    private void takeRest(int lineEnd, int nextStart) {
        if (lineEnd - next > MAX_PIECE) {
            takePiece();
        } else {
            take(lineEnd, nextStart, false);
        }
    }

    private void takePiece() {
        int cut = pieceEnd(next + MAX_PIECE);
        take(cut, cut, true);
    }

    private boolean atEnd() throws IOException {
        if (failure != null) {
            throw failure;
        }
        return false;
    }

    /** Leaves the current line. */
    private void advance() {
        if (goesOn) {
            charactersBefore += decode(start, end).length();
        } else {
            charactersBefore = 0;
        }
        bytesRead += next - start;
        start = next;
    }

    private void take(int lineEnd, int nextStart, boolean cut) {
        continued = goesOn;
        goesOn = cut;
        if (!continued) {
            lineNumber++;
        }
        end = lineEnd;
        next = nextStart;
        found = start;
        if (nextStart > lineEnd && end > start && buffer[end - 1] == '\r') {
            end--;
        }
    }

    /** A place to cut a long line: behind a blank or a punctuation mark, which no charset has inside a character. */
    private int pieceEnd(int wanted) {
        for (int cut = wanted; cut > wanted - OVERLAP; cut--) {
            byte b = buffer[cut - 1];
            if (b >= 0 && b < '0') {
                return cut;
            }
        }
        int cut = wanted;
        while (cut > wanted - 4 && (buffer[cut] & 0xC0) == 0x80) {
            cut--;
        }
        return cut;
    }

    /**
     * Reads more; what makes reading fail is thrown only when all that was read before is handed over.
     *
     * @return by how much everything moved towards the beginning of the buffer
     */
    private int fill() {
        if (ended) {
            return 0;
        }
        int shift = Math.max(0, start - HISTORY);
        if (shift > 0) {
            System.arraycopy(buffer, shift, buffer, 0, filled - shift);
            start -= shift;
            end -= shift;
            next -= shift;
            filled -= shift;
            bufferOffset += shift;
        }
        if (buffer.length - filled < BLOCK) {
            buffer = Arrays.copyOf(buffer, filled + 2 * BLOCK);
            memory.keep(buffer);
        }
        try {
            int read = in.read(buffer, filled, BLOCK);
            ended = read < 0;
            filled += Math.max(0, read);
            stopAtLimit();
        } catch (IOException e) {
            ended = true;
            failure = e;
        }
        return shift;
    }

    /** Ends behind the line that holds the last byte of the segment. */
    private void stopAtLimit() {
        if (bufferOffset + filled < limit) {
            return;
        }
        int last = (int) Math.max(next, limit - 1 - bufferOffset);
        int feed = LineFeeds.indexOf(buffer, last, filled);
        if (feed >= 0) {
            filled = feed + 1;
            ended = true;
        }
    }

    /** Whether the bytes read are the source's own, neither decompressed nor transcoded nor behind a byte order mark. */
    public boolean readsFileItself() {
        return readsFileItself;
    }

    /** Returns where the line begins in the source, in bytes after decompression. */
    public long offset() {
        return bufferOffset + start;
    }

    /** Returns the charset of the text. */
    public Charset charset() {
        return charset;
    }

    /** Returns the number of the line, from 1. */
    public long lineNumber() {
        return lineNumber;
    }

    /** Returns the bytes handed over so far, with their line breaks. */
    public long bytesRead() {
        return bytesRead + (next - start);
    }

    /** Says whether the text's bytes are UTF-8. */
    public boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Says whether this is a piece of a long line, but not its first. */
    public boolean isContinued() {
        return continued;
    }

    /** Says whether this is a piece of a long line, but not its last. */
    public boolean goesOn() {
        return goesOn;
    }

    /** Returns the characters of the line that came in earlier pieces. */
    public long charactersBefore() {
        return charactersBefore;
    }

    /** Says whether this is a whole line, rather than a piece of one. */
    public boolean isWhole() {
        return !continued && !goesOn;
    }

    /** Returns the bytes the line is among. They are only lent, until the reader goes on, and not to be changed. */
    public byte[] block() {
        return buffer;
    }

    /** Returns where the line begins in the block. */
    public int from() {
        return start;
    }

    /** Returns where the line ends in the block, without its line break. */
    public int end() {
        return end;
    }

    /** Returns where in the line something was found; its beginning if nothing was looked for. */
    public int found() {
        return found;
    }

    /** Returns the line, or the piece of it, undecoded. */
    public LineHead head() {
        return new LineHead(buffer, start, end, charset);
    }

    /** A line's text, and the part of it that is not overlap. */
    public record Text(String content, int from, int to) {}

    /** Returns the text of the line, or of the piece with its overlap. Bytes that are no text become U+FFFD. */
    public Text text() {
        if (!continued && !goesOn) {
            String content = decode(start, end);
            return new Text(content, 0, content.length());
        }
        String before = continued ? decode(Math.max(0, start - OVERLAP), start) : "";
        String own = decode(start, end);
        String after = goesOn ? decode(end, endOfOverlap()) : "";
        return new Text(before + own + after, before.length(), before.length() + own.length());
    }

    private int endOfOverlap() {
        int last = Math.min(filled, end + OVERLAP);
        for (int i = end; i < last; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return last;
    }

    /** Says whether the line holds bytes that are no text in the source's charset. */
    public boolean isMalformed() {
        return decode(start, end).indexOf('\uFFFD') >= 0 && !isDecodable();
    }

    /** Tells U+FFFD that was written from U+FFFD that stands for bytes that are no text. */
    private boolean isDecodable() {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(buffer, start, end - start));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Returns the lines before the current one, the nearest first, as far as they are still in memory. */
    public EarlierLines earlierLines() {
        return new EarlierLines();
    }

    /** The way back from a line. Valid until the reader goes on. */
    public final class EarlierLines {

        private int lineEnd = start;

        private EarlierLines() {}

        /** Returns the line before the one returned last, or null if it lies too far back or there is none. */
        public @Nullable LineHead next() {
            if (lineEnd == 0) {
                return null;
            }
            int lineStart = LineFeeds.lastIndexOf(buffer, 0, lineEnd - 1) + 1;
            boolean cutOff = lineStart == 0 && bufferOffset > 0;
            if (cutOff || start - lineStart > HISTORY) {
                return null;
            }
            LineHead line = new LineHead(buffer, lineStart, lineEnd - 1, charset);
            lineEnd = lineStart;
            return line;
        }

        /** Returns how many bytes before the current line the one returned last begins. */
        public int distance() {
            return start - lineEnd;
        }
    }

    private String decode(int from, int to) {
        return new String(buffer, from, to - from, charset);
    }
}
