package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.Dependency;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The summary for people: per platform its detections over time and a table of its codes, most frequent first, each with its meaning and
 * what to do. Codes that have ceased, as {@link Urgency} has it, have a colour of their own.
 *
 * @param language of all words
 * @param palette colours, or none
 * @param bars what detections over time are drawn with
 * @param columns width to keep within, at least {@link #MIN_COLUMNS} are used
 * @param zone in which times are shown
 * @param top at most so many codes per platform
 */
public record SummaryText(Language language, Palette palette, Bars bars, int columns, ZoneId zone, int top) {

    /** The narrowest layout, in terminal columns. */
    public static final int MIN_COLUMNS = 60;

    private static final int CODE_COLUMNS = 9;
    private static final int TIME_COLUMNS = 14;
    private static final int MAX_CODE_COLUMNS = 28;
    private static final int WIDE_LAYOUT = 100;
    private static final String GAP = "  ";
    private static final String BETWEEN_SYSTEMS = "   ";

    private static final DateTimeFormatter SHORT_TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");
    private static final DateTimeFormatter FULL_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Writes the report. */
    public void write(Summary summary, PrintWriter out) {
        totals(summary).lines().forEach(line -> out.println(palette.heading(line)));
        if (summary.platforms().isEmpty()) {
            out.println();
            out.println(label(Label.NO_CODES));
        }
        TimelineText timeline = TimelineText.of(summary, language, palette, bars, width(), zone);
        Urgency urgency = Urgency.in(summary);
        for (PlatformSummary platform : summary.platforms()) {
            out.println();
            platform(platform, timeline, urgency, out);
        }
        if (!summary.dependencies().isEmpty()) {
            out.println();
            out.println(palette.heading(label(Label.BLAMES)));
            List<String> blamed =
                    summary.dependencies().stream().map(this::blamed).toList();
            DisplayText.flow(blamed, BETWEEN_SYSTEMS, width() - GAP.length()).forEach(line -> out.println(GAP + line));
            if (summary.dependencies().stream().anyMatch(Dependency::derived)) {
                out.println(GAP + palette.faint(Blame.DERIVED_MARK + " " + label(Label.DERIVED)));
            }
        }
    }

    private String blamed(Dependency dependency) {
        Blame blame = Blame.of(dependency);
        return DisplayText.harmless(blame.in(language)) + " " + DisplayText.number(dependency.detections())
                + blame.mark();
    }

    /** Totals and time span, on one line if there is room. */
    private String totals(Summary summary) {
        String totals = String.join(
                " · ",
                counted(summary.files(), Label.FILES),
                counted(summary.lines(), Label.LINES),
                counted(summary.linesWithCodes(), Label.LINES_WITH_CODES),
                counted(summary.detections(), Label.DETECTIONS));
        Instant first = summary.firstSeen();
        Instant last = summary.lastSeen();
        if (first == null || last == null) {
            return totals;
        }
        String span = time(first, FULL_TIME) + " – " + time(last, FULL_TIME);
        String line = totals + " · " + span;
        return DisplayText.width(line) <= width() ? line : totals + "\n" + span;
    }

    private void platform(PlatformSummary summary, TimelineText timeline, Urgency urgency, PrintWriter out) {
        String id = DisplayText.harmless(summary.platform().id());
        String name = DisplayText.harmless(summary.platform().name().in(language));
        String title =
                (name.equals(id) ? id : name + " (" + id + ")") + GAP + counted(summary.detections(), Label.TIMES);
        out.println(palette.heading(title));
        String bars = timeline.line(summary.platform().id());
        if (bars != null) {
            out.println(bars);
        }
        List<CodeSummary> shown =
                summary.codes().subList(0, Math.min(top, summary.codes().size()));
        Layout layout = layout(shown);
        out.println(palette.faint(layout.row(
                label(Label.COUNT),
                DisplayText.padRight(label(Label.CODE), layout.codeColumns),
                label(Label.FIRST_SEEN),
                label(Label.LAST_SEEN),
                label(Label.MEANING))));
        shown.forEach(code -> code(code, layout, urgency.hasCeased(code), out));
        int hidden = summary.codes().size() - shown.size();
        if (hidden > 0) {
            out.println(
                    palette.faint(" ".repeat(layout.countColumns) + GAP + "… " + counted(hidden, Label.MORE_CODES)));
        }
    }

    private void code(CodeSummary code, Layout layout, boolean ceased, PrintWriter out) {
        List<String> lines =
                DisplayText.wrap(DisplayText.harmless(CodeMeaning.of(code, language)), layout.meaningColumns());
        String token = code.code().token();
        String padded = DisplayText.padRight(token, layout.codeColumns);
        // A code is there to be copied: one that is too long for its column has the line for itself.
        int beside = token.length() > layout.codeColumns ? 0 : 1;
        out.println(layout.row(
                        DisplayText.number(code.detections()),
                        ceased ? palette.ceased(padded) : palette.code(padded),
                        time(code.firstSeen(), SHORT_TIME),
                        time(code.lastSeen(), SHORT_TIME),
                        beside == 1 ? lines.get(0) : "")
                .stripTrailing());
        lines.stream().skip(beside).forEach(line -> out.println(layout.indent() + line));
        advice(code, layout, out);
    }

    private void advice(CodeSummary code, Layout layout, PrintWriter out) {
        String remediation = code.resolution().remediation(language);
        if (remediation == null) {
            return;
        }
        boolean runbook = remediation.startsWith("1. ") && remediation.indexOf('\n') > 0;
        String text = runbook
                ? DisplayText.truncate(DisplayText.harmless(remediation), layout.meaningColumns() - 2)
                : DisplayText.harmless(remediation);
        List<String> lines = DisplayText.wrap(text, layout.meaningColumns() - 2);
        for (int i = 0; i < lines.size(); i++) {
            out.println(layout.indent() + palette.advice((i == 0 ? "→ " : "  ") + lines.get(i)));
        }
        if (runbook) {
            out.println(layout.indent() + palette.faint("  " + label(Label.FULL_RUNBOOK) + code.code()));
        }
    }

    /** Column widths of one platform's table; times are left out where the terminal is narrow. */
    private record Layout(int countColumns, int codeColumns, int timeColumns, int totalColumns) {

        String row(String count, String paddedCode, String first, String last, String meaning) {
            String times = timeColumns == 0
                    ? ""
                    : DisplayText.padRight(first, timeColumns) + GAP + DisplayText.padRight(last, timeColumns) + GAP;
            return DisplayText.padLeft(count, countColumns) + GAP + paddedCode + GAP + times + meaning;
        }

        String indent() {
            return " ".repeat(totalColumns - meaningColumns());
        }

        int meaningColumns() {
            int times = timeColumns == 0 ? 0 : 2 * (timeColumns + GAP.length());
            return totalColumns - countColumns - codeColumns - times - 2 * GAP.length();
        }
    }

    private Layout layout(List<CodeSummary> codes) {
        int count = Math.max(
                DisplayText.width(label(Label.COUNT)) + 2,
                codes.stream()
                        .mapToInt(code -> DisplayText.number(code.detections()).length() + 2)
                        .max()
                        .orElse(0));
        int code = codes.stream()
                .mapToInt(c -> Math.min(MAX_CODE_COLUMNS, c.code().token().length()))
                .max()
                .orElse(0);
        int wide = width() < WIDE_LAYOUT ? 0 : TIME_COLUMNS;
        int longest = width() < WIDE_LAYOUT ? code : maxTokenLength(codes);
        return new Layout(count, Math.max(CODE_COLUMNS, longest), wide, width());
    }

    private static int maxTokenLength(List<CodeSummary> codes) {
        return codes.stream().mapToInt(c -> c.code().token().length()).max().orElse(0);
    }

    private int width() {
        return Math.max(MIN_COLUMNS, columns);
    }

    private String time(@Nullable Instant time, DateTimeFormatter format) {
        return time == null ? "-" : format.format(time.atZone(zone));
    }

    private String counted(long count, Label things) {
        return DisplayText.number(count) + " " + things.of(count, language);
    }

    private String label(Label label) {
        return label.in(language);
    }
}
