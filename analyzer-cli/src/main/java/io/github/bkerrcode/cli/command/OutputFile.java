package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.cli.input.IoReason;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all: beside its place first, then moved there. */
final class OutputFile {

    /** Writes the content. */
    interface Content {
        void write(PrintWriter out) throws IOException;
    }

    private OutputFile() {}

    static void write(Path file, Content content) {
        Path target = file.toAbsolutePath();
        Path draft = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(draft, StandardCharsets.UTF_8))) {
                content.write(out);
                if (out.checkError()) {
                    throw new IOException("could not be written whole (disk full?)");
                }
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException leftBehind) {
                e.addSuppressed(leftBehind);
            }
            throw new UsageException("-o " + file + ": cannot be written: " + IoReason.of(e));
        }
    }
}
