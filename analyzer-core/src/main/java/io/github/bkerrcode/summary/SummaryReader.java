package io.github.bkerrcode.summary;

import static io.github.bkerrcode.summary.StrictJson.key;
import static io.github.bkerrcode.summary.StrictJson.laterKey;

import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.catalog.Origin;
import io.github.bkerrcode.catalog.Remediation;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.code.Platform;
import io.github.bkerrcode.summary.StrictJson.Fields;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.Dependency;
import io.github.bkerrcode.summary.Summary.InputSummary;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Summary.Sample;
import io.github.bkerrcode.summary.Summary.TimeBucket;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link SummaryJson} writes. Writing it again gives the same bytes, in whatever language: a text that was read
 * is the same in all of them.
 *
 * <p>What a summary could not say is refused, so that it does not go into sums unseen: unknown and missing keys, numbers that
 * are negative or beyond {@link #MAX_NUMBER}, and totals that are not those of their parts.
 */
public final class SummaryReader {

    /** The largest number that every reader of JSON takes as it is; sums of a thousand of them are still numbers. */
    static final long MAX_NUMBER = (1L << 53) - 1;

    private static final int MAX_PLATFORM_NUMBER = 99;

    private final StrictJson json;

    private SummaryReader(StrictJson json) {
        this.json = json;
    }

    /**
     * Reads a summary to the end of the stream, which stays open.
     *
     * @param in UTF-8 JSON
     * @param source the file's name, for messages
     * @throws SummaryException if it is no JSON, of another schema, or not as {@link SummaryJson} writes it
     * @throws IOException if the stream fails
     */
    public static Summary read(InputStream in, String source) throws IOException {
        return StrictJson.read(in, source, json -> new SummaryReader(json).summary());
    }

    private Summary summary() throws IOException {
        List<PlatformSummary> platforms = new ArrayList<>();
        List<TimeBucket> timeline = new ArrayList<>();
        List<Dependency> dependencies = new ArrayList<>();
        List<InputSummary> inputs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Fields fields = json.object(
                key("schema", this::schema),
                key("files", json::count),
                key("bytes", json::count),
                key("lines", json::count),
                key("linesWithCodes", json::count),
                key("detections", json::count),
                key("firstSeen", json::timeOrNull),
                key("lastSeen", json::timeOrNull),
                key("platforms", () -> json.list(platforms, this::platform)),
                key("timeline", () -> json.list(timeline, () -> bucket(timeline))),
                key("dependencies", () -> json.list(dependencies, this::dependency)),
                key("inputs", () -> json.list(inputs, this::input)),
                key("problems", () -> json.list(problems, this::problem)));
        checkSum(fields, "files", inputs, "inputs", input -> 1);
        checkSum(fields, "bytes", inputs, "inputs", InputSummary::bytes);
        checkSum(fields, "lines", inputs, "inputs", InputSummary::lines);
        checkSum(fields, "linesWithCodes", inputs, "inputs", InputSummary::linesWithCodes);
        checkSum(fields, "detections", inputs, "inputs", InputSummary::detections);
        checkSum(fields, "detections", platforms, "platforms", PlatformSummary::detections);
        return new Summary(
                fields.number("files"),
                fields.number("bytes"),
                fields.number("lines"),
                fields.number("linesWithCodes"),
                fields.number("detections"),
                fields.timeOrNull("firstSeen"),
                fields.timeOrNull("lastSeen"),
                List.copyOf(platforms),
                List.copyOf(timeline),
                List.copyOf(dependencies),
                List.copyOf(inputs),
                List.copyOf(problems));
    }

    private String schema() throws IOException {
        String schema = json.text();
        if (!schema.equals(SummaryJson.SCHEMA)) {
            throw json.error(
                    "is \"" + schema + "\", and only \"" + SummaryJson.SCHEMA + "\" can be read",
                    "use the analyzer that wrote it, or write it again with this one");
        }
        return schema;
    }

    private <T> void checkSum(Fields fields, String key, List<T> parts, String name, ToLongFunction<T> number) {
        long total = fields.number(key);
        long sum = 0;
        for (T part : parts) {
            // Stops where a sum could run over and come out right again.
            sum = Math.min(sum + number.applyAsLong(part), MAX_NUMBER + 1);
        }
        if (sum != total) {
            throw json.error("\"" + key + "\" is " + total + ", but \"" + name + "\" come to " + sum);
        }
    }

    private PlatformSummary platform() throws IOException {
        List<CodeRead> codes = new ArrayList<>();
        Fields fields = json.object(
                key("id", json::text),
                key("number", () -> json.countOrNull(MAX_PLATFORM_NUMBER)),
                key("name", json::text),
                key("category", json::textOrNull),
                key("detections", json::count),
                key("lines", json::count),
                key("codes", () -> json.list(codes, this::code)));
        Long number = fields.numberOrNull("number");
        Platform platform = new Platform(
                fields.text("id"),
                number == null ? null : number.intValue(),
                LocalizedText.same(fields.text("name")),
                category(fields.textOrNull("category"), number));
        long detections = fields.number("detections");
        long listed = codes.stream().mapToLong(code -> code.detections).sum();
        if (listed < 0 || listed > detections) {
            throw json.error("\"detections\" is " + detections + ", but \"codes\" come to " + listed);
        }
        return new PlatformSummary(
                platform,
                detections,
                fields.number("lines"),
                codes.stream().map(code -> code.on(platform)).toList());
    }

    /** Of the range only the id is told; the one number that is known to lie in it stands for it. */
    private static @Nullable Category category(@Nullable String id, @Nullable Long number) {
        int known = number == null ? 0 : number.intValue();
        return id == null ? null : new Category(id, known, known, LocalizedText.same(id));
    }

    /** A code before its platform is known: the platform's keys may stand behind its codes. */
    private record CodeRead(
            ErrorCode code,
            @Nullable String meaning,
            @Nullable String remediation,
            long detections,
            long lines,
            @Nullable Instant firstSeen,
            @Nullable Instant lastSeen,
            Sample sample) {

        private CodeSummary on(Platform platform) {
            return new CodeSummary(resolution(platform), detections, lines, firstSeen, lastSeen, sample);
        }

        private Resolution.Known resolution(Platform platform) {
            if (meaning == null) {
                return new Resolution.Unlisted(code, platform, null);
            }
            Remediation advice = remediation == null ? null : new Remediation(List.of(LocalizedText.same(remediation)));
            CatalogEntry entry = new CatalogEntry(
                    code,
                    platform,
                    "",
                    null,
                    null,
                    LocalizedText.same(meaning),
                    advice,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Origin.BUILT_IN);
            return new Resolution.Listed(code, platform, null, List.of(entry));
        }
    }

    private CodeRead code() throws IOException {
        Fields fields = json.object(
                key("code", this::token),
                key("listed", json::bool),
                key("meaning", json::textOrNull),
                key("remediation", json::textOrNull),
                key("detections", json::positive),
                key("lines", json::positive),
                key("firstSeen", json::timeOrNull),
                key("lastSeen", json::timeOrNull),
                key("sample", this::sample));
        String meaning = fields.textOrNull("meaning");
        String remediation = fields.textOrNull("remediation");
        boolean listed = fields.bool("listed");
        if (listed && meaning == null) {
            throw json.error("a listed code has a \"meaning\"");
        }
        if (!listed && (meaning != null || remediation != null)) {
            throw json.error("a code that is not listed has neither \"meaning\" nor \"remediation\"");
        }
        return new CodeRead(
                fields.get("code", ErrorCode.class),
                meaning,
                remediation,
                fields.number("detections"),
                fields.number("lines"),
                fields.timeOrNull("firstSeen"),
                fields.timeOrNull("lastSeen"),
                fields.get("sample", Sample.class));
    }

    private ErrorCode token() throws IOException {
        String token = json.text();
        ErrorCode code = ErrorCode.parse(token).orElse(null);
        if (code == null || !code.token().equals(token)) {
            throw json.error("[" + token + "] is no code");
        }
        return code;
    }

    private Sample sample() throws IOException {
        Fields fields = json.object(key("file", json::text), key("line", json::positive), key("text", json::text));
        return new Sample(fields.text("file"), fields.number("line"), fields.text("text"));
    }

    private TimeBucket bucket(List<TimeBucket> before) throws IOException {
        Fields fields = json.object(
                key("start", json::time),
                key("seconds", json::positive),
                key("platform", json::text),
                key("detections", json::positive));
        Duration width = Duration.ofSeconds(fields.number("seconds"));
        Instant start = fields.get("start", Instant.class);
        if (!Timeline.isWidth(width)) {
            throw json.error("\"seconds\" is " + width.toSeconds() + ", which no timeline has");
        }
        if (!before.isEmpty() && !before.get(0).width().equals(width)) {
            throw json.error("\"seconds\" is " + width.toSeconds() + ", but "
                    + before.get(0).width().toSeconds() + " before; they are the same in all of a timeline");
        }
        if (start.getNano() != 0 || Math.floorMod(start.getEpochSecond(), width.toSeconds()) != 0) {
            throw json.error("\"start\" is no multiple of \"seconds\" since 1970");
        }
        return new TimeBucket(start, width, fields.text("platform"), fields.number("detections"));
    }

    private Dependency dependency() throws IOException {
        Fields fields = json.object(
                key("source", json::text),
                key("target", json::text),
                key("detections", json::positive),
                laterKey("derived", json::bool, false));
        return new Dependency(
                fields.text("source"), fields.text("target"), fields.number("detections"), fields.bool("derived"));
    }

    private InputSummary input() throws IOException {
        Fields fields = json.object(
                key("file", json::text),
                key("bytes", json::count),
                key("lines", json::count),
                key("linesWithCodes", json::count),
                key("detections", json::count));
        return new InputSummary(
                fields.text("file"),
                fields.number("bytes"),
                fields.number("lines"),
                fields.number("linesWithCodes"),
                fields.number("detections"));
    }

    private Problem problem() throws IOException {
        Fields fields = json.object(
                key("file", json::text),
                key("line", json::positiveOrNull),
                key("message", json::text),
                key("incomplete", json::bool));
        long line = Objects.requireNonNullElse(fields.numberOrNull("line"), 0L);
        return new Problem(fields.text("file"), line, fields.text("message"), fields.bool("incomplete"));
    }
}
