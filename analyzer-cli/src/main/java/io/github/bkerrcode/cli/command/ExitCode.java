package io.github.bkerrcode.cli.command;

/** Exit codes of the program; a contract with scripts. */
final class ExitCode {

    /** Everything asked for was done. */
    static final int FINE = 0;

    /** A fault of the program itself. */
    static final int INTERNAL_ERROR = 1;

    /** Wrong arguments. */
    static final int USAGE = 2;

    /** A rule of {@code --fail-on} was met; goes before {@link #INCOMPLETE}. */
    static final int FAILED_RULE = 3;

    /** Some input could not be read, or not whole; the rest is reported. */
    static final int INCOMPLETE = 4;

    /** Asked to end by Ctrl-C or SIGTERM; what was found until then is reported. The code of a shell for a program that Ctrl-C ended. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
