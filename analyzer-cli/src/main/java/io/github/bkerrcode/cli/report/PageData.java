package io.github.bkerrcode.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.catalog.Remediation;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.code.NumberAnatomy;
import io.github.bkerrcode.code.Platform;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.Dependency;
import io.github.bkerrcode.summary.Summary.InputSummary;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Summary.TimeBucket;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the HTML report shows, as JSON for its own script; nobody else should rely on it. A text is a string, or an object of
 * {@code zh} and {@code en} where these differ. Times are what the clock shows in the report's zone, as seconds since it showed the
 * beginning of 1970: the page need not know any zone.
 *
 * @param language in which the page opens
 * @param compared how it differs from an earlier summary, or null if there is none
 */
record PageData(
        Language language,
        ZoneId zone,
        Summary summary,
        @Nullable ComparedWith compared) {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** The years that a browser can write as four digits. */
    private static final LocalDateTime FIRST = LocalDateTime.of(0, 1, 1, 0, 0);

    private static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59);

    void write(Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.setCharacterEscapes(new ScriptSafeEscapes());
            new Writing(json, zone, Urgency.in(summary)).page(language, summary, compared);
        }
    }

    private record Writing(JsonGenerator json, ZoneId zone, Urgency urgency) {

        private interface Element<T> {
            void write(T value) throws IOException;
        }

        private void page(Language language, Summary summary, @Nullable ComparedWith compared) throws IOException {
            json.writeStartObject();
            json.writeStringField("language", language == Language.ZH ? "zh" : "en");
            json.writeStringField("zone", zone.getId());
            json.writeObjectFieldStart("totals");
            json.writeNumberField("files", summary.files());
            json.writeNumberField("lines", summary.lines());
            json.writeNumberField("linesWithCodes", summary.linesWithCodes());
            json.writeNumberField("detections", summary.detections());
            time("first", summary.firstSeen());
            time("last", summary.lastSeen());
            json.writeEndObject();
            list("platforms", summary.platforms(), this::platform);
            List<CodeSummary> mostUrgentFirst = urgency.rank(summary);
            list("codes", mostUrgentFirst, this::code);
            json.writeNumberField("next", Math.min(NextStepsText.MOST_CODES, mostUrgentFirst.size()));
            comparison(compared);
            timeline(summary);
            list("dependencies", summary.dependencies(), this::dependency);
            systems();
            list("inputs", summary.inputs(), this::input);
            list("problems", summary.problems(), this::problem);
            json.writeEndObject();
        }

        private void platform(PlatformSummary summary) throws IOException {
            Platform platform = summary.platform();
            json.writeStartObject();
            json.writeStringField("id", platform.id());
            text("name", platform.name());
            Category category = platform.category();
            text("category", category == null ? null : category.name());
            json.writeNumberField("detections", summary.detections());
            json.writeEndObject();
        }

        private void code(CodeSummary summary) throws IOException {
            json.writeStartObject();
            json.writeStringField("code", summary.code().token());
            json.writeStringField("platform", summary.resolution().platform().id());
            json.writeBooleanField("listed", summary.listed());
            json.writeNumberField("detections", summary.detections());
            json.writeNumberField("lines", summary.lines());
            time("first", summary.firstSeen());
            time("last", summary.lastSeen());
            json.writeBooleanField("stillOccurs", urgency.stillOccurs(summary));
            NumberAnatomy anatomy = summary.resolution().anatomy();
            CodeModule module = anatomy == null ? null : anatomy.module();
            text("module", module == null ? null : module.name());
            json.writeArrayFieldStart("entries");
            if (summary.resolution() instanceof Resolution.Listed listed) {
                for (CatalogEntry entry : listed.entries()) {
                    entry(entry);
                }
            }
            json.writeEndArray();
            json.writeObjectFieldStart("sample");
            json.writeStringField("file", summary.sample().file());
            json.writeNumberField("line", summary.sample().line());
            json.writeStringField("text", summary.sample().text());
            json.writeEndObject();
            json.writeEndObject();
        }

        private void entry(CatalogEntry entry) throws IOException {
            json.writeStartObject();
            text("meaning", entry.meaning());
            json.writeArrayFieldStart("remediation");
            Remediation remediation = entry.remediation();
            if (remediation != null) {
                for (LocalizedText step : remediation.steps()) {
                    text(step);
                }
            }
            json.writeEndArray();
            json.writeStringField("flag", entry.flag());
            Integer status = entry.httpStatus();
            json.writeStringField("httpStatus", status == null ? null : status.toString());
            boolean derived = entry.derivedTarget() != null;
            json.writeStringField("source", derived ? entry.derivedSource() : entry.source());
            json.writeStringField("target", derived ? entry.derivedTarget() : entry.target());
            json.writeBooleanField("derived", derived);
            json.writeStringField("document", entry.document());
            json.writeEndObject();
        }

        private void timeline(Summary summary) throws IOException {
            json.writeObjectFieldStart("timeline");
            long seconds = summary.timeline().isEmpty()
                    ? 0
                    : summary.timeline().get(0).width().toSeconds();
            json.writeNumberField("seconds", seconds);
            list("buckets", summary.timeline(), this::bucket);
            json.writeEndObject();
        }

        private void bucket(TimeBucket bucket) throws IOException {
            json.writeStartArray();
            json.writeNumber(clock(bucket.start()));
            json.writeString(bucket.platform());
            json.writeNumber(bucket.detections());
            json.writeEndArray();
        }

        private void dependency(Dependency dependency) throws IOException {
            json.writeStartObject();
            json.writeStringField("source", dependency.source());
            json.writeStringField("target", dependency.target());
            json.writeNumberField("detections", dependency.detections());
            json.writeBooleanField("derived", dependency.derived());
            json.writeEndObject();
        }

        /** Names that are not the same in every language. */
        private void systems() throws IOException {
            json.writeObjectFieldStart("systems");
            for (Map.Entry<String, String> name : new TreeMap<>(SystemName.CHINESE).entrySet()) {
                text(name.getKey(), new LocalizedText(name.getValue(), name.getKey()));
            }
            json.writeEndObject();
        }

        private void comparison(@Nullable ComparedWith compared) throws IOException {
            if (compared == null) {
                json.writeNullField("comparison");
                return;
            }
            Comparison comparison = compared.comparison();
            json.writeObjectFieldStart("comparison");
            json.writeStringField("baseline", compared.baseline());
            json.writeArrayFieldStart("changes");
            elements(comparison.added(), code -> change(Label.NEW, code, null, code.detections(), null));
            elements(comparison.gone(), code -> change(Label.GONE, code, code.detections(), 0, null));
            elements(
                    comparison.changed(),
                    change -> change(
                            change.factor() > 1 ? Label.MORE : Label.LESS,
                            change.now(),
                            change.before().detections(),
                            change.now().detections(),
                            change.factor()));
            json.writeEndArray();
            json.writeEndObject();
        }

        private void change(Label kind, CodeSummary code, @Nullable Long before, long now, @Nullable Double factor)
                throws IOException {
            json.writeStartObject();
            text("kind", new LocalizedText(kind.in(Language.ZH), kind.in(Language.EN)));
            json.writeBooleanField("worse", kind == Label.NEW || kind == Label.MORE);
            json.writeStringField("code", code.code().token());
            if (before == null) {
                json.writeNullField("before");
            } else {
                json.writeNumberField("before", before);
            }
            json.writeNumberField("now", now);
            json.writeStringField("factor", factor == null ? null : String.format(Locale.ROOT, "%.1f", factor));
            text("meaning", new LocalizedText(CodeMeaning.of(code, Language.ZH), CodeMeaning.of(code, Language.EN)));
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
            text("message", KnownReason.localized(problem.message()));
            json.writeBooleanField("incomplete", problem.incomplete());
            json.writeEndObject();
        }

        private <T> void list(String key, Iterable<T> values, Element<T> element) throws IOException {
            json.writeArrayFieldStart(key);
            elements(values, element);
            json.writeEndArray();
        }

        /** Each on a line of its own, for whoever compares two reports. */
        private <T> void elements(Iterable<T> values, Element<T> element) throws IOException {
            for (T value : values) {
                json.writeRaw('\n');
                element.write(value);
            }
        }

        private void text(String key, @Nullable LocalizedText text) throws IOException {
            json.writeFieldName(key);
            if (text == null) {
                json.writeNull();
            } else {
                text(text);
            }
        }

        private void text(LocalizedText text) throws IOException {
            String zh = text.in(Language.ZH);
            if (Objects.equals(zh, text.in(Language.EN))) {
                json.writeString(zh);
            } else {
                json.writeStartObject();
                json.writeStringField("zh", zh);
                json.writeStringField("en", text.in(Language.EN));
                json.writeEndObject();
            }
        }

        private void time(String key, @Nullable Instant time) throws IOException {
            if (time == null) {
                json.writeNullField(key);
            } else {
                json.writeNumberField(key, clock(time));
            }
        }

        private long clock(Instant time) {
            LocalDateTime shown = LocalDateTime.ofInstant(time, zone);
            LocalDateTime near = shown.isBefore(FIRST) ? FIRST : shown.isAfter(LAST) ? LAST : shown;
            return near.toEpochSecond(ZoneOffset.UTC);
        }
    }
}
