package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTextTest {

    @ParameterizedTest
    @CsvSource({"ZH, 80", "EN, 200"})
    void lineForEachCodeThatIsDifferent(Language language, int columns) throws IOException {
        String name = "comparison-" + (language == Language.ZH ? "zh" : "en") + "-" + columns + ".txt";
        String both = text(SampleSummaries.busy(), SampleSummaries.withSample("errorCode=1301002"), language, columns)
                + text(SampleSummaries.empty(), SampleSummaries.busy(), language, columns);

        GoldenFile.assertMatches(name, both);
    }

    @Test
    void sameSummaryHasNoChange() throws IOException {
        assertThat(text(SampleSummaries.busy(), SampleSummaries.busy(), Language.EN, 80))
                .isEqualTo("\ncompared with old.json\n  nothing that is worth a word\n");
    }

    @Test
    void everyLineKeepsWithinTheWidth() throws IOException {
        assertThat(text(SampleSummaries.empty(), SampleSummaries.busy(), Language.ZH, 100)
                        .lines())
                .allSatisfy(line -> assertThat(DisplayText.width(line)).isLessThanOrEqualTo(100));
    }

    private static String text(Summary before, Summary now, Language language, int columns) {
        StringWriter text = new StringWriter();
        new ComparisonText(language, Palette.NONE, columns)
                .write(Comparison.of(before, now), "old.json", new PrintWriter(text));
        return text.toString();
    }
}
