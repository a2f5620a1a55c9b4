package io.github.bkerrcode.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Says in words of the user why reading failed; the JDK's own messages often hold nothing but the path. */
public final class IoReason {

    /** The reason of an input whose reading was ended early. */
    public static final String INTERRUPTED = "interrupted; the lines before that place are counted";

    private IoReason() {}

    /** Returns the reason, without the path. */
    public static String of(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof InterruptedIOException) {
            return INTERRUPTED;
        }
        if (e instanceof EOFException) {
            return "the compressed data ends too early (file truncated?); the lines before that place are counted";
        }
        if (e instanceof ZipException) {
            return "the compressed data is damaged (" + e.getMessage() + "); the lines before that place are counted";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return orElse(reason, e.getClass().getSimpleName());
    }

    private static String orElse(@Nullable String reason, String name) {
        return reason == null ? name : reason;
    }
}
