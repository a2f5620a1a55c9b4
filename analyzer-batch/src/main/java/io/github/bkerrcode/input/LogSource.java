package io.github.bkerrcode.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One input: a file, here or elsewhere, or standard input. Safe for several threads. */
public interface LogSource {

    /** The name of standard input in reports. */
    String STDIN_NAME = "<stdin>";

    /** Returns standard input. */
    static LogSource stdin() {
        return new LocalSource(STDIN_NAME, null);
    }

    /** Returns a file of this machine, named as its path is written. */
    static LogSource file(Path path) {
        return file(path.toString(), path);
    }

    /**
     * Returns a file of this machine.
     *
     * @param name how reports name it
     */
    static LogSource file(String name, Path path) {
        return new LocalSource(name, path);
    }

    /** Returns how reports name it: the path as the user gave it, or {@link #STDIN_NAME}. */
    String name();

    /**
     * Opens the input; the caller closes the stream.
     *
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;

    /**
     * Looks at the file.
     *
     * @return null if it is no plain file, and can only be {@link #open opened}: standard input, a pipe, a device
     * @throws IOException if there is no such file
     */
    @Nullable
    FileAtStart atStart() throws IOException;

    /** Returns when it was written to last, or the present where nothing says so. */
    Instant lastModified();

    /** Says whether reading may wait for another program. */
    boolean mayWait();
}
