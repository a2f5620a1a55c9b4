package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.summary.LineOrigin;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DetectionJsonLinesTest {

    private static final Instant TIME = Instant.parse("2025-10-24T07:02:11.123Z");

    @Test
    void oneObjectPerDetection() throws IOException {
        StringWriter text = new StringWriter();
        DetectionReport report = new DetectionJsonLines(Language.ZH, text);
        write(report, "1301002", "ERROR errorCode=1301002, 数据库连接超时", TIME, 7);
        write(report, "1250099", "\tcode=1250099", null, 7);
        write(report, "1301005", "{\"code\": \"1301005\"}", TIME, 7);
        GoldenFile.assertMatches("detections-zh.jsonl", text.toString());
    }

    @Test
    void textsInEnglish() throws IOException {
        StringWriter text = new StringWriter();
        write(new DetectionJsonLines(Language.EN, text), "1301002", "ERROR errorCode=1301002", TIME, 7);
        GoldenFile.assertMatches("detections-en.jsonl", text.toString());
    }

    @Test
    void objectStaysOnOneLineWhateverTheLogHolds() throws IOException {
        StringWriter text = new StringWriter();
        write(new DetectionJsonLines(Language.ZH, text), "1301005", "a\rb\u001b[2J\0 code=1301005", null, 7);
        assertThat(text.toString()).doesNotContain("\r", "\u001b", "\0").endsWith("}\n");
        assertThat(text.toString().lines()).hasSize(1);
    }

    @Test
    void columnOfAVeryLongLineIsKept() throws IOException {
        StringWriter text = new StringWriter();
        write(new DetectionJsonLines(Language.ZH, text), "1301005", "code=1301005", null, 5_000_000_000L);
        assertThat(text.toString()).contains("\"column\":5000000000,");
    }

    private static void write(DetectionReport report, String token, String line, @Nullable Instant time, long column)
            throws IOException {
        Enrichment enrichment = new Enrichment(SampleCatalog.detection(token, line), SampleCatalog.known(token));
        report.write(new LineOrigin("logs/paas.log", 12, time), line, enrichment, column);
    }
}
