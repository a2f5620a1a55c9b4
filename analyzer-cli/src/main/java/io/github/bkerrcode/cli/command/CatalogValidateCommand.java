package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.CatalogCheck;
import io.github.bkerrcode.catalog.CatalogFiles.Pipes;
import io.github.bkerrcode.cli.command.CatalogLayers.Layer;
import io.github.bkerrcode.cli.report.FindingReport;
import io.github.bkerrcode.cli.report.KnownReason;
import io.github.bkerrcode.code.LocalizedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyzer catalog validate}: all that is wrong with catalog documents, for continuous integration. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Says everything that is wrong with catalog documents: mistakes, and codes that two documents of one layer have,"
                    + " with both places. Notes say what overrides an entry below, what lacks a translation, and which numbers"
                    + " no platform has.",
            "Exit code 4 if a document cannot be used whole, 0 if there are only notes."
        })
final class CatalogValidateCommand implements Callable<Integer> {

    /** How findings are written. */
    enum Format {
        TEXT,
        JSON
    }

    /** More findings help nobody. */
    private static final int LIMIT = 1_000;

    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Catalog documents and directories of them, which make one layer (default: the configuration"
                    + " directory and what ERRCODE_CATALOG names, a layer each).")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private MessageOptions messages = new MessageOptions();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "text, or a JSON object (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private Format format = Format.TEXT;

    CatalogValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CatalogCheck check = new CatalogCheck();
        for (Layer layer : layers()) {
            check.addLayer(layer.paths());
        }
        FindingReport report =
                new FindingReport(check, LIMIT, messages.spoken(console).language());
        switch (format) {
            case TEXT -> report.writeText(console.out());
            case JSON -> report.writeJson(console.out());
        }
        console.out().flush();
        return report.errors() == 0 ? ExitCode.FINE : ExitCode.INCOMPLETE;
    }

    private List<Layer> layers() {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new UsageException(KnownReason.localized(path.toString(), "no such file or directory"));
            }
        }
        if (!paths.isEmpty()) {
            return List.of(new Layer(LocalizedText.same(""), paths, Pipes.READ));
        }
        List<Layer> layers = CatalogLayers.of(System.getenv(), List.of()).layers();
        if (layers.isEmpty()) {
            Path always = CatalogLayers.configurationDirectory(System.getenv());
            throw new UsageException(
                    "没有可检查的错误码目录；请指定其文件，或把它们放入 " + always,
                    "there is no catalog to check; name its documents, or put them into " + always);
        }
        return layers;
    }
}
