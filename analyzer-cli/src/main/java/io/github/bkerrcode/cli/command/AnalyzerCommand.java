package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The program as a whole: finds the command that was asked for and runs it. */
@Command(
        name = "analyzer",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = "Finds BlueKing error codes in logs and says what each one means and what to do.",
        footer = {
            "",
            "analyzer PATH... is short for analyzer analyze PATH...",
            "",
            "Examples:",
            "  analyzer /data/bkee/logs                which codes, since when, what to do",
            "  analyzer explain 1306201                what a code means",
            "  tail -f paas.log | analyzer annotate    meanings beside the codes, line by line",
            "",
            "Texts come in Chinese or English: by --lang, else by LC_ALL, LC_MESSAGES or LANG. NO_COLOR=1 turns colours off.",
            "",
            "Exit codes: 0 fine, 1 internal error, 2 wrong arguments, 3 a --fail-on rule was met, 4 some input could not be"
                    + " read whole, 130 interrupted."
        })
public final class AnalyzerCommand {

    private static final String DEFAULT_COMMAND = "analyze";
    private static final String EXPLAIN = "explain";
    private static final String SYSTEM_BUSY = "-1";

    /** The names of all {@link #commands}, known without making them. */
    private static final Set<String> COMMANDS =
            Set.of(DEFAULT_COMMAND, "merge", "report", "detect", "annotate", EXPLAIN, "catalog", "completion");

    private static final Set<String> READ_LOGS = Set.of(DEFAULT_COMMAND, "detect", "annotate");
    private static final List<String> OWN_OPTIONS = List.of("-h", "--help", "-V", "--version");

    private AnalyzerCommand() {}

