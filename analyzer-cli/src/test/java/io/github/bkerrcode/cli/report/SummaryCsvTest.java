package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary;
import java.io.IOException;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryCsvTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @EnumSource(Language.class)
    void rowPerCode(Language language) throws IOException {
        String name = "summary-" + (language == Language.ZH ? "zh" : "en") + ".csv";
        GoldenFile.assertMatches(name, csv(SampleSummaries.busy(), language));
    }

    @Test
    void beginsWithAByteOrderMarkAndHasWindowsLineBreaks() throws IOException {
        assertThat(csv(SampleSummaries.busy(), Language.ZH))
                .startsWith("\uFEFFplatform,code,listed")
                .endsWith("\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "\t=1"})
    void textThatWouldBeAFormulaIsNone(String text) throws IOException {
        assertThat(sampleText(text)).isEqualTo("'" + DisplayText.harmless(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "say \"hi\"", "two\nlines", "中文，逗号", "plain", " blank "})
    void anyOtherTextComesBackAsItWas(String text) throws IOException {
        assertThat(sampleText(text)).isEqualTo(DisplayText.harmless(text));
    }

    private static String sampleText(String text) throws IOException {
        List<CsvRecord> rows =
                CsvReader.builder()
                        .ofCsvRecord(csv(SampleSummaries.withSample(text), Language.EN)
                                .substring(1))
                        .stream()
                        .toList();
        return rows.get(1).getField(11);
    }

    private static String csv(Summary summary, Language language) throws IOException {
        StringWriter text = new StringWriter();
        new SummaryCsv(language, SHANGHAI).write(summary, text);
        return text.toString();
    }
}
