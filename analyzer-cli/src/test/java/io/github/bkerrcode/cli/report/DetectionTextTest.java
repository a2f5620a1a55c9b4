package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.summary.LineOrigin;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DetectionTextTest {

    private static final String DATABASE_LINE =
            "2025-10-24 15:02:11 ERROR [paas] 请求处理失败 errorCode=1301002, 数据库连接超时，请稍后重试 trace=0af7651916cd43dd8448eb211c80319c";

    @Test
    void placeMeaningAndLineInChinese() throws IOException {
        GoldenFile.assertMatches("detections-zh-80.txt", detections(Language.ZH, Palette.NONE, 80));
    }

    @Test
    void placeMeaningAndLineInEnglish() throws IOException {
        GoldenFile.assertMatches("detections-en-200.txt", detections(Language.EN, Palette.NONE, 200));
    }

    @Test
    void coloursMarkTheCode() throws IOException {
        GoldenFile.assertMatches("detections-zh-80-colours.txt", detections(Language.ZH, Palette.ANSI, 80));
    }

    @Test
    void loggedLineKeepsWithinTheWidth() throws IOException {
        String shown = detection("1301002", DATABASE_LINE, "paas.log", 80);
        assertThat(shown.lines().skip(1))
                .hasSize(1)
                .allSatisfy(line -> assertThat(DisplayText.width(line)).isLessThanOrEqualTo(80));
    }

    @Test
    void escapeSequencesOfTheLogAreShownHarmlessly() throws IOException {
        String shown = detection("1301002", "\u001b[2Jbefore\r code=1301002\u001b]0;owned\u0007 after", "a.log", 80);
        assertThat(shown.lines().skip(1)).containsExactly("    ·[2Jbefore  code=1301002·]0;owned· after");
    }

    @Test
    void escapeSequencesOfTheFileNameAreShownHarmlessly() throws IOException {
        assertThat(detection("1301002", "code=1301002", "\u001b[31m\n.log", 80)).startsWith("·[31m .log:7:6  1301002");
    }

    @Test
    void beginningOfTheExcerptDoesNotCutACharacterOfTwoChars() throws IOException {
        String text = "\uD83D\uDE00" + "x".repeat(24) + "code=1301002";
        String shown = detection("1301002", text, "a.log", 80);
        long halves = shown.codePoints()
                .filter(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                .count();
        assertThat(halves).as("halves of characters").isZero();
    }

    private static String detections(Language language, Palette palette, int columns) throws IOException {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            DetectionReport report = new DetectionText(language, palette, columns, out);
            write(report, "1301002", DATABASE_LINE, "paas.log");
            write(report, "1250099", "code=1250099", "job/execute.log");
            write(report, "APIGW_UPSTREAM_CONNECTION_TIMED_OUT", "code: APIGW_UPSTREAM_CONNECTION_TIMED_OUT", "gw.log");
        }
        return text.toString();
    }

    private static String detection(String token, String line, String file, int columns) throws IOException {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            write(new DetectionText(Language.ZH, Palette.NONE, columns, out), token, line, file);
        }
        return text.toString();
    }

    private static void write(DetectionReport report, String token, String line, String file) throws IOException {
        Enrichment enrichment = new Enrichment(SampleCatalog.detection(token, line), SampleCatalog.known(token));
        report.write(
                new LineOrigin(file, 7, null),
                line,
                enrichment,
                enrichment.detection().start() + 1);
    }
}
