package io.github.bkerrcode.spark;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a task reads of a file: all of it, or one of the parts it was cut into.
 *
 * @param part the number of the part, from 0; {@link #WHOLE} for all of the file
 * @param from its first byte
 * @param to where it ends, exclusive
 * @param firstTime the time of the file's first line, or null
 */
record Piece(
        LogFile file,
        int part,
        long from,
        long to,
        @Nullable Instant firstTime) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Stands where a file is read in one go. */
    static final int WHOLE = -1;

    static Piece whole(LogFile file) {
        return new Piece(file, WHOLE, 0, file.size(), null);
    }

    boolean isWhole() {
        return part == WHOLE;
    }

    long length() {
        return to - from;
    }
}
