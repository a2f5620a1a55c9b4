package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.batch.PlatformFilter;
import io.github.bkerrcode.batch.ScanSettings;
import io.github.bkerrcode.batch.TimeWindow;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.cli.report.KnownReason;
import io.github.bkerrcode.cli.report.SearchScope;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.input.IoReason;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.RuleSet;
import io.github.bkerrcode.scan.RuleSyntaxException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Options of every command that looks for codes: in which text, which ones, and how sure. */
final class ScanOptions {

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
            names = "--rules",
            paramLabel = "FILE",
            description =
                    "Rules of your own, in the format of the built-in ones; they decide before those, the first file"
                            + " before the next. detect --explain shows which rule decided.")
    private List<Path> rules = new ArrayList<>();

    /**
     * How sources are read.
     *
     * @param zone the zone of times that do not name one
     * @param window lines of other times are left out
     */
    ScanSettings settings(Catalog catalog, ZoneId zone, TimeWindow window) {
        CodeScanner scanner = CodeScanner.create(catalog, ruleSet(), minConfidence);
        return new ScanSettings(catalog, scanner, wanted(catalog), charset, zone, window);
    }

    /** What is looked for in these times. */
    SearchScope scope(TimeWindow window) {
        return new SearchScope(charset, minConfidence, window.since(), window.until(), platforms);
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
            LocalizedText mistake = KnownReason.localizedBehind(file.toString(), String.valueOf(e.getMessage()));
            throw new UsageException("--rules: " + mistake.zh(), "--rules: " + mistake.en());
        } catch (CharacterCodingException e) {
            throw new UsageException("--rules " + file + ": 不是 UTF-8 文本", "--rules " + file + ": is not UTF-8 text");
        } catch (IOException e) {
            throw new UsageException(KnownReason.localized("--rules " + file, IoReason.of(e)));
        }
    }

    private Predicate<ErrorCode> wanted(Catalog catalog) {
        try {
            return PlatformFilter.of(catalog, platforms);
        } catch (IllegalArgumentException e) {
            throw new UsageException(KnownReason.localized(String.valueOf(e.getMessage())));
        }
    }
}
