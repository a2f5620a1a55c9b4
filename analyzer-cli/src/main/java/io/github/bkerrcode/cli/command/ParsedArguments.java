package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.code.Language;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What is done with arguments once they are parsed: shows help in the user's language, or runs the command. */
final class ParsedArguments {

    private ParsedArguments() {}

    static int execute(ParseResult result, Console console) {
        CommandLine program = result.commandSpec().commandLine();
        if (!result.hasSubcommand() && !result.isUsageHelpRequested() && !result.isVersionHelpRequested()) {
            throw new WrongArgumentException(program, "缺少路径或命令", "Missing: a path or a command");
        }
        if (console.language() == Language.ZH && asksForHelp(result)) {
            ChineseHelp.install(program);
        }
        return new CommandLine.RunLast().execute(result);
    }

    private static boolean asksForHelp(ParseResult result) {
        for (CommandLine command : result.asCommandLineList()) {
            if (command.isUsageHelpRequested()) {
                return true;
            }
        }
        return false;
    }
}
