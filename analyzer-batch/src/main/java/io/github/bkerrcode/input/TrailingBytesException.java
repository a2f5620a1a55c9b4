package io.github.bkerrcode.input;

import java.io.IOException;

/** Behind compressed data stand bytes that are no part of it; all of the data was read. */
public final class TrailingBytesException extends IOException {

    private static final long serialVersionUID = 1L;

    TrailingBytesException() {
        super("behind the compressed data stand bytes that are no part of it; all before them is counted");
    }
}
