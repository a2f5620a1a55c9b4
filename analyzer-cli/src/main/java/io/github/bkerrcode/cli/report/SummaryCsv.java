package io.github.bkerrcode.cli.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The codes of a summary as a table for spreadsheets: RFC 4180 behind a byte order mark, which makes Excel read UTF-8. Text that a
 * spreadsheet would take for a formula has an apostrophe in front. The names of the columns are a contract and the same in every language.
 *
 * @param language of meanings and advice
 * @param zone in which times are shown
 */
public record SummaryCsv(Language language, ZoneId zone) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULA_STARTS = "=+-@";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /**
     * Writes the table; the writer stays open.
     *
     * @throws IOException if the writer fails
     */
    public void write(Summary summary, Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        try {
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
            csv.writeRecord(
                    "platform",
                    "code",
                    "listed",
                    "detections",
                    "lines",
                    "firstSeen",
                    "lastSeen",
                    "meaning",
                    "remediation",
                    "sampleFile",
                    "sampleLine",
                    "sampleText");
            for (PlatformSummary platform : summary.platforms()) {
                for (CodeSummary code : platform.codes()) {
                    row(platform, code, csv);
                }
            }
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void row(PlatformSummary platform, CodeSummary code, CsvWriter csv) {
        csv.writeRecord(
                text(platform.platform().id()),
                code.code().token(),
                String.valueOf(code.listed()),
                String.valueOf(code.detections()),
                String.valueOf(code.lines()),
                time(code.firstSeen()),
                time(code.lastSeen()),
                text(code.resolution().meaning(language)),
                text(code.resolution().remediation(language)),
                text(code.sample().file()),
                String.valueOf(code.sample().line()),
                text(code.sample().text()));
    }

    private String time(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time.atZone(zone));
    }

    private static String text(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String harmless = DisplayText.harmless(text);
        String shown = harmless.strip();
        boolean formula = !shown.isEmpty() && FORMULA_STARTS.indexOf(shown.charAt(0)) >= 0;
        return formula ? "'" + harmless : harmless;
    }
}
