package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.input.IoReason;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The files that stand under some paths, in the order of the paths and by name inside a directory. Links to files are followed, links to
 * directories are not, so a walk always ends.
 */
final class SourceFiles {

    /** Extensions that are looked for in directories. */
    private static final Set<String> EXTENSIONS =
            Set.of("md", "markdown", "txt", "json", "properties", "csv", "tsv", "yaml", "yml");

    private static final int MAX_FILES = 10_000;

    private SourceFiles() {}

    /**
     * Finds the files.
     *
     * @param problems is told what cannot be looked into, and why
     */
    static List<SourceFile> under(List<Path> paths, BiConsumer<Place, LocalizedText> problems) {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                walk(path, files, problems);
            } else {
                files.add(new SourceFile(path, true));
            }
        }
        return files;
    }

    private static void walk(Path directory, List<SourceFile> files, BiConsumer<Place, LocalizedText> problems) {
        List<Path> found = new ArrayList<>();
        Path real = directory;
        try {
            real = directory.toRealPath();
            Files.walkFileTree(real, new Walk(real, found, problems));
        } catch (IOException e) {
            problems.accept(new Place(directory.toString(), 0), new LocalizedText(null, IoReason.of(e)));
        }
        if (found.size() == MAX_FILES) {
            problems.accept(
                    new Place(directory.toString(), 0),
                    new LocalizedText(
                            "超过 " + MAX_FILES + " 个文件；其余已略去，请指定更小的目录",
                            "has more than " + MAX_FILES
                                    + " files; the others are left out, name smaller directories"));
        }
        found.sort(null);
        for (Path file : found) {
            files.add(new SourceFile(directory.resolve(real.relativize(file)), false));
        }
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> found;
        private final BiConsumer<Place, LocalizedText> problems;

        Walk(Path root, List<Path> found, BiConsumer<Place, LocalizedText> problems) {
            this.root = root;
            this.found = found;
            this.problems = problems;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean hidden = !directory.equals(root)
                    && String.valueOf(directory.getFileName()).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean wanted = EXTENSIONS.contains(new SourceFile(file, false).extension());
            if (wanted && (attributes.isRegularFile() || !Files.isDirectory(file))) {
                found.add(file);
            }
            return found.size() < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            problems.accept(new Place(file.toString(), 0), new LocalizedText(null, IoReason.of(e)));
            return FileVisitResult.CONTINUE;
        }
    }
}
