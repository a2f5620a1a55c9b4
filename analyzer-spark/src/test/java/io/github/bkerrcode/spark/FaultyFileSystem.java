package io.github.bkerrcode.spark;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.security.AccessControlException;

/**
 * Stands for the file system of a cluster: files of this machine under {@code faulty:}, some of which behave as their names say.
 */
public final class FaultyFileSystem extends RawLocalFileSystem {

    @Override
    public URI getUri() {
        return URI.create("faulty:///");
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FSDataInputStream open(Path file, int bufferSize) throws IOException {
        if (file.getName().contains("denied")) {
            throw new AccessControlException("Permission denied: user=x, access=READ, inode=\"" + file + "\"");
        }
        if (file.getName().contains("vanished")) {
            return super.open(new Path(file.getParent(), "no such file"), bufferSize);
        }
        return super.open(file, bufferSize);
    }

    @Override
    public RemoteIterator<LocatedFileStatus> listLocatedStatus(Path directory) throws IOException {
        if (directory.getName().contains("locked")) {
            throw new AccessControlException("Permission denied: user=x, access=READ_EXECUTE");
        }
        return super.listLocatedStatus(directory);
    }

    /** Lists files that shrink longer than they are, and those that grow shorter. */
    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        File[] files = new File(path.toUri().getPath()).listFiles();
        if (files == null) {
            return new FileStatus[] {getFileStatus(path)};
        }
        FileStatus[] listed = new FileStatus[files.length];
        for (int i = 0; i < files.length; i++) {
            FileStatus real = getFileStatus(new Path(path, files[i].getName()));
            long size = files[i].getName().contains("shrinks")
                    ? real.getLen() + 40
                    : files[i].getName().contains("grows") ? real.getLen() - 40 : real.getLen();
            listed[i] = new FileStatus(size, real.isDirectory(), 1, 1024, real.getModificationTime(), real.getPath());
        }
        return listed;
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        File file = new File(path.toUri().getPath());
        if (!file.exists()) {
            throw new FileNotFoundException(path + " does not exist");
        }
        return new FileStatus(
                file.isDirectory() ? 0 : file.length(),
                file.isDirectory(),
                1,
                1024,
                file.lastModified(),
                makeQualified(path));
    }

    @Override
    public BlockLocation[] getFileBlockLocations(FileStatus file, long start, long length) throws IOException {
        if (file.getPath().getName().contains("nowhere")) {
            throw new IOException("no locations");
        }
        return new BlockLocation[] {
            new BlockLocation(new String[] {"127.0.0.1:1"}, new String[] {"host1", "host2"}, 0, 1000),
            new BlockLocation(new String[] {"127.0.0.1:1"}, new String[] {"host3"}, 1000, file.getLen())
        };
    }

    /** Where a path of this file system really is. */
    static String uri(java.nio.file.Path file) {
        return "faulty:" + new File(file.toString()).getAbsolutePath();
    }
}
