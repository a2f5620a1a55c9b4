package io.github.bkerrcode.cli.command;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code analyzer completion}: a script that teaches a shell the commands and options. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints a script that completes commands, options and their values.",
        footer = {
            "",
            "Examples:",
            "  source <(analyzer completion bash)    in ~/.bashrc",
            "  source <(analyzer completion zsh)     in ~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {

    /** A shell. */
    enum Shell {
        BASH,
        ZSH
    }

    private static final String PROGRAM = "analyzer";

    /** zsh runs bash's completions once it has been asked to. */
    private static final String ZSH_PREAMBLE =
            "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n";

    private final Console console;
    private final Supplier<CommandLine> program;

    @Parameters(paramLabel = "bash|zsh", arity = "1", description = "The shell the script is for.")
    private Shell shell = Shell.BASH;

    /**
     * Creates the command.
     *
     * @param console where the script goes
     * @param program a parser that knows all commands
     */
    CompletionCommand(Console console, Supplier<CommandLine> program) {
        this.console = console;
        this.program = program;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash(PROGRAM, program.get());
        console.out().print(shell == Shell.ZSH ? ZSH_PREAMBLE + script : script);
        console.out().flush();
        return ExitCode.FINE;
    }
}
