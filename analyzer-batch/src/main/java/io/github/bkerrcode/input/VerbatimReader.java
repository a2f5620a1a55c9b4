package io.github.bkerrcode.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into lines as {@link LineReader} does, but for those who want every byte of it, in whatever charset, and each line as
 * soon as it is there: one call reads what there is to read, others hand it over.
 *
 * <pre>{@code
 * while (reader.read()) {
 *     while (reader.next(finder)) {
 *         copy(reader.block(), reader.from(), reader.to());
 *     }
 * }
 * }</pre>
 *
 * <p>What is handed over is a passage: lines in which nothing was found, a line worth a look, or a piece of one that is longer than
 * {@link LineReader#MAX_PIECE}. Passages follow each other without gaps. Not safe for use by several threads.
 */
public final class VerbatimReader implements Closeable {

    private static final int BLOCK = 512 * 1024;
    private static final int MAX_PIECE = LineReader.MAX_PIECE;
    private static final int OVERLAP = LineReader.OVERLAP;

    private final InputStream in;
    private CodeUnit unit;
    private byte[] buffer = new byte[2 * BLOCK];
    private int filled;
    private boolean opened = true;
    private boolean ended;
    private @Nullable IOException failure;

    /** Where the last whole line in memory ends, and up to where its end was looked for. */
    private int whole;

    private int searched;

    /** What the finder found last, at or behind the passage, or -1. */
    private int found = -1;

    private boolean bytesAreNew = true;

    private int from;
    private int textEnd;
    private int to;
    private boolean plain;
    private boolean goesOn;
    private boolean continued;
    private long lineNumber;

    private VerbatimReader(InputStream in, Charset charset) {
        this.in = in;
        this.unit = CodeUnit.of(charset);
    }

    /**
     * Opens a source. Reads no more than it takes to know the compression and the charset, which is never more than a line.
     *
     * @param in the source's bytes, perhaps compressed; the caller closes it
     * @param charset the charset of its text; a byte order mark overrules it
     * @throws InputException if it is compressed in a way we do not read
     */
    public static VerbatimReader open(InputStream in, Charset charset) throws IOException {
        InputStream content = Decompression.of(in);
        VerbatimReader reader = new VerbatimReader(content, charset);
        try {
            // What was put back comes alone, since a stream that is asked for more than that waits for more.
            reader.fill(Math.max(1, Math.min(BLOCK, content.available())));
        } catch (IOException e) {
            content.close();
            throw e;
        }
        reader.skipMark();
        return reader;
    }

    private void skipMark() {
        while (!ended && ByteOrderMark.mayFollow(buffer, filled)) {
            fill(1);
        }
        ByteOrderMark mark = ByteOrderMark.at(buffer, filled);
        if (mark != null) {
            unit = CodeUnit.of(mark.charset());
            to = mark.length();
        }
        whole = to;
        searched = to;
        findWholeLines();
    }

    /** Returns the byte order mark, which belongs to no passage; empty if there is none. To be asked for before reading. */
    public byte[] mark() {
        return Arrays.copyOf(buffer, to);
    }

    /** Returns the charset of the text, with the order of its bytes; what is put between them is to be encoded in it. */
    public Charset charset() {
        return unit.charset();
    }

    /** Says whether every ASCII character is a byte, so that a {@link LineReader.Finder} can read them. */
    public boolean leavesAsciiAlone() {
        return unit.width() == 1;
    }

    /**
     * Reads what is there, and waits only if there is nothing. All that {@link #next} can hand over was handed over before.
     *
     * @return false if the stream has ended and all of it was handed over
     * @throws IOException if the stream cannot be read further; all that comes before that place was handed over
     */
    public boolean read() throws IOException {
        if (opened) {
            opened = false;
            return true;
        }
        if (!ended) {
            fill(BLOCK);
            findWholeLines();
        }
        if (ended && to == filled) {
            if (failure != null) {
                throw failure;
            }
            return false;
        }
        return true;
    }

    /** What makes reading fail is thrown only when all that was read before is handed over. */
    private void fill(int wanted) {
        if (buffer.length - filled < BLOCK) {
            makeRoom();
        }
        try {
            int count = in.read(buffer, filled, wanted);
            ended = count < 0;
            filled += Math.max(0, count);
        } catch (IOException e) {
            ended = true;
            failure = e;
        }
        bytesAreNew = true;
    }

    private void makeRoom() {
        int shift = goesOn ? Math.max(0, to - OVERLAP) : to;
        System.arraycopy(buffer, shift, buffer, 0, filled - shift);
        to -= shift;
        filled -= shift;
        searched -= shift;
        whole = Math.max(0, whole - shift);
        if (buffer.length - filled < BLOCK) {
            buffer = Arrays.copyOf(buffer, filled + 2 * BLOCK);
        }
    }

    private void findWholeLines() {
        int feed = unit.lastIndexOf('\n', buffer, searched, filled);
        if (feed >= 0) {
            whole = feed + unit.width();
        }
        searched += (filled - searched) / unit.width() * unit.width();
    }

    /**
     * Goes on to the next passage that is in memory.
     *
     * @param finder finds what makes a line worth a look; always the same one
     * @return false if more must be read first
     */
    public boolean next(LineReader.Finder finder) {
        if (bytesAreNew) {
            finder.forget();
            found = -1;
            bytesAreNew = false;
        }
        from = to;
        continued = goesOn;
        plain = false;
        if (to < whole) {
            takeWhole(finder);
            return true;
        }
        int left = filled - to;
        if (left >= MAX_PIECE + OVERLAP || ended && left > MAX_PIECE) {
            takePiece();
            return true;
        }
        if (ended && left > 0) {
            take(to + left / unit.width() * unit.width(), filled);
            return true;
        }
        return false;
    }

    private void takeWhole(LineReader.Finder finder) {
        if (!continued) {
            if (found < to) {
                found = finder.find(buffer, to, whole);
            }
            int feed = found < 0 ? whole - unit.width() : unit.lastIndexOf('\n', buffer, to, found);
            if (feed >= to) {
                takePlain(feed + unit.width());
                return;
            }
        }
        int feed = unit.indexOf('\n', buffer, to, whole);
        if (feed - to > MAX_PIECE) {
            takePiece();
        } else {
            take(feed, feed + unit.width());
        }
    }

    private void takePlain(int end) {
        plain = true;
        textEnd = end;
        to = end;
        lineNumber += LineFeeds.count(buffer, from, end);
    }

    private void takePiece() {
        int cut = pieceEnd(to + MAX_PIECE);
        take(cut, cut);
        goesOn = true;
    }

    private void take(int lineEnd, int end) {
        boolean returns = lineEnd - unit.width() >= from && unit.is('\r', buffer, lineEnd - unit.width());
        textEnd = returns ? lineEnd - unit.width() : lineEnd;
        to = end;
        goesOn = false;
        if (!continued) {
            lineNumber++;
        }
    }

    /** A place to cut a long line, between characters if one can be found. */
    private int pieceEnd(int wanted) {
        for (int cut = wanted; cut > wanted - OVERLAP; cut -= unit.width()) {
            if (unit.endsWord(buffer, cut - unit.width())) {
                return cut;
            }
        }
        int cut = wanted;
        while (unit.width() == 1 && cut > wanted - 4 && (buffer[cut] & 0xC0) == 0x80) {
            cut--;
        }
        return cut;
    }

    /** Returns the bytes in memory; not to be changed. */
    public byte[] block() {
        return buffer;
    }

    /** Returns where the passage begins in {@link #block()}. */
    public int from() {
        return from;
    }

    /** Returns where the line break begins with which the passage ends; where the passage ends, if it ends in none. */
    public int textEnd() {
        return textEnd;
    }

    /** Returns where the passage ends, exclusive. */
    public int to() {
        return to;
    }

    /** Says whether nothing was found in the passage, which then is any number of whole lines. */
    public boolean isPlain() {
        return plain;
    }

    /** Says whether the passage is a piece of a long line, but not its last. */
    public boolean goesOn() {
        return goesOn;
    }

    /** Returns the number of the line, from 1; of the last one, if the passage has several. */
    public long lineNumber() {
        return lineNumber;
    }

    /** Returns the text of the line, or of the piece with its overlap. Bytes that are no text become U+FFFD. */
    public LineReader.Text text() {
        String before = continued ? decode(Math.max(0, from - OVERLAP), from) : "";
        String own = decode(from, textEnd);
        String after = goesOn ? decode(textEnd, endOfOverlap()) : "";
        return new LineReader.Text(before + own + after, before.length(), before.length() + own.length());
    }

    private int endOfOverlap() {
        int last = Math.min(filled, textEnd + OVERLAP);
        int feed = unit.indexOf('\n', buffer, textEnd, last);
        return feed < 0 ? last : feed;
    }

    private String decode(int start, int end) {
        return new String(buffer, start, end - start, unit.charset());
    }

    /** Says whether the line, or the piece, holds bytes that are no text in the charset. */
    public boolean isMalformed() {
        try {
            unit.charset().newDecoder().decode(ByteBuffer.wrap(buffer, from, textEnd - from));
            return false;
        } catch (CharacterCodingException e) {
            return true;
        }
    }

    /** Returns where the characters of the line, or of the piece, stand in {@link #block()}. Valid until the next passage. */
    public CharacterPlaces places() {
        return new CharacterPlaces(unit.charset(), ByteBuffer.wrap(buffer, from, textEnd - from));
    }

    /** Closes the stream that is read, and what stands between it and the source. */
    @Override
    public void close() throws IOException {
        in.close();
    }
}
