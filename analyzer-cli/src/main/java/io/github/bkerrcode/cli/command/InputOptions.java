package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.cli.batch.ScanSettings;
import io.github.bkerrcode.cli.batch.TimeWindow;
import io.github.bkerrcode.cli.input.IoReason;
import io.github.bkerrcode.cli.input.LogSource;
import io.github.bkerrcode.cli.input.LogWalker;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Platform;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.RuleSet;
import io.github.bkerrcode.scan.RuleSyntaxException;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.Stack;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(names = "--platform", paramLabel = "ID", split = ",", description = "Only codes of these platforms.")
    private List<String> platforms = new ArrayList<>();

    @Option(
            names = "--min-confidence",
            paramLabel = "low|medium|high",
            description = "Leave out detections of less confidence (default: ${DEFAULT-VALUE}).",
            defaultValue = "medium")
    private Confidence minConfidence = Confidence.MEDIUM;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description = "Charset of files without a byte order mark (default: ${DEFAULT-VALUE}).",
            defaultValue = "UTF-8")
    private Charset charset = StandardCharsets.UTF_8;

    @Option(
            names = "--tz",
            paramLabel = "ZONE",
            parameterConsumer = ZoneConsumer.class,
            description = "Zone of times in the logs that do not name one, and of times shown, such as Asia/Shanghai or"
                    + " +08:00 (default: the system's).")
    private ZoneId zone = ZoneId.systemDefault();

    /** Takes whatever follows: an offset such as -03:00 looks like an option. */
    private static final class ZoneConsumer implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
            if (arguments.isEmpty()) {
                throw new ParameterException(
                        command.commandLine(), "Missing required parameter for option '--tz' (ZONE)");
            }
            String zone = arguments.pop();
            try {
                option.setValue(ZoneId.of(zone));
            } catch (DateTimeException e) {
                throw new ParameterException(
                        command.commandLine(),
                        "Invalid value for option '--tz': [" + zone
                                + "] is no time zone; give one such as Asia/Shanghai, UTC or +08:00");
            }
        }
    }

    @Option(
            names = "--since",
            paramLabel = "T",
            description =
                    "Only lines from this time on: 2025-10-24, \"2025-10-24 15:02\", 2025-10-24T15:02:11+08:00, or how long"
                            + " ago: 30m, 2h, 3d. Lines whose time cannot be told are left out then.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "T", description = "Only lines before this time.")
    private @Nullable String until;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description =
                    "Rules of your own, in the format of the built-in ones; they decide before those, the first file"
                            + " before the next. detect --explain shows which rule decided.")
    private List<Path> rules = new ArrayList<>();

    ZoneId zone() {
        return zone;
    }

    ScanSettings settings(Catalog catalog) {
        CodeScanner scanner = CodeScanner.create(catalog, ruleSet(), minConfidence);
        return new ScanSettings(catalog, scanner, wanted(catalog), charset, zone, window());
    }

    private TimeWindow window() {
        Instant now = Instant.now();
        Instant from = since == null ? null : PointInTime.parse("--since", since, zone, now);
        Instant to = until == null ? null : PointInTime.parse("--until", until, zone, now);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new UsageException("--since " + since + " is not before --until " + until);
        }
        return new TimeWindow(from, to);
    }

    private RuleSet ruleSet() {
        RuleSet all = RuleSet.builtIn();
        for (int i = rules.size() - 1; i >= 0; i--) {
            all = read(rules.get(i)).followedBy(all);
        }
        return all;
    }

    private static RuleSet read(Path file) {
        try {
            return RuleSet.parse(Files.readString(file), file.toString());
        } catch (RuleSyntaxException e) {
            throw new UsageException("--rules: " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new UsageException("--rules " + file + ": is not UTF-8 text");
        } catch (IOException e) {
            throw new UsageException("--rules " + file + ": " + IoReason.of(e));
        }
    }

    /** The inputs; paths that give none become problems of the tally. */
    List<LogSource> sources(Tally tally) {
        return new LogWalker((path, reason) -> tally.addProblem(new Problem(path, 0, reason, true))).find(paths);
    }

    private Predicate<ErrorCode> wanted(Catalog catalog) {
        if (platforms.isEmpty()) {
            return code -> true;
        }
        Set<String> ids = new HashSet<>();
        for (String id : platforms) {
            Platform platform = catalog.platforms().byId(id);
            if (platform == null) {
                throw new UsageException("--platform: unknown platform [" + id + "]; known are "
                        + String.join(
                                " ",
                                catalog.platforms().platforms().stream()
                                        .map(Platform::id)
                                        .toList()));
            }
            ids.add(id);
        }
        return code -> catalog.resolve(code.token()) instanceof Resolution.Known known
                && ids.contains(known.platform().id());
    }
}
