package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.code.Language;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * What {@code --lang} says, wherever it stands among the arguments. Told before the command is parsed, since help and mistakes are told in
 * that language too.
 */
final class LanguageArgument {

    private static final String NAME = "--lang";

    private LanguageArgument() {}

    /** Returns the language that is asked for, or the other one if none is or what is given is no language. */
    static Language in(List<String> arguments, Language otherwise) {
        return mayBeAmong(arguments) ? parse(arguments, otherwise) : otherwise;
    }

    /** Files of arguments may hold it too. */
    private static boolean mayBeAmong(List<String> arguments) {
        for (String argument : arguments) {
            if (argument.startsWith(NAME) || argument.startsWith("@")) {
                return true;
            }
        }
        return false;
    }

    private static Language parse(List<String> arguments, Language otherwise) {
        CommandLine parser = new CommandLine(CommandSpec.create().addOption(option()));
        parser.setUnmatchedArgumentsAllowed(true);
        parser.setOverwrittenOptionsAllowed(true);
        parser.setCaseInsensitiveEnumValuesAllowed(true);
        try {
            return parser.parseArgs(arguments.toArray(new String[0])).matchedOptionValue(NAME, otherwise);
        } catch (ParameterException e) {
            // The command's own parser finds the same, and says it.
            return otherwise;
        }
    }

    /** Lets a command and all below it take the option also where its help has nothing to say of it. */
    static void addTo(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.findOption(NAME) == null) {
            spec.addOption(option());
        }
        for (CommandLine inner : command.getSubcommands().values()) {
            addTo(inner);
        }
    }

    private static OptionSpec option() {
        return OptionSpec.builder(NAME).type(Language.class).hidden(true).build();
    }
}
