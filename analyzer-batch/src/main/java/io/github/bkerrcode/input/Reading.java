package io.github.bkerrcode.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Opens inputs, knows how much has been read of all of them, and can end reading early: what was opened then fails with an {@link
 * InterruptedIOException} at its next block, and so does opening. Safe for use by several threads.
 */
public final class Reading {

    private final AtomicLong bytes = new AtomicLong();
    private final Queue<ReadAheadStream> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    /**
     * Opens an input; the caller closes the stream.
     *
     * @throws InterruptedIOException if reading has been ended
     * @throws IOException if it cannot be opened
     */
    public InputStream open(LogSource source) throws IOException {
        throwIfEnded();
        // Nothing wakes a thread that waits for another program, so it must not be a worker.
        return new Observed(source.mayWait() ? ahead(source) : source.open(), Long.MAX_VALUE);
    }

    /**
     * Opens a plain file at a place; the caller closes the file.
     *
     * @param offset where to begin, in bytes
     * @param length how many of the bytes count as read; workers read a little of their neighbours' parts, too
     * @throws InterruptedIOException if reading has been ended
     * @throws IOException if it cannot be opened
     */
    public InputStream openAt(FileAtStart file, long offset, long length) throws IOException {
        throwIfEnded();
        return new Observed(file.from(offset), length);
    }

    /** Returns how many bytes have been read so far, as they are in the inputs: compressed ones if they are compressed. */
    public long bytes() {
        return bytes.get();
    }

    /** Ends reading. Returns at once; readers come to their end within a block, also those that wait for a pipe. */
    public void end() {
        ended = true;
        waiting.forEach(ReadAheadStream::end);
    }

    /** Says whether reading has been ended early. */
    public boolean isEnded() {
        return ended;
    }

    private InputStream ahead(LogSource source) {
        ReadAheadStream stream = ReadAheadStream.over(source::open);
        waiting.add(stream);
        // Between the look at the flag and here, all those that wait may have been told.
        if (ended) {
            stream.end();
        }
        return stream;
    }

    private void throwIfEnded() throws InterruptedIOException {
        if (ended) {
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Counts, and looks at the flag, once per block. */
    private final class Observed extends FilterInputStream {

        private long uncounted;

        private Observed(InputStream in, long uncounted) {
            super(in);
            this.uncounted = uncounted;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            throwIfEnded();
            int count = in.read(target, offset, length);
            long counted = Math.min(count, uncounted);
            if (counted > 0) {
                uncounted -= counted;
                bytes.addAndGet(counted);
            }
            return count;
        }
    }
}
