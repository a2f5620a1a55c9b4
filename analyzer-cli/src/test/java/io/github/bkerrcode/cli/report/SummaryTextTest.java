package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.summary.LineOrigin;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTextTest {

    private static final Instant START = Instant.parse("2025-10-24T07:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({"ZH, 80", "ZH, 200", "EN, 80", "EN, 200"})
    void tablePerPlatform(Language language, int columns) throws IOException {
        String name = "summary-" + (language == Language.ZH ? "zh" : "en") + "-" + columns + ".txt";
        GoldenFile.assertMatches(name, text(busySummary(), language, Palette.NONE, columns, 20));
    }

    @Test
    void coloursMarkHeadingsCodesAndAdvice() throws IOException {
        GoldenFile.assertMatches("summary-zh-80-colours.txt", text(busySummary(), Language.ZH, Palette.ANSI, 80, 20));
    }

    @Test
    void coloursChangeNothingButTheColours() throws IOException {
        String coloured = text(busySummary(), Language.ZH, Palette.ANSI, 80, 20);
        assertThat(coloured.replaceAll("\u001b\\[[0-9]*m", ""))
                .isEqualTo(text(busySummary(), Language.ZH, Palette.NONE, 80, 20));
    }

    @ParameterizedTest
    @CsvSource({"ZH, 80", "ZH, 200", "EN, 80", "EN, 200"})
    void everyLineKeepsWithinTheWidth(Language language, int columns) throws IOException {
        assertThat(text(busySummary(), language, Palette.NONE, columns, 20).lines())
                .allSatisfy(line -> assertThat(DisplayText.width(line)).isLessThanOrEqualTo(columns));
    }

    @Test
    void onlyTheMostFrequentCodesAreShownAndTheRestCounted() throws IOException {
        String shown = text(busySummary(), Language.EN, Palette.NONE, 80, 1);
        assertThat(shown).contains("1301002").doesNotContain("1301005");
        assertThat(shown).contains("… 1 more code not shown, see --top");
    }

    @Test
    void nothingFoundIsSaidInWords() throws IOException {
        Tally tally = new Tally(SampleCatalog.read());
        tally.addRead("a.log", 12, 345);
        assertThat(text(tally.snapshot(), Language.EN, Palette.NONE, 80, 20))
                .isEqualTo("1 file · 12 lines · 0 lines with codes · 0 detections\n\nno error codes found\n");
    }

    @Test
    void timesAreShownInTheZoneAskedFor() throws IOException {
        assertThat(text(busySummary(), Language.EN, Palette.NONE, 200, 20)).contains("2025-10-24 15:00:00");
    }

    private static String text(Summary summary, Language language, Palette palette, int columns, int top) {
        StringWriter text = new StringWriter();
        new SummaryText(language, palette, columns, SHANGHAI, top).write(summary, new PrintWriter(text));
        return text.toString();
    }

    private static Summary busySummary() throws IOException {
        Catalog catalog = SampleCatalog.read();
        Tally tally = new Tally(catalog);
        tally.addRead("logs/paas.log", 120_000, 9_000_000);
        tally.addRead("logs/job.log", 3_456, 500_000);
        record(tally, "1301002", 1_234, 0);
        record(tally, "1301005", 2, 90);
        record(tally, "1250001", 40, 600);
        record(tally, "1250099", 3, 3_600);
        record(tally, "APIGW_UPSTREAM_CONNECTION_TIMED_OUT", 7, 7_200);
        record(tally, "APIGW_SOMETHING_NEW", 1, 7_300);
        tally.record(
                new LineOrigin("logs/job.log", 2, null),
                "code=FAILED_PRECONDITION",
                List.of(SampleCatalog.detection("FAILED_PRECONDITION", "code=FAILED_PRECONDITION")));
        return tally.snapshot();
    }

    /** So many lines with the code, one every second. */
    private static void record(Tally tally, String token, int lines, int secondsFromStart) throws IOException {
        String text = "errorCode=" + token;
        List<Detection> found = List.of(SampleCatalog.detection(token, text));
        for (int i = 0; i < lines; i++) {
            LineOrigin origin = new LineOrigin("logs/paas.log", i + 1L, START.plusSeconds(secondsFromStart + i));
            tally.record(origin, text, found);
        }
    }
}
