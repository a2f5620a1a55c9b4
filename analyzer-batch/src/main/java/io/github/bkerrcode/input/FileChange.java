package io.github.bkerrcode.input;

import java.io.IOException;

/** What is said of files that change while they are read, wherever they are stored. */
public final class FileChange {

    /** Another file has its name now. */
    public static final String REPLACED =
            "another file was put in its place while it was read; the one that was there at the start is counted";

    /** It is gone. */
    public static final String REMOVED = "was removed while it was read; what was there at the start is counted";

    private FileChange() {}

    /** So many bytes were appended. */
    public static String grew(long bytes) {
        return "grew while it was read; " + bytes + " bytes that came later are not counted";
    }

    /**
     * Bytes are gone that were there.
     *
     * @param left how many there are now
     * @param size how many there were
     */
    public static IOException shrank(long left, long size) {
        return new IOException("became shorter while it was read: " + left + " of " + size
                + " bytes are left; what could be read is counted");
    }
}
