package io.github.bkerrcode.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.summary.LineOrigin;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Locale;

/**
 * One JSON object per detection and line. The keys are a contract; absent values are null, times are ISO 8601 in UTC.
 *
 * @param language of meanings and remediations
 * @param out takes the lines
 */
public record DetectionJsonLines(Language language, Writer out) implements DetectionReport {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public void write(LineOrigin origin, String text, Enrichment enrichment, long column) {
        Detection detection = enrichment.detection();
        Resolution.Known known = enrichment.told();
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("file", origin.file());
            json.writeNumberField("line", origin.line());
            json.writeNumberField("column", column);
            json.writeStringField("code", detection.code().token());
            json.writeBooleanField("listed", detection.listed());
            json.writeStringField("platform", known.platform().id());
            json.writeStringField("confidence", detection.confidence().name().toLowerCase(Locale.ROOT));
            json.writeStringField("meaning", known.meaning(language));
            json.writeStringField("remediation", known.remediation(language));
            Instant time = origin.time();
            json.writeStringField("timestamp", time == null ? null : time.toString());
            json.writeStringField("text", text);
            json.writeEndObject();
            json.flush();
            out.write(line.append('\n').toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
