package io.github.bkerrcode.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code analyzer PATH... [-o FILE]} asks for, the form in which logs are read most, told without the option parser: setting that up
 * takes as long as starting the JVM.
 *
 * @param paths the inputs, at least one
 * @param output where the summary goes, or null for standard output
 */
record PlainAnalysis(List<String> paths, @Nullable Path output) {

    private static final String STANDARD_INPUT = "-";

    /**
     * Reads arguments behind the command's name.
     *
     * @return null if there is anything in them that is for the option parser to understand, or to complain of
     */
    static @Nullable PlainAnalysis of(List<String> arguments) {
        List<String> paths = new ArrayList<>();
        Path output = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (isPath(argument)) {
                paths.add(argument);
            } else if (isOutput(argument)
                    && output == null
                    && i + 1 < arguments.size()
                    && isFile(arguments.get(i + 1))) {
                i++;
                output = Path.of(arguments.get(i));
            } else {
                return null;
            }
        }
        return paths.isEmpty() ? null : new PlainAnalysis(paths, output);
    }

    private static boolean isPath(String argument) {
        return argument.equals(STANDARD_INPUT) || isFile(argument);
    }

    private static boolean isFile(String argument) {
        return !argument.isEmpty() && !argument.startsWith("-") && !argument.startsWith("@");
    }

    private static boolean isOutput(String argument) {
        return argument.equals("-o") || argument.equals("--output");
    }
}
