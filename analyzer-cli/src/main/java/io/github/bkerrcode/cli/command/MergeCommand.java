package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyzer merge}: one summary of several, such as those of a fleet of hosts. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Adds up summaries that analyze wrote as JSON, as if it had read all their logs at once. Files of one"
                        + " name in two summaries are taken to be of two hosts: both are listed and count.",
        footer = {
            "",
            "Examples:",
            "  analyzer merge hosts/*.json                   one summary of all hosts",
            "  analyzer merge hosts/*.json -o fleet.json     the same as JSON, which can be merged again",
            "  ssh job1 analyzer logs --format json | analyzer merge fleet.json -",
            "",
            "Exit codes: 0 fine, 2 a file is no summary or would count twice, 3 a --fail-on rule was met, 4 some input of a host could not be read whole."
        })
final class MergeCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "SUMMARY",
            arity = "1..*",
            description = "Summaries as JSON, or - for one on standard input.")
    private List<String> paths = new ArrayList<>();

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

    MergeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Catalog catalog = catalogOptions.catalog();
        CheckOptions.Checks checks = checkOptions.checks(catalog);
        SummaryOptions.Writing writing =
                summaryOptions.writing(catalogOptions.language(console), zone, checks, null, console);
        Tally tally = new Tally(catalog);
        for (SummaryFile file : SummaryFile.of(paths, summaryOptions.output())) {
            tally.merge(Tally.of(file.read(), catalog));
        }
        Summary summary = tally.snapshot();
        writing.write(summary);
        return checks.exitCode(ProblemReport.write(summary, console), summary, console);
    }
}
