package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTableTest {

    @Test
    void rowsInChinese() throws IOException {
        GoldenFile.assertMatches("entries-zh-80.txt", table(Language.ZH, Palette.NONE, 80));
    }

    @Test
    void rowsInEnglish() throws IOException {
        GoldenFile.assertMatches("entries-en-200.txt", table(Language.EN, Palette.NONE, 200));
    }

    @Test
    void coloursMarkCodesAndPlatforms() throws IOException {
        GoldenFile.assertMatches("entries-zh-80-colours.txt", table(Language.ZH, Palette.ANSI, 80));
    }

    @Test
    void everyRowTakesOneLineWithinTheWidth() throws IOException {
        assertThat(table(Language.ZH, Palette.NONE, 80).lines())
                .hasSize(6)
                .allSatisfy(line -> assertThat(DisplayText.width(line)).isLessThanOrEqualTo(80));
    }

    @Test
    void noRowsGiveNoLines() {
        StringWriter text = new StringWriter();
        new EntryTable(Language.ZH, Palette.NONE, 80).write(List.of(), new PrintWriter(text));
        assertThat(text.toString()).isEmpty();
    }

    private static String table(Language language, Palette palette, int columns) throws IOException {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        new EntryTable(language, palette, columns).write(SampleCatalog.read().entries(), out);
        return text.toString();
    }
}
