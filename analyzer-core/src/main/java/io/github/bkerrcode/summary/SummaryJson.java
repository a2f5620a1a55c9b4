package io.github.bkerrcode.summary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.Platform;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.Dependency;
import io.github.bkerrcode.summary.Summary.InputSummary;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Summary.Sample;
import io.github.bkerrcode.summary.Summary.TimeBucket;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of a summary. Its keys are a contract; {@link #SCHEMA} changes when they do. Absent values are null, times
 * are ISO 8601 in UTC, widths are seconds. {@code docs/summary.schema.json} describes it to others.
 */
public final class SummaryJson {

    /** Value of the key {@code schema}. */
    public static final String SCHEMA = "bk-errcode/summary/1";

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private SummaryJson() {}

    /**
     * Writes a summary, indented, with a final line break; the writer stays open.
     *
     * @param language the language of meanings, remediations and names
     * @throws IOException if the writer does
     */
    public static void write(Summary summary, Language language, Writer out) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.setPrettyPrinter(printer);
            new Writing(json, language).summary(summary);
        }
        out.write('\n');
        out.flush();
    }

    private record Writing(JsonGenerator json, Language language) {

        private interface Element<T> {
            void write(T value) throws IOException;
        }

        private void summary(Summary summary) throws IOException {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeNumberField("files", summary.files());
            json.writeNumberField("bytes", summary.bytes());
            json.writeNumberField("lines", summary.lines());
            json.writeNumberField("linesWithCodes", summary.linesWithCodes());
            json.writeNumberField("detections", summary.detections());
            span(summary.firstSeen(), summary.lastSeen());
            array("platforms", summary.platforms(), this::platform);
            array("timeline", summary.timeline(), this::bucket);
            array("dependencies", summary.dependencies(), this::dependency);
            array("inputs", summary.inputs(), this::input);
            array("problems", summary.problems(), this::problem);
            json.writeEndObject();
        }

        private void platform(PlatformSummary summary) throws IOException {
            Platform platform = summary.platform();
            json.writeStringField("id", platform.id());
            Integer number = platform.number();
            if (number == null) {
                json.writeNullField("number");
            } else {
                json.writeNumberField("number", number);
            }
            json.writeStringField("name", platform.name().in(language));
            Category category = platform.category();
            json.writeStringField("category", category == null ? null : category.id());
            json.writeNumberField("detections", summary.detections());
            json.writeNumberField("lines", summary.lines());
            array("codes", summary.codes(), this::code);
        }

        private void code(CodeSummary summary) throws IOException {
            json.writeStringField("code", summary.code().token());
            json.writeBooleanField("listed", summary.listed());
            json.writeStringField("meaning", summary.resolution().meaning(language));
            json.writeStringField("remediation", summary.resolution().remediation(language));
            json.writeNumberField("detections", summary.detections());
            json.writeNumberField("lines", summary.lines());
            span(summary.firstSeen(), summary.lastSeen());
            Sample sample = summary.sample();
            json.writeObjectFieldStart("sample");
            json.writeStringField("file", sample.file());
            json.writeNumberField("line", sample.line());
            json.writeStringField("text", sample.text());
            json.writeEndObject();
        }

        private void bucket(TimeBucket bucket) throws IOException {
            json.writeStringField("start", bucket.start().toString());
            json.writeNumberField("seconds", bucket.width().toSeconds());
            json.writeStringField("platform", bucket.platform());
            json.writeNumberField("detections", bucket.detections());
        }

        private void dependency(Dependency dependency) throws IOException {
            json.writeStringField("source", dependency.source());
            json.writeStringField("target", dependency.target());
            json.writeNumberField("detections", dependency.detections());
            json.writeBooleanField("derived", dependency.derived());
        }

        private void input(InputSummary input) throws IOException {
            json.writeStringField("file", input.file());
            json.writeNumberField("bytes", input.bytes());
            json.writeNumberField("lines", input.lines());
            json.writeNumberField("linesWithCodes", input.linesWithCodes());
            json.writeNumberField("detections", input.detections());
        }

        private void problem(Problem problem) throws IOException {
            json.writeStringField("file", problem.file());
            if (problem.line() == 0) {
                json.writeNullField("line");
            } else {
                json.writeNumberField("line", problem.line());
            }
            json.writeStringField("message", problem.message());
            json.writeBooleanField("incomplete", problem.incomplete());
        }

        private void span(@Nullable Instant first, @Nullable Instant last) throws IOException {
            json.writeStringField("firstSeen", first == null ? null : first.toString());
            json.writeStringField("lastSeen", last == null ? null : last.toString());
        }

        private <T> void array(String key, Iterable<T> values, Element<T> element) throws IOException {
            json.writeArrayFieldStart(key);
            for (T value : values) {
                json.writeStartObject();
                element.write(value);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
