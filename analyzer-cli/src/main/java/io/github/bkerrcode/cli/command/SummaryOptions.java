package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.cli.command.CheckOptions.Checks;
import io.github.bkerrcode.cli.report.Comparison;
import io.github.bkerrcode.cli.report.ComparisonText;
import io.github.bkerrcode.cli.report.Palette;
import io.github.bkerrcode.cli.report.SummaryCsv;
import io.github.bkerrcode.cli.report.SummaryMarkdown;
import io.github.bkerrcode.cli.report.SummaryText;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.SummaryJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that writes a summary. */
final class SummaryOptions {

    private static final int DEFAULT_TOP = 20;

    /** How the summary is written. */
    enum Format {
        TEXT,
        JSON,
        CSV,
        MD
    }

    /**
     * Writes a summary as the options say.
     *
     * @param zone in which times are shown
     * @param checks what the summary is compared with
     */
    record Writing(
            Format format,
            @Nullable Path output,
            int top,
            Language language,
            ZoneId zone,
            Checks checks,
            Console console) {

        void write(Summary summary) throws IOException {
            if (output == null) {
                write(summary, console.out(), console.palette());
                console.out().flush();
            } else {
                OutputFile.write(output, out -> write(summary, out, Palette.NONE));
            }
        }

        private void compare(Summary summary, PrintWriter out, Palette palette) {
            Comparison comparison = checks.compare(summary);
            if (comparison != null) {
                new ComparisonText(language, palette, console.columns())
                        .write(comparison, String.valueOf(checks.name()), out);
            }
        }

        private void write(Summary summary, PrintWriter out, Palette palette) throws IOException {
            switch (format) {
                case TEXT -> {
                    new SummaryText(language, palette, console.columns(), zone, top).write(summary, out);
                    compare(summary, out, palette);
                }
                case JSON -> SummaryJson.write(summary, language, out);
                case CSV -> new SummaryCsv(language, zone).write(summary, out);
                case MD -> new SummaryMarkdown(language, zone, top).write(summary, out);
            }
        }
    }

    @Option(
            names = "--format",
            paramLabel = "text|json|csv|md",
            description = "Format of the summary (default: text, or what the name given with -o says).")
    private @Nullable Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the summary to a file; .json, .csv, .md and .txt say the format.")
    private @Nullable Path output;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Show at most N codes per platform in the text (default: ${DEFAULT-VALUE}).",
            defaultValue = "" + DEFAULT_TOP)
    private int top = DEFAULT_TOP;

    /** Returns the file to write to, or null for standard output. */
    @Nullable
    Path output() {
        return output;
    }

    /**
     * Checks the options before there is anything to write.
     *
     * @throws UsageException if they do not go together
     */
    Writing writing(Language language, ZoneId zone, Checks checks, Console console) {
        if (top < 1) {
            throw new UsageException("--top must be at least 1, was " + top);
        }
        return new Writing(chosenFormat(), output, top, language, zone, checks, console);
    }

    private Format chosenFormat() {
        if (format != null) {
            return format;
        }
        if (output == null) {
            return Format.TEXT;
        }
        String name = output.toString();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "txt" -> Format.TEXT;
            case "json" -> Format.JSON;
            case "csv" -> Format.CSV;
            case "md" -> Format.MD;
            default ->
                throw new UsageException("-o " + output
                        + ": the name does not say the format; end it with .json, .csv, .md or .txt, or give --format");
        };
    }
}
