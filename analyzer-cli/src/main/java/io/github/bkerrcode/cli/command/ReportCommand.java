package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyzer report}: a summary that was counted elsewhere, in any format. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Renders a summary that analyze wrote as JSON, on this machine or on a cluster, in any format and language.")
final class ReportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "SUMMARY", description = "A summary as JSON, or - for one on standard input.")
    private String path = "";

    @Mixin
    private CatalogOptions catalogOptions = new CatalogOptions();

    @Mixin
    private SummaryOptions summaryOptions = new SummaryOptions();

    @Mixin
    private CheckOptions checkOptions = new CheckOptions();

    @Option(
            names = "--tz",
            paramLabel = "ZONE",
            parameterConsumer = ZoneConsumer.class,
            description = "Zone of times shown, such as Asia/Shanghai or +08:00 (default: the system's).")
    private ZoneId zone = ZoneId.systemDefault();

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Catalog catalog = catalogOptions.catalog();
        CheckOptions.Checks checks = checkOptions.checks(catalog);
        SummaryOptions.Writing writing =
                summaryOptions.writing(catalogOptions.language(console), zone, checks, null, console);
        SummaryFile file =
                SummaryFile.of(List.of(path), summaryOptions.output()).get(0);
        Summary summary = Tally.of(file.read(), catalog).snapshot();
        writing.write(summary);
        return checks.exitCode(ProblemReport.write(summary, console), summary, console);
    }
}
