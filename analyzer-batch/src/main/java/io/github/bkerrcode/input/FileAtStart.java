package io.github.bkerrcode.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plain file as it is when reading begins. What is appended later does not belong to it; what goes missing while it is read fails
 * the reading instead of being left out in silence; a file that is renamed or deleted is read on.
 *
 * <p>Safe for several threads, which read through one open file.
 */
public final class FileAtStart implements Closeable {

    private final Path path;
    private final long size;
    private final @Nullable Object key;
    private @Nullable FileChannel channel;

    private FileAtStart(Path path, BasicFileAttributes attributes) {
        this.path = path;
        this.size = attributes.size();
        this.key = attributes.fileKey();
    }

    /**
     * Looks at a source.
     *
     * @return null if it is no plain file: standard input, a pipe, a device
     * @throws IOException if there is no such file
     */
    public static @Nullable FileAtStart of(LogSource source) throws IOException {
        Path path = source.path();
        if (path == null) {
            return null;
        }
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return attributes.isRegularFile() ? new FileAtStart(path, attributes) : null;
    }

    /** Returns how many bytes it has. */
    public long size() {
        return size;
    }

    /**
     * Reads it from a place to its end. The file is opened for the first stream and stays open for others until {@link #close}; closing
     * the stream is not needed.
     *
     * @param offset where to begin, in bytes
     * @throws IOException if it cannot be opened, or another file stands in its place; from the stream, if bytes are gone that were there
     */
    public InputStream from(long offset) throws IOException {
        return new Stream(opened(), offset);
    }

    private synchronized FileChannel opened() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open = FileChannel.open(path);
            channel = open;
            if (!Objects.equals(key, attributes().fileKey())) {
                throw new IOException("another file was put in its place before it was read; not counted");
            }
        }
        return open;
    }

    private BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }

    /** Says what happened to the file since, or returns null if nothing did. What was there is counted in any case. */
    public @Nullable String change() {
        try {
            BasicFileAttributes now = attributes();
            if (!Objects.equals(key, now.fileKey())) {
                return "another file was put in its place while it was read; the one that was there at the start is counted";
            }
            return now.size() > size
                    ? "grew while it was read; " + (now.size() - size) + " bytes that came later are not counted"
                    : null;
        } catch (IOException e) {
            return "was removed while it was read; what was there at the start is counted";
        }
    }

    @Override
    public synchronized void close() throws IOException {
        FileChannel open = channel;
        if (open != null) {
            channel = null;
            open.close();
        }
    }

    private final class Stream extends InputStream {

        private final FileChannel open;
        private long position;

        private Stream(FileChannel open, long position) {
            this.open = open;
            this.position = position;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int wanted = (int) Math.min(length, size - position);
            if (wanted <= 0) {
                return length == 0 ? 0 : -1;
            }
            int count = open.read(ByteBuffer.wrap(target, offset, wanted), position);
            if (count < 0) {
                throw new IOException("became shorter while it was read: " + open.size() + " of " + size
                        + " bytes are left; what could be read is counted");
            }
            position += count;
            return count;
        }
    }
}
