package io.github.bkerrcode.spark;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/**
 * The job to submit: {@code spark-submit analyzer-spark.jar analyze PATH... -o summary.json}. Exit codes are those of the command
 * line: 0 fine, 1 a failure of the job, 2 wrong arguments, 4 some input could not be read whole.
 */
@Command(
        name = "analyzer-spark.jar",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Finds BlueKing error codes in logs on a Spark cluster.")
public final class SparkAnalyzer {

    static final int FINE = 0;
    static final int INTERNAL_ERROR = 1;
    static final int USAGE = 2;
    static final int INCOMPLETE = 4;

    private static final int HELP_WIDTH = 100;

    private SparkAnalyzer() {}

    /** Runs the job and ends the process, unless all went well: cluster managers take any call of exit for an abrupt end. */
    public static void main(String[] arguments) {
        Output output = new Output(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        int exit = run(List.of(arguments), SparkAnalyzer::session, output);
        SparkSession.getActiveSession().foreach(session -> {
            session.stop();
            return null;
        });
        if (exit != FINE) {
            System.exit(exit);
        }
    }

    private static SparkSession session() {
        return SparkSession.builder().appName("bk-errcode").getOrCreate();
    }

    /**
     * Runs the job.
     *
     * @param session started only when the arguments are right
     * @return the exit code
     */
    static int run(List<String> arguments, Supplier<SparkSession> session, Output output) {
        CommandLine parser = new CommandLine(new SparkAnalyzer())
                .addSubcommand("analyze", new AnalyzeCommand(session, output))
                .addSubcommand("stream", new StreamCommand(session, output))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(output.out())
                .setErr(output.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler((e, args) -> usageError(e, output))
                .setExecutionExceptionHandler((e, command, result) -> failure(e, output));
        parser.setExecutionStrategy(result -> {
            if (!result.hasSubcommand() && !result.isUsageHelpRequested() && !result.isVersionHelpRequested()) {
                throw new ParameterException(parser, "Missing: a command, analyze or stream");
            }
            return new CommandLine.RunLast().execute(result);
        });
        int exit = parser.execute(arguments.toArray(new String[0]));
        output.out().flush();
        return exit;
    }

    private static int usageError(ParameterException e, Output output) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong arguments");
        output.report(message + "; see: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return USAGE;
    }

    private static int failure(Exception e, Output output) {
        if (e instanceof UsageException || e instanceof IllegalArgumentException) {
            output.report(String.valueOf(e.getMessage()));
            return USAGE;
        }
        output.report("the job failed: " + e);
        e.printStackTrace(output.err());
        output.err().flush();
        return INTERNAL_ERROR;
    }
}
