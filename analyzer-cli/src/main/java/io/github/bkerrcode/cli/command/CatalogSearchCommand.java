package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.cli.report.CatalogSearch;
import io.github.bkerrcode.cli.report.EntryJson;
import io.github.bkerrcode.cli.report.EntryTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyzer catalog search}: rows of the catalog by words. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Finds codes by words of their name, meaning, remediation, platform, module or system, in Chinese and English.",
            "",
            "Rows with all words come first; of these, those that have them in the code or flag, then in the meaning, then in the"
                    + " names of owner and systems, then in the remediation. Names may be misspelt, and of a Chinese phrase half is"
                    + " enough.",
            "",
            "Ends with 2 if nothing is found."
        },
        footer = {
            "",
            "Examples:",
            "  analyzer catalog search redis 连不上",
            "  analyzer catalog search \"rate limit\" --lang en --top 5"
        })
final class CatalogSearchCommand implements Callable<Integer> {

    /** How rows are written. */
    enum Format {
        TEXT,
        JSON
    }

    private final Console console;

    @Parameters(paramLabel = "WORDS", arity = "1..*", description = "E1301002, 1301, \"rate limit\", 数据库, redis 连不上, …")
    private List<String> words = new ArrayList<>();

    @Mixin
    private CatalogOptions catalogOptions = new CatalogOptions();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "text, or a JSON array as of catalog list (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private Format format = Format.TEXT;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "At most so many rows (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private int top = 20;

    CatalogSearchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (top < 1) {
            throw new UsageException("--top: 至少为 1，给出的是 [" + top + "]", "--top: must be at least 1, was [" + top + "]");
        }
        List<CatalogEntry> found = new CatalogSearch(catalogOptions.catalog()).find(words);
        List<CatalogEntry> shown = found.subList(0, Math.min(top, found.size()));
        switch (format) {
            case TEXT ->
                new EntryTable(catalogOptions.language(console), console.palette(), console.columns())
                        .writeFound(shown, words, console.out());
            case JSON -> new EntryJson(catalogOptions.language(console)).writeEntries(shown, console.out());
        }
        console.out().flush();
        return outcome(found.size(), shown.size());
    }

    private int outcome(int found, int shown) {
        if (found == 0) {
            String asked = "[" + String.join(" ", words) + "]";
            console.report(
                    "没有找到 " + asked + "；请减少词数，或查看全部：analyzer catalog list",
                    "nothing found for " + asked + "; try fewer words, or see: analyzer catalog list");
            return ExitCode.USAGE;
        }
        if (found > shown) {
            console.report(
                    "只显示 " + found + " 条中最相符的 " + shown + " 条，用 --top 调整",
                    "the best " + shown + " of " + found + " rows; see --top");
        }
        return ExitCode.FINE;
    }
}
