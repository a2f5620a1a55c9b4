package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.code.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that looks no codes up but has something to say. */
final class MessageOptions {

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description =
                    "Language of messages and help (default: that of LC_ALL, LC_MESSAGES or LANG; zh where they name none, en"
                            + " for all others).")
    private @Nullable Language language;

    /** Returns the console for the language that was asked for, or else as it is. */
    Console spoken(Console console) {
        return language == null ? console : console.in(language);
    }
}
