package io.github.bkerrcode.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * One JSON object per candidate and line. The keys are a contract; absent values are null.
 *
 * @param language of the reasons
 * @param out takes the lines
 */
public record VerdictJsonLines(Language language, Writer out) implements VerdictReport {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public void write(String file, long line, String text, List<Verdict> verdicts, long offset) {
        StringWriter lines = new StringWriter();
        try {
            for (Verdict verdict : verdicts) {
                write(file, line, text, verdict, offset, lines);
                lines.append('\n');
            }
            out.write(lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, long line, String text, Verdict verdict, long offset, StringWriter target)
            throws IOException {
        try (JsonGenerator json = JSON.createGenerator(target)) {
            json.writeStartObject();
            json.writeStringField("file", file);
            json.writeNumberField("line", line);
            json.writeNumberField("column", offset + verdict.start() + 1);
            json.writeStringField("candidate", text.substring(verdict.start(), verdict.end()));
            json.writeStringField(
                    "decision",
                    verdict.decision().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            Confidence confidence = verdict.confidence();
            json.writeStringField(
                    "confidence", confidence == null ? null : confidence.name().toLowerCase(Locale.ROOT));
            json.writeStringField("rule", verdict.rule());
            json.writeStringField("reason", verdict.reason().in(language));
            json.writeStringField("text", text);
            json.writeEndObject();
        }
    }
}
