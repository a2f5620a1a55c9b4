package io.github.bkerrcode.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Where an entry was read from.
 *
 * @param file the file as it was named, or null for what comes with the library
 * @param line the line its row begins at, from 1; 0 if it comes from no file
 */
public record Origin(@Nullable String file, int line) {

    /** The origin of what comes with the library. */
    public static final Origin BUILT_IN = new Origin(null, 0);

    /** Says whether the row comes with the library. */
    public boolean isBuiltIn() {
        return file == null;
    }

    /** Returns {@code FILE:LINE}, or {@code built in}. */
    @Override
    public String toString() {
        return file == null ? "built in" : file + ":" + line;
    }
}
