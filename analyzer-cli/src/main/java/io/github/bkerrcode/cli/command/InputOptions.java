package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.batch.ScanSettings;
import io.github.bkerrcode.batch.TimeWindow;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.cli.report.KnownReason;
import io.github.bkerrcode.cli.report.SearchScope;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.input.LogWalker;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Tally;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Arguments of every command that reads logs. */
final class InputOptions {

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "Log files, directories to walk (*.log *.log.N *.out *.txt *.gz *.zst), or - for standard input. Files that"
                            + " are named are read whatever they are called.")
    private List<String> paths = new ArrayList<>();

    @Mixin
    private ScanOptions scan = new ScanOptions();

    @Option(
            names = "--tz",
            paramLabel = "ZONE",
            parameterConsumer = ZoneConsumer.class,
            description = "Zone of times in the logs that do not name one, and of times shown, such as Asia/Shanghai or"
                    + " +08:00 (default: the system's).")
    private @Nullable ZoneId zone;

    @Option(
            names = "--since",
            paramLabel = "T",
            description =
                    "Only lines from this time on: 2025-10-24, \"2025-10-24 15:02\", 2025-10-24T15:02:11+08:00, or how long"
                            + " ago: 30m, 2h, 3d. Lines whose time cannot be told are left out then.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "T", description = "Only lines before this time.")
    private @Nullable String until;

    /** For the option parser, which fills in the paths. */
    InputOptions() {}

    InputOptions(List<String> paths) {
        this.paths = paths;
    }

    /** Returns the zone that was asked for, or else the system's, for which tables are read when it is first needed. */
    ZoneId zone() {
        return zone == null ? ZoneId.systemDefault() : zone;
    }

    ScanSettings settings(Catalog catalog, TimeWindow window) {
        return scan.settings(catalog, zone(), window);
    }

    /** What is looked for, to be said where nothing was found. */
    SearchScope scope(TimeWindow window) {
        return scan.scope(window);
    }

    /**
     * The times whose lines count.
     *
     * @throws UsageException if there is none
     */
    TimeWindow window() {
        try {
            return TimeWindow.parse(since, until, zone(), Instant.now());
        } catch (IllegalArgumentException e) {
            throw new UsageException(KnownReason.localized(String.valueOf(e.getMessage())));
        }
    }

    /** The inputs; paths that give none become problems of the tally. */
    List<LogSource> sources(Tally tally) {
        return sources(paths, tally);
    }

    /** The inputs that paths stand for; those that give none become problems of the tally. */
    static List<LogSource> sources(List<String> paths, Tally tally) {
        return new LogWalker(new Unreadable(tally)).find(paths);
    }

    /** Notes paths that give no input. */
    private static final class Unreadable implements BiConsumer<String, String> {

        private final Tally tally;

        private Unreadable(Tally tally) {
            this.tally = tally;
        }

        @Override
        public void accept(String path, String reason) {
            tally.addProblem(new Problem(path, 0, reason, true));
        }
    }
}
