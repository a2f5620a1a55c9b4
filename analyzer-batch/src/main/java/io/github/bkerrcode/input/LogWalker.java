package io.github.bkerrcode.input;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the inputs that paths of the command line stand for. Directories are walked, following links, for files that look
 * like logs; a file that is named is taken whatever it is called. A file that is reached twice is taken once.
 */
public final class LogWalker {

    /** The problem of a directory that has nothing to read. */
    public static final String NO_LOGS =
            "no log files in this directory (looked for *.log *.log.N *.out *.txt *.gz *.zst); name other files directly";

    private final BiConsumer<String, String> problems;
    private final List<LogSource> sources = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();

    /**
     * Creates a walker.
     *
     * @param problems takes the name of a path that gives no input, and the reason
     */
    public LogWalker(BiConsumer<String, String> problems) {
        this.problems = problems;
    }

    /**
     * Returns the inputs of some paths: in the order of the paths, files of a directory by name.
     *
     * @param paths as given on the command line; {@code -} is standard input
     */
    public List<LogSource> find(List<String> paths) {
        for (String path : paths) {
            if (path.isEmpty()) {
                problems.accept("\"\"", "an empty path names nothing; is a variable unset?");
            } else if (path.equals("-")) {
                if (seen.add(LogSource.STDIN_NAME)) {
                    sources.add(LogSource.stdin());
                }
            } else {
                find(Path.of(path));
            }
        }
        return List.copyOf(sources);
    }

    private void find(Path path) {
        if (!Files.exists(path)) {
            problems.accept(path.toString(), "no such file or directory");
        } else if (Files.isDirectory(path)) {
            walk(path);
        } else {
            add(path, attributes(path));
        }
    }

    private void walk(Path directory) {
        List<Path> found = new ArrayList<>();
        int problemsBefore = sources.size();
        try {
            Files.walkFileTree(
                    directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            if (attributes.isRegularFile() && looksLikeLog(file)) {
                                found.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) {
                            boolean harmless = e instanceof FileSystemLoopException || e instanceof NoSuchFileException;
                            if (!harmless) {
                                problems.accept(file.toString(), IoReason.of(e));
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            problems.accept(directory.toString(), IoReason.of(e));
        }
        found.sort(null);
        found.forEach(file -> add(file, attributes(file)));
        if (found.isEmpty() && sources.size() == problemsBefore) {
            problems.accept(directory.toString(), NO_LOGS);
        }
    }

    private static boolean looksLikeLog(Path file) {
        Path name = file.getFileName();
        return name != null && takes(name.toString());
    }

    /** Says whether a walk takes files of this name; it has no directories in front. */
    public static boolean takes(String fileName) {
        return LogNames.PATTERN.matcher(fileName.toLowerCase(Locale.ROOT)).matches();
    }

    /** Compiled when a directory is walked; most often files are named. */
    private static final class LogNames {
        private static final Pattern PATTERN = Pattern.compile(".*\\.(?:log|log\\.[0-9][0-9_-]*|out|txt|gz|zst)");
    }

    private void add(Path file, @Nullable BasicFileAttributes attributes) {
        Object key = attributes == null ? null : attributes.fileKey();
        if (seen.add(key == null ? file.toAbsolutePath().normalize() : key)) {
            sources.add(LogSource.file(file));
        }
    }

    private static @Nullable BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException e) {
            return null;
        }
    }
}
