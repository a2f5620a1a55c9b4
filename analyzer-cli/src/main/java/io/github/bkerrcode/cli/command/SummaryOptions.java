package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.cli.command.CheckOptions.Checks;
import io.github.bkerrcode.cli.report.Bars;
import io.github.bkerrcode.cli.report.ComparedWith;
import io.github.bkerrcode.cli.report.Comparison;
import io.github.bkerrcode.cli.report.ComparisonMarkdown;
import io.github.bkerrcode.cli.report.ComparisonText;
import io.github.bkerrcode.cli.report.NextStepsText;
import io.github.bkerrcode.cli.report.NothingFoundText;
import io.github.bkerrcode.cli.report.Palette;
import io.github.bkerrcode.cli.report.SearchScope;
import io.github.bkerrcode.cli.report.SummaryCsv;
import io.github.bkerrcode.cli.report.SummaryHtml;
import io.github.bkerrcode.cli.report.SummaryMarkdown;
import io.github.bkerrcode.cli.report.SummaryText;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.SummaryJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
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
        MD,
        HTML
    }

    /**
     * Writes a summary as the options say.
     *
     * @param zone in which times are shown
     * @param checks what the summary is compared with
     * @param scope what was looked for, or null if that cannot be told
     */
    record Writing(
            Format format,
            @Nullable Path output,
            int top,
            Language language,
            ZoneId zone,
            Checks checks,
            @Nullable SearchScope scope,
            Console console) {

        void write(Summary summary) throws IOException {
            if (output == null) {
                write(summary, console.out(), console.palette(), console.bars());
                console.out().flush();
            } else {
                OutputFile.write(output, new FileContent(this, summary));
            }
        }

        private void write(Summary summary, PrintWriter out, Palette palette, Bars bars) throws IOException {
            switch (format) {
                case TEXT -> text(summary, out, palette, bars);
                case JSON -> SummaryJson.write(summary, language, out);
                case CSV -> new SummaryCsv(language, zone).write(summary, out);
                case MD -> markdown(summary, out);
                case HTML -> html(summary, out);
            }
        }

        /** What goes to a file. */
        private record FileContent(Writing writing, Summary summary) implements OutputFile.Content {
            @Override
            public void write(PrintWriter out) throws IOException {
                writing.write(summary, out, Palette.NONE, Bars.BLOCKS);
            }
        }

        private void text(Summary summary, PrintWriter out, Palette palette, Bars bars) {
            int columns = console.columns();
            new SummaryText(language, palette, bars, columns, zone, top).write(summary, out);
            if (scope != null && summary.detections() == 0) {
                new NothingFoundText(language, columns, zone).write(scope, out);
            }
            Comparison comparison = checks.compare(summary);
            if (comparison != null) {
                new ComparisonText(language, palette, columns).write(comparison, String.valueOf(checks.name()), out);
            }
            new NextStepsText(language, palette, columns, zone).write(summary, out);
        }

        private void html(Summary summary, PrintWriter out) throws IOException {
            Comparison comparison = checks.compare(summary);
            ComparedWith compared =
                    comparison == null ? null : new ComparedWith(String.valueOf(checks.name()), comparison);
            new SummaryHtml(language, zone).write(summary, compared, out);
        }

        private void markdown(Summary summary, PrintWriter out) {
            new SummaryMarkdown(language, zone, top).write(summary, out);
            Comparison comparison = checks.compare(summary);
            if (comparison != null) {
                new ComparisonMarkdown(language).write(comparison, String.valueOf(checks.name()), out);
            }
        }
    }

    @Option(
            names = "--format",
            paramLabel = "text|json|csv|md|html",
            description = "Format of the summary (default: text, or what the name given with -o says).")
    private @Nullable Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the summary to a file; .json, .csv, .md, .html and .txt say the format.")
    private @Nullable Path output;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Show at most N codes per platform in the text (default: ${DEFAULT-VALUE}).",
            defaultValue = "" + DEFAULT_TOP)
    private int top = DEFAULT_TOP;

    /** For the option parser, which fills in what was given. */
    SummaryOptions() {}

    SummaryOptions(@Nullable Path output) {
        this.output = output;
    }

    /** Returns the file to write to, or null for standard output. */
    @Nullable
    Path output() {
        return output;
    }

    /**
     * Checks the options before there is anything to write. A comparison that the format has no place for is said, unless it is needed for
     * a rule.
     *
     * @param scope what is looked for, or null if that cannot be told
     * @throws UsageException if they do not go together
     */
    Writing writing(Language language, ZoneId zone, Checks checks, @Nullable SearchScope scope, Console console) {
        if (top < 1) {
            throw new UsageException("--top 至少为 1，给出的是 " + top, "--top must be at least 1, was " + top);
        }
        Format chosen = chosenFormat();
        if ((chosen == Format.JSON || chosen == Format.CSV) && checks.isBaselineOnlyShown()) {
            String name = chosen.name().toLowerCase(Locale.ROOT);
            console.report(
                    "--baseline: " + name + " 中没有对比的位置，text、md 和 html 中有；--fail-on new 适用于所有格式",
                    "--baseline: " + name
                            + " has no place for the comparison; text, md and html have, and --fail-on new works with every format");
        }
        return new Writing(chosen, output, top, language, zone, checks, scope, console);
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
            case "html" -> Format.HTML;
            default ->
                throw new UsageException(
                        "-o " + output + ": 由文件名看不出格式；请以 .json、.csv、.md、.html 或 .txt 结尾，或给出 --format",
                        "-o " + output
                                + ": the name does not say the format; end it with .json, .csv, .md, .html or .txt, or give --format");
        };
    }
}
