package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.catalog.Remediation;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to do next: the most urgent codes of a summary with what is known of each, and the command that says the rest. It is written last,
 * since the end of an output is what stays on the screen, and is no longer than a terminal of 24 lines.
 *
 * @param language of all words
 * @param palette colours, or none
 * @param columns width to keep within, at least {@link SummaryText#MIN_COLUMNS} are used
 * @param zone in which times are shown
 */
public record NextStepsText(Language language, Palette palette, int columns, ZoneId zone) {

    /** However much room there is. */
    static final int MOST_CODES = 5;

    private static final int MOST_LINES = 19;
    private static final int MOST_ADVICE_LINES = 4;
    private static final int MOST_STEP_LINES = 2;
    private static final String ELLIPSIS = " …";
    private static final String GAP = "  ";
    private static final String INDENT = "     ";
    private static final String ARROW = "→ ";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    /** Writes the report; nothing for a summary without codes. */
    public void write(Summary summary, PrintWriter out) {
        if (summary.platforms().isEmpty()) {
            return;
        }
        Urgency urgency = Urgency.in(summary);
        out.println();
        out.println(palette.heading(Label.NEXT_STEPS.in(language)));
        List<String> shown = new ArrayList<>();
        int lines = 0;
        for (CodeSummary code : urgency.rank(summary)) {
            List<String> block = block(shown.size() + 1, code, urgency);
            lines += block.size();
            if (shown.size() == MOST_CODES || lines > MOST_LINES) {
                break;
            }
            block.forEach(out::println);
            shown.add(code.code().token());
        }
        command(shown, out);
    }

    private List<String> block(int rank, CodeSummary code, Urgency urgency) {
        List<String> lines = new ArrayList<>();
        head(rank, code, urgency, lines);
        String meaning = blame(code) + CodeMeaning.of(code, language);
        lines.add(INDENT + DisplayText.truncate(DisplayText.harmless(meaning), room()));
        String lead = ARROW;
        for (String line : advice(code)) {
            lines.add(INDENT + palette.advice(lead + line));
            lead = " ".repeat(ARROW.length());
        }
        return lines;
    }

    /**
     * Code, platform, count and time: on one line, with the platform's id where its name has no room, or on two lines where that has none
     * either.
     */
    private void head(int rank, CodeSummary code, Urgency urgency, List<String> lines) {
        String token = code.code().token();
        String lead = GAP + rank + ". " + (urgency.hasCeased(code) ? palette.ceased(token) : palette.code(token)) + GAP;
        String name = DisplayText.harmless(code.resolution().platform().name().in(language));
        String id = DisplayText.harmless(code.resolution().platform().id());
        String seen = DisplayText.number(code.detections()) + " " + Label.TIMES.of(code.detections(), language)
                + time(code, urgency);
        int room = room() - DisplayText.width(token + GAP);
        for (String platform : List.of(name, id)) {
            if (DisplayText.width(platform + GAP + seen) <= room) {
                lines.add(lead + platform + GAP + seen);
                return;
            }
        }
        lines.add(lead + DisplayText.truncate(id, Math.max(1, room)));
        lines.add(INDENT + DisplayText.truncate(seen, room()));
    }

    private String time(CodeSummary code, Urgency urgency) {
        Instant first = code.firstSeen();
        Instant last = code.lastSeen();
        if (first == null || last == null) {
            return "";
        }
        String since = TIME.format(first.atZone(zone));
        if (urgency.stillOccurs(code)) {
            return GAP + (language == Language.ZH ? since + " 起，仍在出现" : "since " + since + ", still occurs");
        }
        ZonedDateTime start = first.atZone(zone);
        ZonedDateTime end = last.atZone(zone);
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
        String until = TIME.format(end);
        return GAP + (since.equals(until) ? since : since + " – " + (sameDay ? HOUR : TIME).format(end));
    }

    private String blame(CodeSummary code) {
        return Blame.of(code.resolution()).stream()
                .map(blame -> blame.in(language) + blame.mark() + " · ")
                .collect(Collectors.joining());
    }

    private List<String> advice(CodeSummary code) {
        List<String> paragraphs = paragraphs(code.resolution());
        if (paragraphs.isEmpty()) {
            Summary.Sample sample = code.sample();
            paragraphs = List.of(Label.SEE_LINE.in(language) + " " + sample.file() + ":" + sample.line());
        }
        int width = room() - ARROW.length();
        List<String> lines = paragraphs.stream()
                .flatMap(paragraph -> shortened(DisplayText.wrap(DisplayText.harmless(paragraph), width), width))
                .toList();
        return lines.size() <= MOST_ADVICE_LINES
                ? lines
                : Stream.concat(
                                lines.stream().limit(MOST_ADVICE_LINES - 1),
                                Stream.of(cut(lines.get(MOST_ADVICE_LINES - 1), width)))
                        .toList();
    }

    private static Stream<String> shortened(List<String> lines, int width) {
        return lines.size() <= MOST_STEP_LINES ? lines.stream() : Stream.of(lines.get(0), cut(lines.get(1), width));
    }

    /** The line as one that goes on. */
    private static String cut(String line, int width) {
        return line.endsWith(ELLIPSIS)
                ? line
                : DisplayText.wrap(line, width - ELLIPSIS.length()).get(0) + ELLIPSIS;
    }

    /** Each step without what it explains in further paragraphs. */
    private List<String> paragraphs(Resolution.Known known) {
        List<String> paragraphs = new ArrayList<>();
        if (known instanceof Resolution.Listed listed) {
            for (CatalogEntry entry : listed.entries()) {
                paragraphs(entry.remediation(), paragraphs);
            }
        }
        return paragraphs;
    }

    private void paragraphs(@Nullable Remediation remediation, List<String> paragraphs) {
        List<LocalizedText> steps = remediation == null ? List.of() : remediation.steps();
        for (int i = 0; i < steps.size(); i++) {
            String step = steps.get(i).in(language).strip();
            int end = step.indexOf('\n');
            String first = end < 0 ? step : step.substring(0, end) + ELLIPSIS;
            String paragraph = steps.size() == 1 ? first : (i + 1) + ". " + first;
            if (!paragraphs.contains(paragraph)) {
                paragraphs.add(paragraph);
            }
        }
    }

    private void command(List<String> codes, PrintWriter out) {
        String command = Label.MORE_WITH.in(language) + "analyzer explain " + String.join(" ", codes);
        DisplayText.wrap(command, width() - GAP.length()).forEach(line -> out.println(GAP + palette.faint(line)));
    }

    private int room() {
        return width() - INDENT.length();
    }

    private int width() {
        return Math.max(SummaryText.MIN_COLUMNS, columns);
    }
}
