package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.batch.BatchAnalyzer;
import io.github.bkerrcode.batch.ScanSettings;
import io.github.bkerrcode.batch.TimeWindow;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.input.Reading;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code analyzer analyze}: which codes, how often, on which platform. What stands between the start and the first byte that is read, here
 * and in the classes it uses, has classes where lambdas would do: each of these takes a while to set up when it is first used.
 */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Counts the error codes of logs per platform, and says what each means and what to do. The default"
                        + " command: analyzer PATH... does the same.",
        footer = {
            "",
            "Examples:",
            "  analyzer /data/bkee/logs                  which codes, since when, what to do",
            "  analyzer job --platform job --since 2h    one platform, the last two hours",
            "  kubectl logs bk-job-0 | analyzer -        from a pipe",
            "  analyzer logs --baseline yesterday.json --fail-on new -o today.json",
            "",
            "Exit codes: 0 fine, 2 wrong arguments, 3 a --fail-on rule was met, 4 some input could not be read whole, 130 interrupted."
        })
final class AnalyzeCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private CatalogOptions catalogOptions = new CatalogOptions();

    @Mixin
    private SummaryOptions summaryOptions = new SummaryOptions();

    @Mixin
    private CheckOptions checkOptions = new CheckOptions();

    AnalyzeCommand(Console console) {
        this.console = console;
    }

    /** The command with its options set; all others have their defaults. */
    AnalyzeCommand(PlainAnalysis plain, Console console) {
        this.console = console;
        this.input = new InputOptions(plain.paths());
        this.summaryOptions = new SummaryOptions(plain.output());
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Catalog catalog = catalogOptions.catalog();
        CheckOptions.Checks checks = checkOptions.checks(catalog);
        TimeWindow window = input.window();
        SummaryOptions.Writing writing = summaryOptions.writing(
                catalogOptions.language(console), input.zone(), checks, input.scope(window), console);
        ScanSettings settings = input.settings(catalog, window);
        Tally tally = new Tally(catalog);
        List<LogSource> sources = input.sources(tally);
        Reading reading = new Reading();
        // Only now is there something to tell of a run that ends early.
        EndSignals signals = EndSignals.first(new EndOfReading(reading));
        try {
            tally.merge(analyze(sources, settings, catalog, reading));
            Summary summary = tally.snapshot();
            writing.write(summary);
            return reading.isEnded()
                    ? ProblemReport.writeInterrupted(summary, sources.size(), console)
                    : checks.exitCode(ProblemReport.write(summary, console), summary, console);
        } finally {
            signals.giveBack();
        }
    }

    /** What the first signal to end does. */
    private record EndOfReading(Reading reading) implements Runnable {
        @Override
        public void run() {
            reading.end();
        }
    }

    private Tally analyze(List<LogSource> sources, ScanSettings settings, Catalog catalog, Reading reading)
            throws InterruptedException {
        int workers = Runtime.getRuntime().availableProcessors();
        BatchAnalyzer analyzer = new BatchAnalyzer(settings, catalog, workers, reading);
        if (!console.progress()) {
            return analyzer.analyze(sources);
        }
        ProgressDisplay display = ProgressDisplay.start(sources, reading, console.language(), console.err());
        try {
            return analyzer.analyze(sources);
        } finally {
            display.erase();
        }
    }
}
