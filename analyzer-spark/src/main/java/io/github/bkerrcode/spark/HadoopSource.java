package io.github.bkerrcode.spark;

import io.github.bkerrcode.input.FileAtStart;
import io.github.bkerrcode.input.FileChange;
import io.github.bkerrcode.input.LogSource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of any file system that Hadoop knows. Each stream opens it anew, so that parts can be read by different machines.
 *
 * @param file which
 * @param configuration of the cluster
 */
record HadoopSource(LogFile file, Configuration configuration) implements LogSource, FileAtStart {

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public InputStream open() throws IOException {
        return from(0);
    }

    @Override
    public FileAtStart atStart() {
        return this;
    }

    @Override
    public Instant lastModified() {
        return Instant.ofEpochMilli(file.modified());
    }

    @Override
    public boolean mayWait() {
        return false;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public InputStream from(long offset) throws IOException {
        try {
            FSDataInputStream in = fileSystem().open(path());
            try {
                in.seek(Math.min(offset, file.size()));
                return new Stream(in, offset);
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw HadoopReason.of(e, file.name());
        }
    }

    @Override
    public @Nullable String change() {
        try {
            long now = fileSystem().getFileStatus(path()).getLen();
            return now > file.size() ? FileChange.grew(now - file.size()) : null;
        } catch (IOException e) {
            return FileChange.REMOVED;
        }
    }

    /** Nothing stays open between streams. */
    @Override
    public void close() {}

    /** Local files are read without looking for checksum files beside them, which logs have none of, and which no name with a colon can have. */
    private FileSystem fileSystem() throws IOException {
        FileSystem system = path().getFileSystem(configuration);
        return system instanceof LocalFileSystem local ? local.getRawFileSystem() : system;
    }

    private Path path() {
        return new Path(file.uri());
    }

    /** The bytes up to where the file ended at the start. */
    private final class Stream extends InputStream {

        private final FSDataInputStream in;
        private long position;

        private Stream(FSDataInputStream in, long position) {
            this.in = in;
            this.position = position;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int wanted = (int) Math.min(length, file.size() - position);
            if (wanted <= 0) {
                return length == 0 ? 0 : -1;
            }
            int count = in.read(target, offset, wanted);
            if (count < 0) {
                throw FileChange.shrank(position, file.size());
            }
            position += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
