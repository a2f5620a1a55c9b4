package io.github.bkerrcode.input;

import java.io.IOException;

/** An input that cannot be read, or not to its end; the message says why and what to do. */
public final class InputException extends IOException {

    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
