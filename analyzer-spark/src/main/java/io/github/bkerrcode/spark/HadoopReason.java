package io.github.bkerrcode.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.security.AccessControlException;

/** Brings what Hadoop's file systems throw into the form that reports know, so that they say the same as those of local files. */
final class HadoopReason {

    private HadoopReason() {}

    static IOException of(IOException e, String file) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof AccessControlException
                || e instanceof FileNotFoundException && message.endsWith("(Permission denied)")) {
            return caused(new AccessDeniedException(file), e);
        }
        return e instanceof FileNotFoundException ? caused(new NoSuchFileException(file), e) : e;
    }

    private static IOException caused(IOException translated, IOException cause) {
        translated.initCause(cause);
        return translated;
    }
}
