package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.cli.report.EntryJson;
import io.github.bkerrcode.cli.report.EntryTable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code analyzer catalog list}: every row of the catalog. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists every row of the catalog; the common codes -1 and 0 belong to the platform \"common\".",
        footer = {
            "",
            "Examples:",
            "  analyzer catalog list | grep -i redis",
            "  analyzer catalog list --format json --lang en",
            "  analyzer catalog list --catalog my.json           with a table of your own"
        })
final class CatalogListCommand implements Callable<Integer> {

    /** How rows are written. */
    enum Format {
        TEXT,
        JSON
    }

    private final Console console;

    @Mixin
    private CatalogOptions catalogOptions = new CatalogOptions();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "text, or a JSON array (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private Format format = Format.TEXT;

    CatalogListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<CatalogEntry> entries = catalogOptions.catalog().entries();
        switch (format) {
            case TEXT ->
                new EntryTable(catalogOptions.language(console), console.palette(), console.columns())
                        .write(entries, console.out());
            case JSON -> new EntryJson(catalogOptions.language(console)).writeEntries(entries, console.out());
        }
        console.out().flush();
        return ExitCode.FINE;
    }
}
