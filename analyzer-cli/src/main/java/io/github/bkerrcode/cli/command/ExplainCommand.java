package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.cli.report.EntryJson;
import io.github.bkerrcode.cli.report.ExplanationText;
import io.github.bkerrcode.cli.report.RelatedCodes;
import io.github.bkerrcode.code.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyzer explain}: what a code means, who owns it, what to do. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Says what codes mean: platform, meaning, remediation, and how the number is built. Codes that are not"
                        + " in the catalog are explained as far as their number allows.",
        footer = {
            "",
            "Examples:",
            "  analyzer explain 1306201 1250001",
            "  analyzer explain E1301002_BASE_DATABASE_ERROR --lang en",
            "  analyzer explain APIGW_LACK_PARAM    misspelt: suggests APIGW_LACK_PARAMS",
            "  analyzer explain - < codes.txt       separated by blanks, commas or line breaks",
            "",
            "Exit codes: 0 fine, 2 a code that nobody owns."
        })
final class ExplainCommand implements Callable<Integer> {

    /** How explanations are written. */
    enum Format {
        TEXT,
        JSON
    }

    private static final String STANDARD_INPUT = "-";

    private final Console console;

    @Parameters(
            paramLabel = "CODE",
            arity = "1..*",
            description =
                    "1306201, APIGW_LACK_PARAMS, E1301002_BASE_DATABASE_ERROR, -1 or 0, also as it stands in a log:"
                            + " errorCode=1306201; - reads codes from standard input.")
    private List<String> codes = new ArrayList<>();

    @Mixin
    private CatalogOptions catalogOptions = new CatalogOptions();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "text, or a JSON array (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private Format format = Format.TEXT;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return explain(codes, catalogOptions.catalog(), catalogOptions.language(console), format, console);
    }

    /** Explains codes with all options at their defaults; what the full command does, without setting up its options. */
    static int explain(List<String> codes, Console console) throws IOException {
        try {
            Catalog catalog = CatalogLayers.of(System.getenv(), List.of()).catalog();
            return explain(codes, catalog, console.language(), Format.TEXT, console);
        } catch (UsageException e) {
            console.report(e.text());
            return ExitCode.USAGE;
        }
    }

    private static int explain(List<String> codes, Catalog catalog, Language language, Format format, Console console)
            throws IOException {
        List<Resolution.Known> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String word : words(codes)) {
            if (resolve(word, catalog) instanceof Resolution.Known resolved) {
                known.add(resolved);
            } else {
                unknown.add(word);
            }
        }
        switch (format) {
            case TEXT -> writeText(known, catalog, language, console);
            case JSON -> new EntryJson(language).writeExplanations(known, console.out());
        }
        console.out().flush();
        for (String code : unknown) {
            reportUnknown(code, RelatedCodes.similarNames(CodeWords.codeIn(code), catalog), console);
        }
        return unknown.isEmpty() ? ExitCode.FINE : ExitCode.USAGE;
    }

    private static void reportUnknown(String code, List<String> similar, Console console) {
        boolean none = similar.isEmpty();
        console.report(
                "未知错误码 [" + code + "]：错误码目录中没有，也不是已知平台的七位数字；"
                        + (none ? "全部错误码见 analyzer catalog list" : "是否要找 " + String.join("、", similar) + "？"),
                "unknown code [" + code + "]: neither in the catalog nor a seven-digit number of a known platform;"
                        + (none ? " see: analyzer catalog list" : " did you mean " + String.join(", ", similar) + "?"));
    }

    private static Resolution resolve(String word, Catalog catalog) {
        Resolution asWritten = catalog.resolve(word);
        return asWritten instanceof Resolution.Known ? asWritten : catalog.resolve(CodeWords.codeIn(word));
    }

    /** The words of all arguments, with those of standard input in place of {@code -}. */
    private static List<String> words(List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals(STANDARD_INPUT)) {
                all.addAll(CodeWords.of(new String(System.in.readAllBytes(), StandardCharsets.UTF_8)));
            } else {
                List<String> words = CodeWords.of(argument);
                // An empty argument is a mistake that would not be seen.
                all.addAll(words.isEmpty() ? List.of(argument) : words);
            }
        }
        return all;
    }

    private static void writeText(List<Resolution.Known> known, Catalog catalog, Language language, Console console) {
        ExplanationText text = new ExplanationText(catalog, language, console.palette(), console.columns());
        for (int i = 0; i < known.size(); i++) {
            if (i > 0) {
                console.out().println();
            }
            text.write(known.get(i), console.out());
        }
    }
}
