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

class NextStepsTextTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({"ZH, 80", "ZH, 200", "EN, 80", "EN, 200"})
    void mostUrgentCodesWithWhatToDo(Language language, int columns) throws IOException {
        String name = "next-steps-" + (language == Language.ZH ? "zh" : "en") + "-" + columns + ".txt";
        GoldenFile.assertMatches(name, text(SampleSummaries.busy(), language, Palette.NONE, columns));
    }

    @Test
    void codeThatHasCeasedHasAColourOfItsOwn() throws IOException {
        GoldenFile.assertMatches(
                "next-steps-zh-80-colours.txt", text(SampleSummaries.busy(), Language.ZH, Palette.ANSI, 80));
    }

    @ParameterizedTest
    @CsvSource({"ZH, 60", "EN, 60", "ZH, 80", "EN, 80"})
    void fitsOnASmallTerminal(Language language, int columns) throws IOException {
        assertThat(text(SampleSummaries.busy(), language, Palette.NONE, columns).lines())
                .hasSizeLessThan(24)
                .allSatisfy(line -> assertThat(DisplayText.width(line)).isLessThanOrEqualTo(columns));
    }

    @Test
    void ofEachStepTheFirstTwoLinesAreSaidAndFourOfAll() throws IOException {
        assertThat(text(SampleSummaries.withLongRunbook(), Language.EN, Palette.NONE, 60))
                .endsWith("""
                     m
                     → 1. first …
                       2. second and then and then and then and then and
                       then and then and then and then and then and then …
                       3. third and then and then and then and then and …
                  more: analyzer explain 1301002
                """);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingIsSaidWhereNothingWasFound(Language language) throws IOException {
        assertThat(text(SampleSummaries.empty(), language, Palette.NONE, 80)).isEmpty();
    }

    private static String text(Summary summary, Language language, Palette palette, int columns) {
        StringWriter text = new StringWriter();
        new NextStepsText(language, palette, columns, SHANGHAI).write(summary, new PrintWriter(text));
        return text.toString();
    }
}
