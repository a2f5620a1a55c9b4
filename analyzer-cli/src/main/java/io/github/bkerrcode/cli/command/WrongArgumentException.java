package io.github.bkerrcode.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Wrong arguments that show while they are parsed, found by us and not by the option parser. */
final class WrongArgumentException extends ParameterException {

    private static final long serialVersionUID = 1L;

    private final String zh;

    WrongArgumentException(CommandLine command, String zh, String en) {
        super(command, en);
        this.zh = zh;
    }

    /** The message in Chinese; {@link #getMessage} has it in English. */
    String zh() {
        return zh;
    }
}
