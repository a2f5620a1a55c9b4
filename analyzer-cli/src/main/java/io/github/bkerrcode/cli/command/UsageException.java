package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.code.LocalizedText;

/** Wrong arguments that only show when the command runs; the message is for the user. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LocalizedText text;

    UsageException(String zh, String en) {
        this(new LocalizedText(zh, en));
    }

    UsageException(LocalizedText text) {
        super(String.valueOf(text.en()));
        this.text = text;
    }

    /** What is wrong, in the user's language; {@link #getMessage} has it in English. */
    LocalizedText text() {
        return text;
    }
}
