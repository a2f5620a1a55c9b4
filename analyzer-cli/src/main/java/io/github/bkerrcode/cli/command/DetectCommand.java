package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.batch.LogScan;
import io.github.bkerrcode.batch.ScanSettings;
import io.github.bkerrcode.catalog.CachingLookup;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.cli.report.DetectionJsonLines;
import io.github.bkerrcode.cli.report.DetectionReport;
import io.github.bkerrcode.cli.report.DetectionText;
import io.github.bkerrcode.cli.report.VerdictJsonLines;
import io.github.bkerrcode.cli.report.VerdictReport;
import io.github.bkerrcode.cli.report.VerdictText;
import io.github.bkerrcode.enrich.Enricher;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.summary.LineOrigin;
import io.github.bkerrcode.summary.Tally;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code analyzer detect}: every detection, in the order of the logs. */
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists every error code of logs with its place and meaning.",
        footer = {
            "",
            "Examples:",
            "  analyzer detect job/job-execute.log               every code with its place",
            "  analyzer detect logs --format jsonl | jq -r .code",
            "  analyzer detect logs --explain                    why a number is a code, or none",
            "",
            "Exit codes: 0 fine, 2 wrong arguments, 4 some input could not be read whole."
        })
final class DetectCommand implements Callable<Integer> {

    /** How detections are written. */
    enum Format {
        TEXT,
        JSONL
    }

    private final Console console;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private CatalogOptions catalogOptions = new CatalogOptions();

    @Option(
            names = "--format",
            paramLabel = "text|jsonl",
            description = "text, or one JSON object per detection and line (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private Format format = Format.TEXT;

    @Option(
            names = "--explain",
            description = "Say of every place that could hold a code which rule accepted or rejected it, and why.")
    private boolean explain;

    DetectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Catalog catalog = catalogOptions.catalog();
        CodeLookup lookup = new CachingLookup(catalog);
        ScanSettings settings = input.settings(catalog, input.window());
        Tally tally = new Tally(lookup);
        DetectionReport report = report();
        VerdictReport verdicts = verdictReport();
        for (LogSource source : input.sources(tally)) {
            LogScan scan = new LogScan(source, settings, tally);
            if (explain) {
                scan.explain(verdicts::write);
            } else {
                scan.run(
                        (origin, text, found, offset) -> write(origin, text.toString(), found, offset, lookup, report));
            }
            if (console.out().checkError()) {
                return ExitCode.FINE;
            }
        }
        console.out().flush();
        return ProblemReport.write(tally.snapshot(), console);
    }

    private DetectionReport report() {
        return switch (format) {
            case TEXT ->
                new DetectionText(
                        catalogOptions.language(console), console.palette(), console.columns(), console.out());
            case JSONL -> new DetectionJsonLines(catalogOptions.language(console), console.out());
        };
    }

    private VerdictReport verdictReport() {
        return switch (format) {
            case TEXT ->
                new VerdictText(catalogOptions.language(console), console.palette(), console.columns(), console.out());
            case JSONL -> new VerdictJsonLines(catalogOptions.language(console), console.out());
        };
    }

    private static void write(
            LineOrigin origin,
            String text,
            List<Detection> detections,
            long offset,
            CodeLookup lookup,
            DetectionReport report) {
        for (Enrichment enrichment : Enricher.explain(text, detections, lookup)) {
            report.write(
                    origin, text, enrichment, offset + enrichment.detection().start() + 1);
        }
    }
}
