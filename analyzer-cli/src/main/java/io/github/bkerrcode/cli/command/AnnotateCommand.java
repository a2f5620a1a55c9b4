package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.batch.Extent;
import io.github.bkerrcode.batch.PlacedCode;
import io.github.bkerrcode.batch.ScanSettings;
import io.github.bkerrcode.batch.TimeWindow;
import io.github.bkerrcode.batch.VerbatimScan;
import io.github.bkerrcode.batch.VerbatimSink;
import io.github.bkerrcode.catalog.CachingLookup;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.cli.report.AnnotatedLog;
import io.github.bkerrcode.enrich.Enricher;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.enrich.EnrichmentFormat;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.summary.Tally;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyzer annotate}: the log itself, with the meanings of its codes. */
@Command(
        name = "annotate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Writes logs as they are, with the meaning of every error code at the end of its line. Without a PATH it"
                        + " is a filter: tail -f x.log | analyzer annotate.",
        footer = {
            "",
            "Examples:",
            "  tail -f paas.log | analyzer annotate      meanings beside the codes, line by line",
            "  analyzer annotate job/*.log --only        only the lines with codes",
            "  analyzer annotate job.log.gz --lang en > job.annotated.log",
            "",
            "Exit codes: 0 fine, 1 the output cannot be written, 2 wrong arguments, 4 some input could not be read whole."
        })
final class AnnotateCommand implements Callable<Integer> {

    /** What systems say, in the user's language, when nobody reads a pipe any more; nothing else tells it from a full disk. */
    private static final Set<String> CLOSED_PIPE = Set.of("Broken pipe", "断开的管道");

    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "Log files, directories to walk (*.log *.log.N *.out *.txt *.gz *.zst), or - for standard input (default:"
                            + " standard input). Files that are named are read whatever they are called.")
    private List<String> paths = new ArrayList<>();

    @Mixin
    private ScanOptions options = new ScanOptions();

    @Mixin
    private CatalogOptions catalogOptions = new CatalogOptions();

    @Option(names = "--only", description = "Leave out lines without codes.")
    private boolean only;

    AnnotateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Catalog catalog = catalogOptions.catalog();
        CodeLookup lookup = new CachingLookup(catalog);
        ScanSettings settings = options.settings(catalog, ZoneOffset.UTC, TimeWindow.ALWAYS);
        Tally tally = new Tally(lookup);
        EnrichmentFormat format = EnrichmentFormat.standard(catalogOptions.language(console));
        AnnotatedLog log = new AnnotatedLog(format, console.palette(), only, console.bytes());
        List<String> inputs = paths.isEmpty() ? List.of("-") : paths;
        try {
            for (LogSource source : InputOptions.sources(inputs, tally)) {
                new VerbatimScan(source, settings, tally).run(new Annotation(log, lookup));
            }
            log.flush();
        } catch (UncheckedIOException e) {
            return unwritable(e);
        }
        return ProblemReport.write(tally.snapshot(), console);
    }

    private int unwritable(UncheckedIOException e) {
        Throwable cause = e.getCause();
        String reason = String.valueOf(cause == null ? null : cause.getMessage());
        if (CLOSED_PIPE.contains(reason)) {
            return ExitCode.FINE;
        }
        console.report("无法写入：" + reason, "cannot write: " + reason);
        return ExitCode.INTERNAL_ERROR;
    }

    /** Looks up the codes of each line. */
    private record Annotation(AnnotatedLog log, CodeLookup lookup) implements VerbatimSink {

        @Override
        public void begin(Charset charset, byte[] mark) {
            log.begin(charset, mark);
        }

        @Override
        public void plain(byte[] block, int from, int to) {
            log.plain(block, from, to);
        }

        @Override
        public void line(byte[] block, Extent extent, String text, List<PlacedCode> found) {
            log.line(block, codes(text, found), extent.from(), extent.textEnd(), extent.to(), extent.goesOn());
        }

        private List<AnnotatedLog.Code> codes(String text, List<PlacedCode> found) {
            List<Detection> detections = new ArrayList<>(found.size());
            for (PlacedCode code : found) {
                detections.add(code.detection());
            }
            List<AnnotatedLog.Code> codes = new ArrayList<>(found.size());
            Iterator<PlacedCode> places = found.iterator();
            for (Enrichment enrichment : Enricher.explain(text, detections, lookup)) {
                PlacedCode place = places.next();
                while (!place.detection().equals(enrichment.detection())) {
                    place = places.next();
                }
                codes.add(new AnnotatedLog.Code(enrichment, place.start(), place.end()));
            }
            return codes;
        }

        @Override
        public void pause() {
            log.flush();
        }
    }
}
