package io.github.bkerrcode.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads another stream on a thread of its own, a few buffers ahead, so that decompressing and scanning overlap. What makes
 * the other stream fail is thrown when all that was read before is handed over.
 *
 * <p>For one reader. Who stops before the end closes the stream: that ends the thread, which closes the other stream.
 */
final class ReadAheadStream extends InputStream {

    /*
     * Tunables. Buffers as long as a read of LineReader; more of them help only where one side stalls for longer than the
     * other takes for all of them.
     */
    private static final int BUFFERS = 4;
    private static final int BUFFER_SIZE = 256 * 1024;

    /** Opens the other stream; on the thread that reads, since opening may wait, too. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    /** A buffer and how much of it is filled; or, with length -1, the end and what is the matter. */
    private static final class Chunk {

        private final byte[] bytes;
        private final int length;
        private final @Nullable Throwable failure;

        private Chunk(byte[] bytes, int length, @Nullable Throwable failure) {
            this.bytes = bytes;
            this.length = length;
            this.failure = failure;
        }
    }

    private final Ahead ahead;
    private final Thread thread;
    private Chunk current = new Chunk(new byte[0], 0, null);
    private int position;

    private ReadAheadStream(Ahead ahead, Thread thread) {
        this.ahead = ahead;
        this.thread = thread;
    }

    /** Starts to read a stream, which from now on is only the new one's to read and to close. */
    static ReadAheadStream over(InputStream in) {
        return over(() -> in);
    }

    /** Starts to open and read a stream; what makes opening fail is thrown by the first read. */
    static ReadAheadStream over(Opening opening) {
        Ahead ahead = new Ahead(opening);
        Thread thread = new Thread(ahead, "read-ahead");
        thread.setDaemon(true);
        thread.start();
        return new ReadAheadStream(ahead, thread);
    }

    @Override
    public int read() throws IOException {
        return fill() ? current.bytes[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current.bytes, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return Math.max(0, current.length - position);
    }

    /** Goes on to the next chunk when the current one is used up; false at the end. */
    private boolean fill() throws IOException {
        while (position == current.length) {
            try {
                current = ahead.next(current.bytes);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
                throw new InterruptedIOException("interrupted");
            }
            position = 0;
        }
        if (current.length < 0) {
            throwFailure(current.failure);
            return false;
        }
        return true;
    }

    private static void throwFailure(@Nullable Throwable failure) throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    /**
     * Makes the reader go on that waits for what may never come: behind what was read so far, reading fails with an {@link
     * InterruptedIOException}. The one method that any thread may call.
     */
    void end() {
        ahead.full.offer(new Chunk(new byte[0], -1, new InterruptedIOException("interrupted")));
    }

    /** Ends the thread, without waiting for it: it may be in a read that nothing wakes it from. */
    @Override
    public void close() {
        current = new Chunk(new byte[0], -1, new IOException("the stream is closed"));
        thread.interrupt();
    }

    /** What the thread does. Knows the buffers, but not the stream that hands them over. */
    private static final class Ahead implements Runnable {

        private final Opening opening;

        /** Has room for the end, too, and for one that {@link #end()} puts there; where there are more ends, the others do. */
        private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(BUFFERS + 2);

        private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(BUFFERS);
        private int allocated;

        private Ahead(Opening opening) {
            this.opening = opening;
        }

        /** Takes the buffer of the chunk before back, and waits for the next. */
        private Chunk next(byte[] used) throws InterruptedException {
            if (used.length > 0) {
                empty.put(used);
            }
            return full.take();
        }

        @Override
        public void run() {
            Throwable failure = null;
            try (InputStream in = opening.open()) {
                readAll(in);
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                failure = e;
            }
            full.offer(new Chunk(new byte[0], -1, failure));
        }

        private void readAll(InputStream in) throws IOException, InterruptedException {
            while (true) {
                byte[] buffer = buffer();
                int length = in.read(buffer, 0, buffer.length);
                if (length < 0) {
                    return;
                }
                full.put(new Chunk(buffer, length, null));
            }
        }

        private byte[] buffer() throws InterruptedException {
            byte[] buffer = empty.poll();
            if (buffer == null && allocated < BUFFERS) {
                allocated++;
                return new byte[BUFFER_SIZE];
            }
            return buffer == null ? empty.take() : buffer;
        }
    }
}
