package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogDocument;
import io.github.bkerrcode.catalog.CatalogWriter;
import io.github.bkerrcode.cli.export.CatalogExport;
import io.github.bkerrcode.cli.export.DocumentJson;
import io.github.bkerrcode.cli.export.FluentBitLua;
import io.github.bkerrcode.cli.export.FluentdJson;
import io.github.bkerrcode.cli.export.GrafanaMappings;
import io.github.bkerrcode.cli.export.Handbook;
import io.github.bkerrcode.cli.export.LogstashJson;
import io.github.bkerrcode.cli.export.LogstashYaml;
import io.github.bkerrcode.cli.export.LookupCsv;
import io.github.bkerrcode.cli.export.PrometheusInfo;
import io.github.bkerrcode.code.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code analyzer catalog export}: the catalog in the formats of other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Writes the catalog in the format of another program; docs/export.md has a configuration for each.",
            "",
            "  logstash-yaml, logstash-json  dictionary of Logstash's translate filter",
            "  vector                        CSV for an enrichment table of Vector",
            "  fluent-bit                    script for Fluent Bit's lua filter",
            "  fluentd                       JSON for Fluentd's record_transformer",
            "  splunk                        CSV for a lookup of Splunk",
            "  grafana                       value mappings of a Grafana panel",
            "  prometheus                    the metric errcode_info",
            "  markdown                      a handbook to read",
            "  json                          catalog documents, for --catalog; in all languages"
        },
        footer = {
            "",
            "Examples:",
            "  analyzer catalog export --format logstash-yaml -o bk-errcode.yml",
            "  analyzer catalog export --format markdown --lang en -o handbook.md"
        })
final class CatalogExportCommand implements Callable<Integer> {

    /** The format of a program. */
    enum Format {
        LOGSTASH_YAML,
        LOGSTASH_JSON,
        VECTOR,
        FLUENT_BIT,
        FLUENTD,
        SPLUNK,
        GRAFANA,
        PROMETHEUS,
        MARKDOWN,
        JSON;

        private CatalogExport in(Language language) {
            return switch (this) {
                case LOGSTASH_YAML -> new LogstashYaml(language);
                case LOGSTASH_JSON -> new LogstashJson(language);
                case VECTOR, SPLUNK -> new LookupCsv(language);
                case FLUENT_BIT -> new FluentBitLua(language);
                case FLUENTD -> new FluentdJson(language);
                case GRAFANA -> new GrafanaMappings(language);
                case PROMETHEUS -> new PrometheusInfo(language);
                case MARKDOWN -> new Handbook(language);
                case JSON -> new DocumentJson(ONE_DOCUMENT);
            };
        }

        /** The name on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final String ONE_DOCUMENT = "catalog";

    private final Console console;

    @Mixin
    private CatalogOptions catalogOptions = new CatalogOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Format format = Format.JSON;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write to a file, whole or not at all, instead of standard output; with json, an existing directory gets a file"
                            + " per document.")
    private @Nullable Path output;

    CatalogExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Catalog catalog = catalogOptions.catalog();
        if (output != null && format == Format.JSON && Files.isDirectory(output)) {
            writeDocuments(catalog.documents(), output);
            return ExitCode.FINE;
        }
        CatalogExport export = format.in(catalogOptions.language(console));
        try {
            if (output == null) {
                export.write(catalog, console.out());
                console.out().flush();
            } else {
                OutputFile.write(output, out -> export.write(catalog, out));
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--format json: " + e.getMessage() + "；请指定目录：-o DIR",
                    "--format json: " + e.getMessage() + "; give a directory: -o DIR");
        }
        return ExitCode.FINE;
    }

    /** The numbers in front keep the order in which the documents lie on top of each other. */
    private static void writeDocuments(List<CatalogDocument> documents, Path directory) {
        for (int i = 0; i < documents.size(); i++) {
            CatalogDocument document = documents.get(i);
            String name = String.format(
                    Locale.ROOT, "%02d-%s.json", i + 1, document.id().replaceAll("[^A-Za-z0-9._-]", "_"));
            OutputFile.write(directory.resolve(name), out -> CatalogWriter.write(document, out));
        }
    }
}
