package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.Dependency;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import io.github.bkerrcode.summary.Summary.Problem;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The summary for tickets and wikis, with GitHub's tables. Whatever comes from logs and catalogs is shown as it is and never taken for
 * markup.
 *
 * @param language of all words
 * @param zone in which times are shown
 * @param top at most so many codes per platform
 */
public record SummaryMarkdown(Language language, ZoneId zone, int top) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Writes the report. */
    public void write(Summary summary, PrintWriter out) {
        out.print(totals(summary) + "\n");
        if (summary.platforms().isEmpty()) {
            out.print("\n" + label(Label.NO_CODES) + "\n");
        }
        summary.platforms().forEach(platform -> platform(platform, out));
        if (!summary.dependencies().isEmpty()) {
            out.print("\n## " + label(Label.BLAMES) + "\n\n");
            for (Dependency dependency : summary.dependencies()) {
                out.print("- " + MarkdownText.of(Blame.of(dependency).in(language)) + ": "
                        + DisplayText.number(dependency.detections())
                        + (dependency.derived() ? " (" + label(Label.DERIVED) + ")" : "")
                        + "\n");
            }
        }
        if (!summary.problems().isEmpty()) {
            out.print("\n## " + label(Label.PROBLEMS) + "\n\n");
            for (Problem problem : summary.problems()) {
                String place = problem.line() == 0 ? problem.file() : problem.file() + ":" + problem.line();
                out.print("- " + MarkdownText.of(place) + ": "
                        + MarkdownText.of(
                                KnownReason.localized(problem.message()).in(language)) + "\n");
            }
        }
    }

    private String totals(Summary summary) {
        String totals = String.join(
                " · ",
                counted(summary.files(), Label.FILES),
                counted(summary.lines(), Label.LINES),
                counted(summary.linesWithCodes(), Label.LINES_WITH_CODES),
                counted(summary.detections(), Label.DETECTIONS));
        return summary.firstSeen() == null
                ? totals
                : totals + " · " + time(summary.firstSeen()) + " – " + time(summary.lastSeen());
    }

    private void platform(PlatformSummary summary, PrintWriter out) {
        String id = summary.platform().id();
        String name = summary.platform().name().in(language);
        out.print("\n## " + MarkdownText.of(name.equals(id) ? id : name + " (" + id + ")") + " · "
                + counted(summary.detections(), Label.TIMES) + "\n\n");
        row(
                out,
                label(Label.COUNT),
                label(Label.CODE),
                label(Label.FIRST_SEEN),
                label(Label.LAST_SEEN),
                label(Label.MEANING),
                label(Label.REMEDIATION));
        out.print("|---:|---|---|---|---|---|\n");
        List<CodeSummary> shown =
                summary.codes().subList(0, Math.min(top, summary.codes().size()));
        for (CodeSummary code : shown) {
            String meaning = code.resolution().meaning(language);
            row(
                    out,
                    DisplayText.number(code.detections()),
                    MarkdownText.of(code.code().token()),
                    time(code.firstSeen()),
                    time(code.lastSeen()),
                    meaning == null ? label(Label.UNLISTED) : MarkdownText.of(meaning),
                    MarkdownText.of(code.resolution().remediation(language)));
        }
        int hidden = summary.codes().size() - shown.size();
        if (hidden > 0) {
            out.print("\n… " + counted(hidden, Label.MORE_CODES) + "\n");
        }
    }

    private static void row(PrintWriter out, String... cells) {
        out.print("| " + String.join(" | ", cells) + " |\n");
    }

    private String time(@Nullable Instant time) {
        return time == null ? "-" : TIME.format(time.atZone(zone));
    }

    private String counted(long count, Label label) {
        return DisplayText.number(count) + " " + label.of(count, language);
    }

    private String label(Label label) {
        return label.in(language);
    }
}
