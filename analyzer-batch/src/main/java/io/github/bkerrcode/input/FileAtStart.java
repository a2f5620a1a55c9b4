package io.github.bkerrcode.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A plain file as it is when reading begins, wherever it is stored. What is appended later does not belong to it; what goes missing
 * while it is read fails the reading instead of being left out in silence. Safe for several threads.
 */
public interface FileAtStart extends Closeable {

    /** Returns how many bytes it has. */
    long size();

    /**
     * Reads it from a place to its end; the caller closes the stream.
     *
     * @param offset where to begin, in bytes
     * @throws IOException if it cannot be opened, or another file stands in its place; from the stream, if bytes are gone that were there
     */
    InputStream from(long offset) throws IOException;

    /** Says what happened to the file since, or returns null if nothing did. What was there is counted in any case. */
    @Nullable
    String change();
}
