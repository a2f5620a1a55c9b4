package io.github.bkerrcode.summary;

/** A text that is no summary to go on with. The message names the file, the place in it, the reason and what to do. */
public final class SummaryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SummaryException(String message) {
        super(message);
    }
}
