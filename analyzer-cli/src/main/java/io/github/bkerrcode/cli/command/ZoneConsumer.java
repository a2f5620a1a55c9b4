package io.github.bkerrcode.cli.command;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Takes whatever follows {@code --tz}: an offset such as -03:00 looks like an option. */
final class ZoneConsumer implements IParameterConsumer {

    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
        if (arguments.isEmpty()) {
            throw new ParameterException(command.commandLine(), "Missing required parameter for option '--tz' (ZONE)");
        }
        String zone = arguments.pop();
        try {
            option.setValue(ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new ParameterException(
                    command.commandLine(),
                    "Invalid value for option '--tz': [" + zone
                            + "] is no time zone; give one such as Asia/Shanghai, UTC or +08:00");
        }
    }
}
