package io.github.bkerrcode.cli.command;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Takes whatever follows {@code --tz}: an offset such as -03:00 looks like an option. */
final class ZoneConsumer implements IParameterConsumer {

    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
        if (arguments.isEmpty()) {
            throw new MissingParameterException(
                    command.commandLine(), option, "Missing required parameter for option '--tz' (ZONE)");
        }
        String zone = arguments.pop();
        try {
            option.setValue(ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new WrongArgumentException(
                    command.commandLine(),
                    "--tz 的值 [" + zone + "] 不是时区；可以写 Asia/Shanghai、UTC 或 +08:00",
                    "Invalid value for option '--tz': [" + zone
                            + "] is no time zone; give one such as Asia/Shanghai, UTC or +08:00");
        }
    }
}
