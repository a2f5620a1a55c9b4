package io.github.bkerrcode.spark;

import io.github.bkerrcode.input.IoReason;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.input.LogWalker;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Finds the files that paths stand for. Paths of this machine are walked as the command line does; those of other file systems by the
 * same rule, with wildcards, since no shell expands them there.
 */
final class LogFiles {

    private static final Pattern URI_LIKE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*");
    private static final String STDIN = "-";
    private static final BlockLocation[] NO_BLOCKS = {};

    private final Configuration configuration;
    private final BiConsumer<String, String> problems;
    private final Set<URI> seen = new HashSet<>();
    private final Map<URI, BlockLocation[]> blocks = new HashMap<>();
    private final List<LogFile> files = new ArrayList<>();

    /**
     * Creates a finder.
     *
     * @param problems takes the name of a path that gives no input, and the reason
     */
    LogFiles(Configuration configuration, BiConsumer<String, String> problems) {
        this.configuration = configuration;
        this.problems = problems;
    }

    /** Returns the files of some paths; one that is reached twice stands once. */
    List<LogFile> find(List<String> paths) {
        List<String> local = new ArrayList<>();
        for (String path : paths) {
            if (path.equals(STDIN)) {
                problems.accept(path, "standard input cannot be read by a cluster; give files");
            } else if (path.isEmpty()) {
                local.add(path);
            } else {
                find(path, local);
            }
        }
        new LogWalker(problems).find(local).forEach(this::addLocal);
        return List.copyOf(files);
    }

    private void find(String path, List<String> local) {
        try {
            org.apache.hadoop.fs.Path place = place(path);
            FileSystem system = place.getFileSystem(configuration);
            if (system instanceof LocalFileSystem) {
                local.add(isUri(path) ? Path.of(place.toUri().getPath()).toString() : path);
            } else {
                findRemote(path, place, system);
            }
        } catch (IOException e) {
            problems.accept(path, IoReason.of(HadoopReason.of(e, path)));
        } catch (IllegalArgumentException e) {
            problems.accept(path, "is no path: " + e.getMessage());
        }
    }

    static boolean isUri(String path) {
        return URI_LIKE.matcher(path).matches();
    }

    /** A colon in a name without a scheme is one of the name, which Hadoop's own reading of texts does not allow. */
    static org.apache.hadoop.fs.Path place(String path) {
        return isUri(path)
                ? new org.apache.hadoop.fs.Path(path)
                : new org.apache.hadoop.fs.Path(null, null, path.isEmpty() ? "." : path);
    }

    private void addLocal(LogSource source) {
        Path path = Path.of(source.name());
        try {
            if (!Files.isRegularFile(path)) {
                problems.accept(source.name(), "is no plain file, which a cluster cannot read; copy it into one");
                return;
            }
            add(new LogFile(
                    source.name(),
                    path.toAbsolutePath().normalize().toUri(),
                    Files.size(path),
                    source.lastModified().toEpochMilli()));
        } catch (IOException e) {
            problems.accept(source.name(), IoReason.of(e));
        }
    }

    private void findRemote(String name, org.apache.hadoop.fs.Path path, FileSystem system) throws IOException {
        FileStatus[] matches = exactOrMatching(path, system);
        if (matches.length == 0) {
            problems.accept(name, "no such file or directory");
        }
        boolean exact = matches.length == 1 && sameName(matches[0], path);
        for (FileStatus match : matches) {
            String matchName =
                    exact ? withoutTrailingSlash(name) : match.getPath().toString();
            if (match.isDirectory()) {
                walk(matchName, match, system);
            } else {
                add(matchName, match, system);
            }
        }
    }

    private static FileStatus[] exactOrMatching(org.apache.hadoop.fs.Path path, FileSystem system) throws IOException {
        try {
            return new FileStatus[] {system.getFileStatus(path)};
        } catch (FileNotFoundException e) {
            FileStatus[] matches = system.globStatus(path);
            return matches == null ? new FileStatus[0] : matches;
        }
    }

    private static boolean sameName(FileStatus found, org.apache.hadoop.fs.Path asked) {
        return found.getPath().getName().equals(asked.getName());
    }

    private static String withoutTrailingSlash(String name) {
        return name.length() > 1 && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    private void walk(String name, FileStatus directory, FileSystem system) {
        List<FileStatus> found = new ArrayList<>();
        int before = files.size();
        collect(name, directory.getPath(), system, found);
        found.sort(Comparator.comparing(FileStatus::getPath));
        String root = withoutTrailingSlash(directory.getPath().toString());
        found.forEach(file -> add(name + file.getPath().toString().substring(root.length()), file, system));
        if (found.isEmpty() && files.size() == before) {
            problems.accept(name, LogWalker.NO_LOGS);
        }
    }

    /** A directory that cannot be listed does not hide its neighbours. */
    private void collect(String name, org.apache.hadoop.fs.Path directory, FileSystem system, List<FileStatus> found) {
        try {
            RemoteIterator<LocatedFileStatus> entries = system.listLocatedStatus(directory);
            while (entries.hasNext()) {
                LocatedFileStatus entry = entries.next();
                String entryName = name + "/" + entry.getPath().getName();
                if (entry.isDirectory()) {
                    collect(entryName, entry.getPath(), system, found);
                } else if (LogWalker.takes(entry.getPath().getName())) {
                    found.add(entry);
                }
            }
        } catch (IOException e) {
            problems.accept(name, IoReason.of(HadoopReason.of(e, name)));
        }
    }

    private void add(String name, FileStatus file, FileSystem system) {
        URI uri = system.makeQualified(file.getPath()).toUri();
        blocks.put(uri, blocks(file, system));
        add(new LogFile(name, uri, file.getLen(), file.getModificationTime()));
    }

    private void add(LogFile file) {
        if (seen.add(file.uri())) {
            files.add(file);
        }
    }

    private static BlockLocation[] blocks(FileStatus file, FileSystem system) {
        try {
            BlockLocation[] blocks = file instanceof LocatedFileStatus located
                    ? located.getBlockLocations()
                    : system.getFileBlockLocations(file, 0, file.getLen());
            return blocks == null ? NO_BLOCKS : blocks;
        } catch (IOException e) {
            // Where a file lies saves time, and nothing else.
            return NO_BLOCKS;
        }
    }

    /** Returns the names of machines that have a byte of a file, as far as its file system says so. */
    List<String> hosts(LogFile file, long offset) {
        for (BlockLocation block : blocks.getOrDefault(file.uri(), NO_BLOCKS)) {
            if (block.getOffset() <= offset && offset < block.getOffset() + block.getLength()) {
                try {
                    return Arrays.asList(block.getHosts());
                } catch (IOException e) {
                    return List.of();
                }
            }
        }
        return List.of();
    }
}
