package io.github.bkerrcode.cli;

import io.github.bkerrcode.cli.command.AnalyzerCommand;
import io.github.bkerrcode.cli.command.Console;
import java.util.List;

/** The entry point of {@code analyzer.jar}. */
public final class Analyzer {

    private Analyzer() {}

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(AnalyzerCommand.run(List.of(arguments), Console.system()));
    }
}
