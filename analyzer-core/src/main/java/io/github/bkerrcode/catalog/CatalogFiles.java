package io.github.bkerrcode.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The catalog documents that stand under some paths: JSON files, and directories of them. Immutable; what the files hold is read anew
 * each time. Safe for use by several threads.
 */
public final class CatalogFiles {

    private static final String SUFFIX = ".json";

    /** Tells one state of the files from another without reading them. */
    record Fingerprint(List<FileState> files) {}

    /** Name, time, size and, where the file system has one, identity of one file. */
    record FileState(
            Path file,
            FileTime modified,
            long size,
            @Nullable Object identity) {}

    /** What a directory without documents means. */
    enum EmptyDirectory {
        /** Probably not what was meant. */
        IS_A_MISTAKE,
        /** There may be some later. */
        HAS_NO_DOCUMENTS
    }

    /** What becomes of paths that are named and are no regular files, such as pipes; those found in directories are never read. */
    public enum Pipes {
        /** They are refused, since they may hold nothing for ever; for programs that must not wait. */
        REFUSED,
        /** They are read to their end, which may take as long as who writes them likes, up to the size that a document may have. */
        READ
    }

    private final List<Path> paths;
    private final EmptyDirectory emptyDirectory;
    private final Pipes pipes;

    /**
     * Names the files; pipes are refused.
     *
     * @param paths files, taken whatever they are called, and directories, of which the {@code *.json} files are taken by name; a
     *     document of a later file lies on top of those of earlier ones
     */
    public CatalogFiles(List<Path> paths) {
        this(paths, EmptyDirectory.IS_A_MISTAKE, Pipes.REFUSED);
    }

    CatalogFiles(List<Path> paths, EmptyDirectory emptyDirectory) {
        this(paths, emptyDirectory, Pipes.REFUSED);
    }

    /**
     * Names the files.
     *
     * @param paths as in {@link #CatalogFiles(List)}
     * @param pipes what becomes of pipes among them; what was read from one cannot be read a second time
     */
    public CatalogFiles(List<Path> paths, Pipes pipes) {
        this(paths, EmptyDirectory.IS_A_MISTAKE, pipes);
    }

    private CatalogFiles(List<Path> paths, EmptyDirectory emptyDirectory, Pipes pipes) {
        this.paths = List.copyOf(paths);
        this.emptyDirectory = emptyDirectory;
        this.pipes = pipes;
    }

    /**
     * Reads all documents.
     *
     * @throws CatalogException if a path does not exist, a directory has no documents, or a document is wrong; names the file
     */
    public List<CatalogDocument> read() {
        List<CatalogDocument> documents = new ArrayList<>();
        for (Path file : files()) {
            try (InputStream in = open(file)) {
                documents.add(CatalogReader.read(in, file.toString()));
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        return List.copyOf(documents);
    }

    /**
     * Opens one of the files.
     *
     * @throws CatalogException if it is a pipe or a device that may not be read, since it may hold without end, or never anything
     */
    InputStream open(Path file) throws IOException {
        boolean mayBePipe = pipes == Pipes.READ && paths.contains(file) && !Files.isDirectory(file);
        if (!mayBePipe && Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CatalogException(
                    file.toString(), "is no regular file (a pipe or a device?); write it to a file first");
        }
        return Files.newInputStream(file);
    }

    /** Returns what the files look like from outside; equal as long as none has changed, come or gone. */
    Fingerprint fingerprint() {
        List<FileState> states = new ArrayList<>();
        for (Path file : files()) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                states.add(new FileState(file, attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        return new Fingerprint(List.copyOf(states));
    }

    /**
     * Returns the documents' files in their order.
     *
     * @throws CatalogException if a directory cannot be read, or has no documents where that is a mistake
     */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                List<Path> documents = documentsOf(path);
                if (documents.isEmpty() && emptyDirectory == EmptyDirectory.IS_A_MISTAKE) {
                    throw noDocuments(path);
                }
                files.addAll(documents);
            } else {
                files.add(path);
            }
        }
        return files;
    }

    /** Returns what is to be said of the first directory that has no documents; null if all have some. */
    @Nullable
    CatalogException firstEmptyDirectory() {
        for (Path path : paths) {
            if (Files.isDirectory(path) && documentsOf(path).isEmpty()) {
                return noDocuments(path);
            }
        }
        return null;
    }

    private static CatalogException noDocuments(Path directory) {
        return new CatalogException(directory.toString(), "no *" + SUFFIX + " files in this directory");
    }

    private static List<Path> documentsOf(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    static CatalogException unreadable(Path path, IOException e) {
        String reason = String.valueOf(e.getMessage());
        if (e instanceof NoSuchFileException) {
            reason = "no such file or directory";
        } else if (e instanceof AccessDeniedException) {
            reason = "permission denied";
        } else if (e instanceof FileSystemException file && file.getReason() != null) {
            reason = file.getReason();
        }
        return new CatalogException(path.toString(), reason, e);
    }
}
