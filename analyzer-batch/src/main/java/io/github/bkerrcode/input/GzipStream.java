package io.github.bkerrcode.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of gzip members one after the other. Stands in for the JDK's stream, which takes a damaged or cut header of a
 * later member for the end of the data, and so loses all that follows without a word.
 *
 * <p>Bytes after a member that begin no other one are the end, as for {@code gzip}: zeros, which fill a tape block, in silence; others
 * with a {@link TrailingBytesException} when all content was read.
 */
final class GzipStream extends InputStream {

    private static final int BUFFER_SIZE = 64 * 1024;
    private static final int DEFLATE = 8;

    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int position;
    private int limit;
    private boolean inMember;
    private boolean ended;

    /**
     * Creates a stream.
     *
     * @param in begins with a member; closed with this stream
     */
    GzipStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inMember || nextMember()) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                position = limit - inflater.getRemaining();
                checkTrailer();
                inMember = false;
            } else if (inflater.needsDictionary()) {
                throw new ZipException("preset dictionary");
            } else if (inflater.needsInput()) {
                fill();
                inflater.setInput(buffer, 0, limit);
            }
        }
        return -1;
    }

    /** Inflates; what comes before damaged data in the same call is handed over first. */
    private int inflate(byte[] target, int offset, int length) throws ZipException {
        long before = inflater.getBytesWritten();
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            int count = (int) (inflater.getBytesWritten() - before);
            if (count > 0) {
                return count;
            }
            ZipException failure = new ZipException(e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    private boolean nextMember() throws IOException {
        if (ended || !startsMember()) {
            ended = true;
            return false;
        }
        if (next() != DEFLATE) {
            throw new ZipException("unknown gzip method");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("unknown gzip flags");
        }
        // The time, the level and the operating system.
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(buffer, position, limit - position);
        checksum.reset();
        inMember = true;
        return true;
    }

    private boolean startsMember() throws IOException {
        if (position == limit && !refill()) {
            return false;
        }
        if (next() == 0x1f && next() == 0x8b) {
            return true;
        }
        position--;
        refuseGarbage();
        return false;
    }

    private void refuseGarbage() throws TrailingBytesException, IOException {
        do {
            while (position < limit) {
                if (buffer[position++] != 0) {
                    ended = true;
                    throw new TrailingBytesException();
                }
            }
        } while (refill());
    }

    private void checkTrailer() throws IOException {
        long expectedChecksum = nextInt();
        long expectedLength = nextInt();
        if (expectedChecksum != checksum.getValue() || expectedLength != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new ZipException("wrong gzip checksum");
        }
    }

    private long nextInt() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // Goes on to the byte that ends the text.
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private int next() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++] & 0xff;
    }

    private void fill() throws IOException {
        if (!refill()) {
            throw new EOFException("the gzip data ends too early");
        }
    }

    private boolean refill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
