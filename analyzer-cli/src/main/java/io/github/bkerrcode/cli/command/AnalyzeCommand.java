package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.CachingLookup;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.cli.batch.BatchAnalyzer;
import io.github.bkerrcode.cli.batch.ScanSettings;
import io.github.bkerrcode.cli.input.LogSource;
import io.github.bkerrcode.cli.input.Reading;
import io.github.bkerrcode.cli.report.Palette;
import io.github.bkerrcode.cli.report.SummaryCsv;
import io.github.bkerrcode.cli.report.SummaryMarkdown;
import io.github.bkerrcode.cli.report.SummaryText;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.SummaryJson;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code analyzer analyze}: which codes, how often, on which platform. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Counts the error codes of logs per platform, and says what each means and what to do. The default"
                        + " command: analyzer PATH... does the same.")
final class AnalyzeCommand implements Callable<Integer> {

    private static final int DEFAULT_TOP = 20;

    /** How the summary is written. */
    enum Format {
        TEXT,
        JSON,
        CSV,
        MD
    }

    private final Console console;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private CatalogOptions catalogOptions = new CatalogOptions();

    @Option(
            names = "--format",
            paramLabel = "text|json|csv|md",
            description = "Format of the summary (default: text, or what the name given with -o says).")
    private @Nullable Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the summary to a file; .json, .csv, .md and .txt say the format.")
    private @Nullable Path output;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Show at most N codes per platform in the text (default: ${DEFAULT-VALUE}).",
            defaultValue = "" + DEFAULT_TOP)
    private int top = DEFAULT_TOP;

    AnalyzeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (top < 1) {
            throw new UsageException("--top must be at least 1, was " + top);
        }
        Format chosen = chosenFormat();
        Catalog catalog = catalogOptions.catalog();
        CodeLookup lookup = new CachingLookup(catalog);
        ScanSettings settings = input.settings(catalog);
        Tally tally = new Tally(lookup);
        List<LogSource> sources = input.sources(tally);
        Reading reading = new Reading();
        // Only now is there something to tell of a run that ends early.
        EndSignals signals = EndSignals.first(reading::end);
        try {
            tally.merge(analyze(sources, settings, lookup, reading));
            Summary summary = tally.snapshot();
            write(summary, chosen);
            return reading.isEnded()
                    ? ProblemReport.writeInterrupted(summary, sources.size(), console)
                    : ProblemReport.write(summary, console);
        } finally {
            signals.giveBack();
        }
    }

    private Tally analyze(List<LogSource> sources, ScanSettings settings, CodeLookup lookup, Reading reading)
            throws InterruptedException {
        int workers = Runtime.getRuntime().availableProcessors();
        BatchAnalyzer analyzer = new BatchAnalyzer(settings, lookup, workers, reading);
        if (!console.progress()) {
            return analyzer.analyze(sources);
        }
        ProgressDisplay display = ProgressDisplay.start(sources, reading, console.err());
        try {
            return analyzer.analyze(sources);
        } finally {
            display.erase();
        }
    }

    private Format chosenFormat() {
        if (format != null) {
            return format;
        }
        if (output == null) {
            return Format.TEXT;
        }
        String name = output.toString();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "txt" -> Format.TEXT;
            case "json" -> Format.JSON;
            case "csv" -> Format.CSV;
            case "md" -> Format.MD;
            default ->
                throw new UsageException("-o " + output
                        + ": the name does not say the format; end it with .json, .csv, .md or .txt, or give --format");
        };
    }

    private void write(Summary summary, Format chosen) throws IOException {
        if (output == null) {
            write(summary, chosen, console.out(), console.palette());
            console.out().flush();
        } else {
            OutputFile.write(output, out -> write(summary, chosen, out, Palette.NONE));
        }
    }

    private void write(Summary summary, Format chosen, PrintWriter out, Palette palette) throws IOException {
        Language language = catalogOptions.language();
        switch (chosen) {
            case TEXT -> new SummaryText(language, palette, console.columns(), input.zone(), top).write(summary, out);
            case JSON -> SummaryJson.write(summary, language, out);
            case CSV -> new SummaryCsv(language, input.zone()).write(summary, out);
            case MD -> new SummaryMarkdown(language, input.zone(), top).write(summary, out);
        }
    }
}
