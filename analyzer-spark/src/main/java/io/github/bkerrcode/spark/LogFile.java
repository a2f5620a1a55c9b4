package io.github.bkerrcode.spark;

import java.io.Serializable;
import java.net.URI;

/**
 * A file to read, as it was when the job began.
 *
 * @param name how reports name it: as the user gave it
 * @param uri where it is, for every machine of the cluster
 * @param size in bytes
 * @param modified when it was written to last, in milliseconds since 1970
 */
record LogFile(String name, URI uri, long size, long modified) implements Serializable {

    private static final long serialVersionUID = 1L;
}
