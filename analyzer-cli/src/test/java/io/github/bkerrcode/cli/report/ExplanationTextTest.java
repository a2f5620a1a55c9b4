package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

    private static final String ALL_KINDS =
            "1301002 1301005 1250001 1250099 APIGW_UPSTREAM_CONNECTION_TIMED_OUT APIGW_SOMETHING_NEW APIGW_LACK_PARAM FAILED_PRECONDITION";

    @Test
    void everyKindOfCodeInChinese() throws IOException {
        GoldenFile.assertMatches("explain-zh-80.txt", explain(Language.ZH, Palette.NONE, 80));
    }

    @Test
    void everyKindOfCodeInEnglish() throws IOException {
        GoldenFile.assertMatches("explain-en-80.txt", explain(Language.EN, Palette.NONE, 80));
    }

    @Test
    void coloursMarkCodesAndLabels() throws IOException {
        GoldenFile.assertMatches("explain-zh-80-colours.txt", explain(Language.ZH, Palette.ANSI, 80));
    }

    @Test
    void everyLineKeepsWithinTheWidth() throws IOException {
        assertThat((explain(Language.ZH, Palette.NONE, 60) + explain(Language.EN, Palette.NONE, 60)).lines())
                .allSatisfy(line -> assertThat(DisplayText.width(line)).isLessThanOrEqualTo(60));
    }

    private static String explain(Language language, Palette palette, int columns) throws IOException {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        for (String token : ALL_KINDS.split(" ", -1)) {
            new ExplanationText(Catalog.builtIn(), language, palette, columns).write(SampleCatalog.known(token), out);
            out.println();
        }
        return text.toString();
    }
}
