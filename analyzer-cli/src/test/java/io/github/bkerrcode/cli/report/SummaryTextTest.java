package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SummaryTextTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({"ZH, 80", "ZH, 200", "EN, 80", "EN, 200"})
    void tablePerPlatform(Language language, int columns) throws IOException {
        String name = "summary-" + (language == Language.ZH ? "zh" : "en") + "-" + columns + ".txt";
        GoldenFile.assertMatches(name, text(SampleSummaries.busy(), language, Palette.NONE, columns, 20));
    }

    @Test
    void coloursMarkHeadingsCodesAndAdvice() throws IOException {
        GoldenFile.assertMatches(
                "summary-zh-80-colours.txt", text(SampleSummaries.busy(), Language.ZH, Palette.ANSI, 80, 20));
    }

    @Test
    void coloursChangeNothingButTheColours() throws IOException {
        String coloured = text(SampleSummaries.busy(), Language.ZH, Palette.ANSI, 80, 20);
        assertThat(coloured.replaceAll("\u001b\\[[0-9]*m", ""))
                .isEqualTo(text(SampleSummaries.busy(), Language.ZH, Palette.NONE, 80, 20));
    }

    @ParameterizedTest
    @CsvSource({"ZH, 80", "ZH, 200", "EN, 80", "EN, 200"})
    void everyLineKeepsWithinTheWidth(Language language, int columns) throws IOException {
        assertThat(text(SampleSummaries.busy(), language, Palette.NONE, columns, 20)
                        .lines())
                .allSatisfy(line -> assertThat(DisplayText.width(line)).isLessThanOrEqualTo(columns));
    }

    @Test
    void onlyTheMostFrequentCodesAreShownAndTheRestCounted() throws IOException {
        String shown = text(SampleSummaries.busy(), Language.EN, Palette.NONE, 80, 1);
        assertThat(shown).contains("1301002").doesNotContain("1301005");
        assertThat(shown).contains("… 1 more code not shown, see --top");
    }

    @Test
    void nothingFoundIsSaidInWords() throws IOException {
        assertThat(text(SampleSummaries.empty(), Language.EN, Palette.NONE, 80, 20))
                .isEqualTo("1 file · 12 lines · 0 lines with codes · 0 detections\n\nno error codes found\n");
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void hostileTextsSteerNoTerminal(Palette palette) throws IOException {
        String hostile =
                "a\u001b[2J\u001b]0;title\u0007\u001b]8;;http://x\u001b\\\\b\u009b31m\u202Ec\u2066\u200F\u061C\r\n\u0008\u2028d";
        Summary summary = SampleSummaries.hostile(hostile);
        StringWriter nextSteps = new StringWriter();
        new NextStepsText(Language.ZH, palette, 80, SHANGHAI).write(summary, new PrintWriter(nextSteps));
        String shown = text(summary, Language.ZH, palette, 80, 20) + nextSteps;

        assertThat(shown.replaceAll("\u001b\\[[0-9]{1,2}m", ""))
                .contains("a·[2J·]0;title··]8;;http://x·")
                .doesNotContainPattern("[\\p{Cntrl}\u0080-\u009f&&[^\\n]]")
                .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u2028\u2029]");
    }

    @Test
    void barsAreThoseAskedFor() throws IOException {
        StringWriter text = new StringWriter();
        new SummaryText(Language.EN, Palette.NONE, Bars.ASCII, 80, SHANGHAI, 20)
                .write(SampleSummaries.busy(), new PrintWriter(text));
        assertThat(text.toString()).contains("  @@@@:..").doesNotContainPattern("[\u2580-\u259F]");
    }

    @Test
    void timesAreShownInTheZoneAskedFor() throws IOException {
        assertThat(text(SampleSummaries.busy(), Language.EN, Palette.NONE, 200, 20))
                .contains("2025-10-24 15:00:00");
    }

    private static String text(Summary summary, Language language, Palette palette, int columns, int top) {
        StringWriter text = new StringWriter();
        new SummaryText(language, palette, Bars.BLOCKS, columns, SHANGHAI, top).write(summary, new PrintWriter(text));
        return text.toString();
    }
}
