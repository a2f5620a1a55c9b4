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
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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

    /** Ten thousand years, in seconds: a local time can be that far from the epoch. */
    private static final long MANY_YEARS = 10_000L * 366 * 86_400;

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

    /** What {@link Instant#toString} returns; setting up the formatter that it uses takes longer than writing many a summary. */
    static String utc(Instant time) {
        long second = time.getEpochSecond();
        if (Math.abs(second) > MANY_YEARS) {
            return time.toString();
        }
        String text = LocalDateTime.ofEpochSecond(second, time.getNano(), ZoneOffset.UTC)
                .toString();
        // Seconds are left out if there are none.
        return second % 60 == 0 && time.getNano() == 0 ? text + ":00Z" : text + 'Z';
    }

    private record Writing(JsonGenerator json, Language language) {

        private void summary(Summary summary) throws IOException {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeNumberField("files", summary.files());
            json.writeNumberField("bytes", summary.bytes());
            json.writeNumberField("lines", summary.lines());
            json.writeNumberField("linesWithCodes", summary.linesWithCodes());
            json.writeNumberField("detections", summary.detections());
            span(summary.firstSeen(), summary.lastSeen());
            json.writeArrayFieldStart("platforms");
            for (PlatformSummary platform : summary.platforms()) {
                platform(platform);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("timeline");
            for (TimeBucket bucket : summary.timeline()) {
                bucket(bucket);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("dependencies");
            for (Dependency dependency : summary.dependencies()) {
                dependency(dependency);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("inputs");
            for (InputSummary input : summary.inputs()) {
                input(input);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("problems");
            for (Problem problem : summary.problems()) {
                problem(problem);
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private void platform(PlatformSummary summary) throws IOException {
            json.writeStartObject();
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
            json.writeArrayFieldStart("codes");
            for (CodeSummary code : summary.codes()) {
                code(code);
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private void code(CodeSummary summary) throws IOException {
            json.writeStartObject();
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
            json.writeEndObject();
        }

        private void bucket(TimeBucket bucket) throws IOException {
            json.writeStartObject();
            json.writeStringField("start", utc(bucket.start()));
            json.writeNumberField("seconds", bucket.width().toSeconds());
            json.writeStringField("platform", bucket.platform());
            json.writeNumberField("detections", bucket.detections());
            json.writeEndObject();
        }

        private void dependency(Dependency dependency) throws IOException {
            json.writeStartObject();
            json.writeStringField("source", dependency.source());
            json.writeStringField("target", dependency.target());
            json.writeNumberField("detections", dependency.detections());
            json.writeBooleanField("derived", dependency.derived());
            json.writeEndObject();
        }

        private void input(InputSummary input) throws IOException {
            json.writeStartObject();
            json.writeStringField("file", input.file());
            json.writeNumberField("bytes", input.bytes());
            json.writeNumberField("lines", input.lines());
            json.writeNumberField("linesWithCodes", input.linesWithCodes());
            json.writeNumberField("detections", input.detections());
            json.writeEndObject();
        }

        private void problem(Problem problem) throws IOException {
            json.writeStartObject();
            json.writeStringField("file", problem.file());
            if (problem.line() == 0) {
                json.writeNullField("line");
            } else {
                json.writeNumberField("line", problem.line());
            }
            json.writeStringField("message", problem.message());
            json.writeBooleanField("incomplete", problem.incomplete());
            json.writeEndObject();
        }

        private void span(@Nullable Instant first, @Nullable Instant last) throws IOException {
            json.writeStringField("firstSeen", first == null ? null : utc(first));
            json.writeStringField("lastSeen", last == null ? null : utc(last));
        }
    }
}
