package io.github.bkerrcode.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One input: a file, or standard input.
 *
 * @param name how reports name it: the path as given on the command line, or {@code <stdin>}
 * @param path the file, or null for standard input
 */
public record LogSource(String name, @Nullable Path path) {

    /** The name of standard input in reports. */
    public static final String STDIN_NAME = "<stdin>";

    static LogSource stdin() {
        return new LogSource(STDIN_NAME, null);
    }

    static LogSource file(Path path) {
        return new LogSource(path.toString(), path);
    }

    /**
     * Opens the input; the caller closes the stream.
     *
     * @throws IOException if it cannot be opened
     */
    public InputStream open() throws IOException {
        return path == null ? System.in : Files.newInputStream(path);
    }
}
