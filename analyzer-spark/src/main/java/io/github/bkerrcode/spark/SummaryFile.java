package io.github.bkerrcode.spark;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.input.IoReason;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.SummaryJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** Writes a summary to any file system, whole or not at all: beside its place first, then moved there. */
final class SummaryFile {

    private final String name;
    private final Path target;
    private final FileSystem system;

    private SummaryFile(String name, Path target, FileSystem system) {
        this.name = name;
        this.target = target;
        this.system = system;
    }

    /**
     * Looks at the place before hours are spent on what is to be written there.
     *
     * @throws UsageException if nothing can be written there
     */
    static SummaryFile at(String name, Configuration configuration) {
        try {
            Path target = LogFiles.place(name);
            FileSystem system = target.getFileSystem(configuration);
            // A checksum file beside a summary puzzles everyone.
            FileSystem plain = system instanceof LocalFileSystem local ? local.getRawFileSystem() : system;
            Path qualified = plain.makeQualified(target);
            FileStatus status = statusOf(qualified, plain);
            if (status != null && status.isDirectory()) {
                throw new UsageException("-o " + name + ": cannot be written: is a directory; name a file in it");
            }
            Path parent = qualified.getParent();
            if (parent != null && statusOf(parent, plain) == null) {
                throw new UsageException("-o " + name + ": cannot be written: there is no directory " + parent);
            }
            return new SummaryFile(name, qualified, plain);
        } catch (IOException e) {
            throw unwritable(name, e);
        } catch (IllegalArgumentException e) {
            throw new UsageException("-o " + name + ": is no path: " + e.getMessage());
        }
    }

    private static @Nullable FileStatus statusOf(Path path, FileSystem system) throws IOException {
        return system.exists(path) ? system.getFileStatus(path) : null;
    }

    void write(Summary summary, Language language) {
        Path draft = target.suffix(".part");
        try {
            try (OutputStream out = system.create(draft, true);
                    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                SummaryJson.write(summary, language, writer);
            }
            moveToPlace(draft);
        } catch (IOException e) {
            discard(draft, e);
            throw unwritable(name, e);
        }
    }

    /** Not every file system replaces a file when another is moved there. */
    private void moveToPlace(Path draft) throws IOException {
        if (system.exists(target)) {
            system.delete(target, false);
        }
        if (!system.rename(draft, target)) {
            throw new FileAlreadyExistsException("its draft cannot be moved there");
        }
    }

    private void discard(Path draft, IOException reason) {
        try {
            system.delete(draft, false);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static UsageException unwritable(String name, IOException e) {
        return new UsageException("-o " + name + ": cannot be written: " + IoReason.of(HadoopReason.of(e, name)));
    }
}
