package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogDocument.PlatformRow;
import io.github.bkerrcode.cli.imports.CatalogImport;
import io.github.bkerrcode.cli.imports.ImportReport;
import io.github.bkerrcode.cli.imports.ImportReport.FileCount;
import io.github.bkerrcode.cli.imports.ImportReport.Remark;
import io.github.bkerrcode.cli.report.KnownReason;
import io.github.bkerrcode.code.LocalizedText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyzer catalog import}: a catalog document of the error tables of a product. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Makes a catalog document for --catalog of error tables as products have them: Markdown, JSON, YAML, CSV, and"
                    + " message bundles of Java. Translations of one document (folders or endings such as zh_CN and en) come"
                    + " together in one entry.",
            "Rows that became nothing are said on standard error, with file, line and reason. Exit code 4 if a file could not"
                    + " be read whole, symbolic codes have no owner, or no entry could be made; what could be read is"
                    + " written."
        })
final class CatalogImportCommand implements Callable<Integer> {

    private static final int MAX_FILES_SAID = 20;

    private final Console console;

    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "1..*",
            description =
                    "Files, whatever they are called; directories are walked for *.md *.json *.yaml *.yml *.properties"
                            + " *.csv *.tsv *.txt.")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private MessageOptions messages = new MessageOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the document there (default: standard output).")
    private @Nullable Path output;

    @Option(
            names = "--platform",
            paramLabel = "ID",
            description =
                    "Who owns the codes: ID of a platform, or NUMBER:ID or NUMBER:ID:NAME of one of your own. Needed for"
                            + " symbolic codes unless some are of a family that has an owner (APIGW_), for codes of five digits,"
                            + " and where no platform has the number. The first one owns what says no platform.")
    private List<String> platforms = new ArrayList<>();

    @Option(
            names = "--document",
            paramLabel = "NAME",
            description = "Name of the document (default: that of the file).")
    private @Nullable String document;

    @Option(
            names = "--strict",
            description = "Exit code 4 as well if a row that says something of a code was left out.")
    private boolean strict;

    @Option(names = "--charset", paramLabel = "NAME", description = "Charset of files that are not UTF-8, such as GBK.")
    private @Nullable Charset charset;

    @Option(
            names = "--max-size",
            paramLabel = "MIB",
            description = "How long a file may be, in MiB (default: ${DEFAULT-VALUE}).",
            defaultValue = "" + CatalogImport.DEFAULT_MAX_MEBIBYTES)
    private int maxMebibytes = CatalogImport.DEFAULT_MAX_MEBIBYTES;

    CatalogImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Console spoken = messages.spoken(console);
        CatalogImport done = CatalogImport.of(paths, settings());
        ImportReport report = done.report();
        say(report, done.entries(), spoken);
        if (done.entries() == 0) {
            spoken.report("没有得到任何条目，因此没有写出", "no entry could be made, so nothing is written");
            return ExitCode.INCOMPLETE;
        }
        write(done, spoken);
        boolean complete = report.lost() == 0 && (!strict || report.leftOut() == 0);
        return complete ? ExitCode.FINE : ExitCode.INCOMPLETE;
    }

    private CatalogImport.Settings settings() {
        if (maxMebibytes < 1 || maxMebibytes > 1_024) {
            throw new UsageException(
                    "--max-size: 应为 1 到 1024 [" + maxMebibytes + "]",
                    "--max-size: must be 1 to 1024 [" + maxMebibytes + "]");
        }
        if (document != null && document.isBlank()) {
            throw new UsageException("--document: 不能为空", "--document: must not be blank");
        }
        List<PlatformRow> named = platforms.stream().map(PlatformOption::parse).toList();
        return new CatalogImport.Settings(Catalog.builtIn(), named, charset, maxMebibytes, document);
    }

    private void write(CatalogImport done, Console spoken) throws IOException {
        if (output == null) {
            done.write(console.out());
            console.out().flush();
        } else {
            OutputFile.write(output, done::write);
            Path always = CatalogLayers.configurationDirectory(System.getenv());
            spoken.report(
                    "已写入 " + output + "；用 --catalog " + output + " 使用它"
                            + (always == null ? "" : "，或放入 " + always + " 以便始终使用"),
                    "wrote " + output + "; use it with --catalog " + output
                            + (always == null ? "" : ", or put it into " + always + " to use it always"));
        }
    }

    private static void say(ImportReport report, int entries, Console console) {
        for (Remark remark : report.remarks()) {
            LocalizedText reason = KnownReason.completed(remark.reason());
            console.report(remark.place() + ": " + reason.zh(), remark.place() + ": " + reason.en());
        }
        if (report.remarksLeftOut() > 0) {
            console.report(
                    "…… 另有 " + report.remarksLeftOut() + " 处",
                    "… and " + report.remarksLeftOut() + " more such places");
        }
        List<FileCount> files = report.files();
        for (FileCount file : files.subList(0, Math.min(MAX_FILES_SAID, files.size()))) {
            console.report(
                    file.file() + ": " + file.rows() + " 行，其中使用 " + file.entries() + " 行",
                    file.file() + ": " + count(file.rows(), "row", "rows") + ", " + file.entries() + " of them used");
        }
        int skipped = report.skipped() + report.leftOut();
        int lost = report.lost();
        console.report(
                files.size() + " 个文件，读取 " + report.rows() + " 行，得到 " + entries + " 个条目，略去 " + skipped + " 行"
                        + (lost == 0 ? "" : "，" + lost + " 处无法读取"),
                count(files.size(), "file", "files") + ", " + count(report.rows(), "row", "rows") + " read, "
                        + count(entries, "entry", "entries") + " made, " + count(skipped, "row", "rows") + " skipped"
                        + (lost == 0 ? "" : ", " + count(lost, "place", "places") + " not readable"));
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
