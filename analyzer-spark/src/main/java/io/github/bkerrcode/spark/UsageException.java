package io.github.bkerrcode.spark;

/** Wrong arguments that only show when the command runs; the message is for the user. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