    private static Map<String, Function<Console, Object>> commands() {
        Map<String, Function<Console, Object>> commands = new LinkedHashMap<>();
        commands.put("analyze", AnalyzeCommand::new);
        commands.put("merge", MergeCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("detect", DetectCommand::new);
        commands.put("annotate", AnnotateCommand::new);
        commands.put(EXPLAIN, ExplainCommand::new);
        commands.put(
                "catalog",
                console -> new CommandLine(new CatalogCommand())
                        .addSubcommand("list", new CatalogListCommand(console))
                        .addSubcommand("search", new CatalogSearchCommand(console))
                        .addSubcommand("import", new CatalogImportCommand(console))
                        .addSubcommand("validate", new CatalogValidateCommand(console))
                        .addSubcommand("export", new CatalogExportCommand(console)));
        commands.put("completion", console -> new CompletionCommand(console, () -> withAllCommands(console)));
        return commands;
    }

    /**
     * Runs the program.
     *
     * @param arguments of the command line
     * @param console where it writes
     * @return the exit code
     */
    public static int run(List<String> arguments, Console console) {
        try {
            // The one command that people wait for: setting up the option parser takes longer than all of it.
            if (isPlainExplain(arguments)) {
                return ExplainCommand.explain(arguments.subList(1, arguments.size()), console);
            }
            List<String> complete = withCommand(arguments);
            if (!complete.isEmpty() && READ_LOGS.contains(complete.get(0))) {
                HeadStart.take();
            }
            PlainAnalysis plain = plainAnalysis(complete);
            if (plain != null) {
                return analyze(plain, console);
            }
            Console spoken = console.in(LanguageArgument.in(complete, console.language()));
            return parser(complete, spoken).execute(complete.toArray(new String[0]));
        } catch (IOException e) {
            console.report("无法写入：" + e.getMessage(), "cannot write: " + e.getMessage());
            return ExitCode.INTERNAL_ERROR;
        } finally {
            console.out().flush();
        }
    }

    private static boolean isPlainExplain(List<String> arguments) {
        if (arguments.size() < 2 || !arguments.get(0).equals(EXPLAIN)) {
            return false;
        }
        for (int i = 1; i < arguments.size(); i++) {
            if (concernsParser(arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean concernsParser(String argument) {
        return argument.startsWith("@")
                || argument.startsWith("-") && !argument.equals(SYSTEM_BUSY) && !argument.equals("-");
    }

    /** The arguments with the default command put in, and the code -1 written so that it is not taken for an option. */
    private static List<String> withCommand(List<String> arguments) {
        List<String> complete = new ArrayList<>(arguments);
        if (!arguments.isEmpty() && !COMMANDS.contains(arguments.get(0)) && !OWN_OPTIONS.contains(arguments.get(0))) {
            complete.add(0, DEFAULT_COMMAND);
        }
        if (!complete.isEmpty() && complete.get(0).equals(EXPLAIN)) {
            complete.replaceAll(argument -> argument.equals(SYSTEM_BUSY) ? " " + SYSTEM_BUSY : argument);
        }
        return complete;
    }

    private static @Nullable PlainAnalysis plainAnalysis(List<String> complete) {
        return !complete.isEmpty() && complete.get(0).equals(DEFAULT_COMMAND)
                ? PlainAnalysis.of(complete.subList(1, complete.size()))
                : null;
    }

    /** Runs the command and says its failures as the parser's handler does. */
    private static int analyze(PlainAnalysis plain, Console console) {
        try {
            return new AnalyzeCommand(plain, console).call();
        } catch (Exception e) {
            return failure(e, console);
        }
    }

    /** The commands by the words that call them, in the order of the help. */
    static List<List<String>> commandNames(Console console) {
        List<List<String>> names = new ArrayList<>();
        withAllCommands(console).getSubcommands().forEach((name, command) -> {
            names.add(List.of(name));
            command.getSubcommands().keySet().forEach(inner -> names.add(List.of(name, inner)));
        });
        return names;
    }

    /** A parser that knows all commands. */
    static CommandLine withAllCommands(Console console) {
        CommandLine parser = new CommandLine(new AnalyzerCommand());
        commands().forEach((name, command) -> parser.addSubcommand(name, command.apply(console)));
        return parser;
    }

    /** A parser that knows the command that was asked for, or all of them where help may be wanted. */
    private static CommandLine parser(List<String> arguments, Console console) {
        CommandLine parser = new CommandLine(new AnalyzerCommand());
        String asked = arguments.isEmpty() ? "--help" : arguments.get(0);
        commands().forEach((name, command) -> {
            if (name.equals(asked) || OWN_OPTIONS.contains(asked)) {
                parser.addSubcommand(name, command.apply(console));
            }
        });
        LanguageArgument.addTo(parser);
        parser.setCaseInsensitiveEnumValuesAllowed(true);
        parser.setUnmatchedOptionsAllowedAsOptionParameters(false);
        parser.setOut(console.out());
        parser.setErr(console.err());
        parser.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        parser.setUsageHelpAutoWidth(false);
        parser.setUsageHelpWidth(Math.max(80, Math.min(120, console.columns())));
        parser.setParameterExceptionHandler((e, args) -> usageError(e, console));
        parser.setExecutionExceptionHandler((e, command, result) -> failure(e, console));
        parser.setExecutionStrategy(result -> ParsedArguments.execute(result, console));
        return parser;
    }

    private static int usageError(ParameterException e, Console console) {
        LocalizedText mistake = ParserMistake.of(e);
        String help = e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        console.report(mistake.in(Language.ZH) + "；详见：" + help, mistake.en() + "; see: " + help);
        return ExitCode.USAGE;
    }

    private static int failure(Exception e, Console console) {
        if (e instanceof UsageException usage) {
            console.report(usage.text());
            return ExitCode.USAGE;
        }
        console.report("内部错误，请反馈给我们：" + e, "internal error, please report it: " + e);
        Arrays.stream(e.getStackTrace()).limit(8).forEach(frame -> console.err().println("    at " + frame));
        Throwable cause = e.getCause();
        if (cause != null) {
            console.err().println("    caused by " + cause);
            Arrays.stream(cause.getStackTrace())
                    .limit(8)
                    .forEach(frame -> console.err().println("    at " + frame));
        }
        console.err().flush();
        return ExitCode.INTERNAL_ERROR;
    }
}
