package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.input.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads files whole, up to a size.
 *
 * @param decoder what turns bytes into text
 * @param maxBytes how long a file may be
 */
record FileText(TextDecoder decoder, long maxBytes) {

    private static final int MEBIBYTE = 1 << 20;

    /**
     * Reads a file.
     *
     * @throws ImportException if it cannot be read, is a pipe or a device that a directory holds, is too long, or no text
     */
    SourceText read(SourceFile file) {
        String name = file.path().toString();
        TextDecoder.Latin1 latin =
                file.extension().equals("properties") ? TextDecoder.Latin1.ALLOWED : TextDecoder.Latin1.REFUSED;
        return new SourceText(
                name,
                decoder.decode(bytes(file.path(), file.named(), name), name, latin),
                file.document(),
                file.language());
    }

    private byte[] bytes(Path path, boolean named, String name) {
        try {
            if (!named && Files.exists(path) && !Files.isRegularFile(path)) {
                throw new ImportException(
                        new Place(name, 0),
                        "不是普通文件（管道或设备？）；请先写成文件",
                        "is no regular file (a pipe or a device?); write it to a file first");
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
                if (bytes.length > maxBytes) {
                    throw new ImportException(
                            new Place(name, 0),
                            "超过 " + maxBytes / MEBIBYTE + " MiB，即 --max-size 的限制；请拆分文件或提高限制",
                            "has more than " + maxBytes / MEBIBYTE
                                    + " MiB, the limit of --max-size; split the file or raise the limit");
                }
                return bytes;
            }
        } catch (FileSystemLoopException e) {
            throw new ImportException(new Place(name, 0), "是指回自身的链接", "is a link that leads back to itself");
        } catch (IOException e) {
            throw ImportException.of(new Place(name, 0), IoReason.of(e));
        }
    }
}
