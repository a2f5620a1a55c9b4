package io.github.bkerrcode.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file of this machine; one that is renamed or deleted is read on. Threads read through one open file. */
final class LocalFileAtStart implements FileAtStart {

    private final Path path;
    private final long size;
    private final @Nullable Object key;
    private @Nullable FileChannel channel;

    private LocalFileAtStart(Path path, BasicFileAttributes attributes) {
        this.path = path;
        this.size = attributes.size();
        this.key = attributes.fileKey();
    }

    /**
     * Looks at a file.
     *
     * @return null if it is no plain file: a pipe, a device
     * @throws IOException if there is no such file
     */
    static @Nullable FileAtStart of(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return attributes.isRegularFile() ? new LocalFileAtStart(path, attributes) : null;
    }

    @Override
    public long size() {
        return size;
    }

    /** The file is opened for the first stream and stays open for others until {@link #close}; closing the stream is not needed. */
    @Override
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

    @Override
    public @Nullable String change() {
        try {
            BasicFileAttributes now = attributes();
            if (!Objects.equals(key, now.fileKey())) {
                return FileChange.REPLACED;
            }
            return now.size() > size ? FileChange.grew(now.size() - size) : null;
        } catch (IOException e) {
            return FileChange.REMOVED;
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
                throw FileChange.shrank(open.size(), size);
            }
            position += count;
            return count;
        }
    }
}
