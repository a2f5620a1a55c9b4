package io.github.bkerrcode.input;

/**
 * Memory for lines that readers use one after the other: small files are read faster than memory for each is set to zero. For one reader
 * at a time.
 */
public final class LineBuffer {

    private byte[] bytes = new byte[0];

    /** Creates a buffer that takes no memory before it is used. */
    public LineBuffer() {}

    /** Memory of at least so many bytes, with anything in it. */
    byte[] take(int length) {
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        return bytes;
    }

    /** Says that a reader has come to need more memory. */
    void keep(byte[] larger) {
        bytes = larger;
    }
}
