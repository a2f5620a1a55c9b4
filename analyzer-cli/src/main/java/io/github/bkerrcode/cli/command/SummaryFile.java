package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.cli.report.KnownReason;
import io.github.bkerrcode.input.IoReason;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.SummaryException;
import io.github.bkerrcode.summary.SummaryReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A summary to be merged. One that cannot be read ends the run: a sum that lacks a host looks like any other.
 *
 * @param name as the user gave it
 * @param path null for standard input
 */
record SummaryFile(String name, @Nullable Path path) {

    private static final String STDIN = "-";

    /**
     * Returns the files of the names.
     *
     * @param output where the sum goes to, or null
     * @throws UsageException if a name is no file, or one would count twice
     */
    static List<SummaryFile> of(List<String> names, @Nullable Path output) {
        Set<Object> seen = new HashSet<>();
        List<SummaryFile> files = new ArrayList<>();
        for (String name : names) {
            SummaryFile file = name.equals(STDIN) ? new SummaryFile("<stdin>", null) : onDisk(name);
            if (!seen.add(file.path == null ? STDIN : file.path)) {
                throw new UsageException(
                        name + ": 给出了两次，会被重复计数；请只给出一次", name + ": is given twice and would count twice; give it once");
            }
            files.add(file);
        }
        // The sum of yesterday: with it everything before would count again.
        if (output != null && Files.exists(output) && seen.contains(real(output, "-o " + output))) {
            throw new UsageException(
                    "-o " + output + ": 是要合并的汇总之一，下次会被重复计数；请写入另一个文件",
                    "-o " + output
                            + ": is one of the summaries to merge, and would count again the next time; write to another file");
        }
        return files;
    }

    private static SummaryFile onDisk(String name) {
        try {
            return new SummaryFile(name, real(Path.of(name), name));
        } catch (InvalidPathException e) {
            throw new UsageException(name + ": 不是文件名：" + e.getReason(), name + ": is no file name: " + e.getReason());
        }
    }

    private static Path real(Path path, String name) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UsageException(KnownReason.localized(name, IoReason.of(e)));
        }
    }

    Summary read() {
        try {
            if (path == null) {
                return SummaryReader.read(System.in, name);
            }
            if (Files.isDirectory(path)) {
                throw new UsageException(
                        name + ": 是目录；请直接指定其中的汇总", name + ": is a directory; name the summaries in it");
            }
            try (InputStream in = Files.newInputStream(path)) {
                return SummaryReader.read(in, name);
            }
        } catch (SummaryException e) {
            throw new UsageException(KnownReason.localizedBehind(name, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UsageException(KnownReason.localized(name, IoReason.of(e)));
        }
    }
}
