package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.cli.report.KnownReason;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.input.IoReason;
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
        try {
            if (Files.isDirectory(file)) {
                throw new UsageException(
                        "-o " + file + ": 无法写入：是目录；请指定其中的文件",
                        "-o " + file + ": cannot be written: is a directory; name a file in it");
            }
            // What a link points to is meant, not the link; a device or a pipe cannot be replaced.
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                writeTo(target, content);
            } else {
                replace(target, content);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static UsageException unwritable(Path file, IOException e) {
        LocalizedText reason = KnownReason.localized(IoReason.of(e));
        return new UsageException(
                "-o " + file + ": 无法写入：" + reason.zh(), "-o " + file + ": cannot be written: " + reason.en());
    }

    private static void replace(Path target, Content content) throws IOException {
        Path draft = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            writeTo(draft, content);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException leftBehind) {
                e.addSuppressed(leftBehind);
            }
            throw e;
        }
    }

    private static void writeTo(Path file, Content content) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            content.write(out);
            if (out.checkError()) {
                throw new IOException("could not be written whole (disk full?)");
            }
        }
    }
}
