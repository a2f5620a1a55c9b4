package io.github.bkerrcode.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An input of this machine.
 *
 * @param path the file, or null for standard input
 */
record LocalSource(String name, @Nullable Path path) implements LogSource {

    @Override
    public InputStream open() throws IOException {
        return path == null ? System.in : Files.newInputStream(path);
    }

    @Override
    public @Nullable FileAtStart atStart() throws IOException {
        return path == null ? null : LocalFileAtStart.of(path);
    }

    @Override
    public Instant lastModified() {
        try {
            return path == null
                    ? Instant.now()
                    : Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            return Instant.now();
        }
    }

    @Override
    public boolean mayWait() {
        return path == null || !Files.isRegularFile(path);
    }
}
