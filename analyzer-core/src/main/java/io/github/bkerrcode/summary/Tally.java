package io.github.bkerrcode.summary;

import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Platform;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.Dependency;
import io.github.bkerrcode.summary.Summary.InputSummary;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Summary.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Mutable counts of one worker. Not safe for use by several threads; give each worker its own and {@link #merge} them.
 *
 * <p>Merging is associative and commutative: whatever the order, the snapshot is the same. What each number means is said
 * at {@link Summary}.
 */
public final class Tally {

    /** The longest sample text, in characters. */
    public static final int MAX_SAMPLE_LENGTH = 400;

    private static final int SAMPLE_BEFORE_CODE = 200;

    private static final Comparator<Sample> FIRST_BY_NAME =
            Comparator.comparing(Sample::file).thenComparingLong(Sample::line).thenComparing(Sample::text);

    private final CodeLookup lookup;
    private long linesWithCodes;
    private long detections;
    private @Nullable LineOrigin lastOrigin;
    private final TimeSpan span = new TimeSpan();
    private final Map<String, PlatformCount> platforms = new HashMap<>();
    private final Timeline timeline = new Timeline();
    private final TreeMap<String, InputCount> inputs = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Creates an empty tally.
     *
     * @param lookup resolves the codes that are counted
     */
    public Tally(CodeLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * Counts a line that has codes. The pieces of a long line, recorded one after the other with the same origin, count as one
     * line.
     *
     * @param origin where the line stands
     * @param text the line, or a piece of it
     * @param found its detections; a line without any counts nothing
     */
    public void record(LineOrigin origin, CharSequence text, List<Detection> found) {
        if (found.isEmpty()) {
            return;
        }
        InputCount input = inputs.computeIfAbsent(origin.file(), name -> new InputCount());
        if (!isSameLine(origin, lastOrigin)) {
            linesWithCodes++;
            input.linesWithCodes++;
        }
        lastOrigin = origin;
        detections += found.size();
        input.detections += found.size();
        span.include(origin.time());
        for (int i = 0; i < found.size(); i++) {
            record(origin, text, found, i);
        }
    }

    private static boolean isSameLine(LineOrigin origin, @Nullable LineOrigin last) {
        return last != null && origin.line() == last.line() && origin.file().equals(last.file());
    }

    private void record(LineOrigin origin, CharSequence text, List<Detection> found, int index) {
        Detection detection = found.get(index);
        if (!(lookup.resolve(detection.code().token()) instanceof Resolution.Known known)) {
            throw new IllegalArgumentException("the tally's catalog does not know [" + detection.code() + "]");
        }
        String platformId = known.platform().id();
        PlatformCount platform = platforms.computeIfAbsent(platformId, id -> new PlatformCount(known.platform()));
        CodeCount code = platform.codes.computeIfAbsent(detection.code(), c -> new CodeCount(known));
        platform.detections++;
        code.detections++;
        if (platform.lastLine != linesWithCodes) {
            platform.lastLine = linesWithCodes;
            platform.lines++;
        }
        if (code.lastLine != linesWithCodes) {
            code.lastLine = linesWithCodes;
            code.lines++;
            code.span.include(origin.time());
            code.offerSample(origin, text, detection);
        }
        if (origin.time() != null) {
            timeline.add(origin.time(), platformId, 1);
        }
    }

    /**
     * Counts lines read from an input, whether or not they have codes, and makes the input known.
     *
     * @param file the input's name
     * @param lines how many lines
     * @param bytes how many bytes they take, with their line breaks
     */
    public void addRead(String file, long lines, long bytes) {
        InputCount input = inputs.computeIfAbsent(file, name -> new InputCount());
        input.lines += lines;
        input.bytes += bytes;
    }

    /** Notes that something could not be read as it should be. */
    public void addProblem(Problem problem) {
        problems.add(problem);
    }

    /**
     * Adds another tally's counts to this one; the other stays as it is.
     *
     * @param other a tally over the same catalog
     */
    public void merge(Tally other) {
        lastOrigin = null;
        linesWithCodes += other.linesWithCodes;
        detections += other.detections;
        span.include(other.span);
        other.platforms.forEach((id, count) -> platforms
                .computeIfAbsent(id, key -> new PlatformCount(count.platform))
                .merge(count, linesWithCodes));
        timeline.merge(other.timeline);
        other.inputs.forEach((name, count) ->
                inputs.computeIfAbsent(name, key -> new InputCount()).merge(count));
        problems.addAll(other.problems);
    }

    /**
     * Moves all lines that samples and problems name further down: the tally of a part of an input becomes one of the whole.
     *
     * @param lines how many lines come before the part
     */
    public void moveDown(long lines) {
        lastOrigin = null;
        for (PlatformCount platform : platforms.values()) {
            platform.codes.values().forEach(code -> code.moveDown(lines));
        }
        problems.replaceAll(problem -> problem.line() == 0
                ? problem
                : new Problem(problem.file(), problem.line() + lines, problem.message(), problem.incomplete()));
    }

    /** Returns the counts up to now; the tally can be used further. */
    public Summary snapshot() {
        List<InputSummary> inputSummaries = inputs.entrySet().stream()
                .map(input -> input.getValue().summary(input.getKey()))
                .toList();
        return new Summary(
                inputs.size(),
                inputSummaries.stream().mapToLong(InputSummary::bytes).sum(),
                inputSummaries.stream().mapToLong(InputSummary::lines).sum(),
                linesWithCodes,
                detections,
                span.first(),
                span.last(),
                platforms.values().stream()
                        .map(PlatformCount::summary)
                        .sorted(Comparator.comparingLong(PlatformSummary::detections)
                                .reversed()
                                .thenComparing(platform -> platform.platform().id()))
                        .toList(),
                timeline.buckets(),
                dependencies(),
                inputSummaries,
                problems.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Problem::file)
                                .thenComparingLong(Problem::line)
                                .thenComparing(Problem::message)
                                .thenComparing(Problem::incomplete))
                        .toList());
    }

    private List<Dependency> dependencies() {
        Map<List<String>, Long> counts = new HashMap<>();
        for (PlatformCount platform : platforms.values()) {
            for (CodeCount code : platform.codes.values()) {
                List<String> dependency = dependency(code.resolution);
                if (!dependency.isEmpty()) {
                    counts.merge(dependency, code.detections, Long::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .map(e -> new Dependency(e.getKey().get(0), e.getKey().get(1), e.getValue()))
                .sorted(Comparator.comparingLong(Dependency::detections)
                        .reversed()
                        .thenComparing(Dependency::source)
                        .thenComparing(Dependency::target))
                .toList();
    }

    /** Source and target of a code that blames another system; empty if it does not. */
    private static List<String> dependency(Resolution.Known known) {
        if (!(known instanceof Resolution.Listed listed)) {
            return List.of();
        }
        CatalogEntry entry = listed.entries().get(0);
        String source = entry.source();
        String target = entry.target();
        return source == null || target == null || source.equals(target) ? List.of() : List.of(source, target);
    }

    private static final class PlatformCount {
        private final Platform platform;
        private final Map<ErrorCode, CodeCount> codes = new HashMap<>();
        private long detections;
        private long lines;
        private long lastLine;

        private PlatformCount(Platform platform) {
            this.platform = platform;
        }

        private void merge(PlatformCount other, long linesSoFar) {
            detections += other.detections;
            lines += other.lines;
            lastLine = linesSoFar;
            other.codes.forEach((code, count) -> codes.computeIfAbsent(code, key -> new CodeCount(count.resolution))
                    .merge(count, linesSoFar));
        }

        private PlatformSummary summary() {
            return new PlatformSummary(
                    platform,
                    detections,
                    lines,
                    codes.values().stream()
                            .map(CodeCount::summary)
                            .sorted(Comparator.comparingLong(CodeSummary::detections)
                                    .reversed()
                                    .thenComparing(CodeSummary::code))
                            .toList());
        }
    }

    private static final class CodeCount {
        private final Resolution.Known resolution;
        private final TimeSpan span = new TimeSpan();
        private long detections;
        private long lines;

        /** Ordinal of the line counted last, among lines with codes; a line is counted once however often it has the code. */
        private long lastLine;

        private @Nullable Sample sample;

        private CodeCount(Resolution.Known resolution) {
            this.resolution = resolution;
        }

        private void offerSample(LineOrigin origin, CharSequence text, Detection detection) {
            Sample kept = sample;
            if (kept != null && isBehind(origin, kept)) {
                return;
            }
            Sample offered = new Sample(origin.file(), origin.line(), excerpt(text, detection));
            if (kept == null || FIRST_BY_NAME.compare(offered, kept) < 0) {
                sample = offered;
            }
        }

        /** Tells without cutting out the text that a line is not the first by name. */
        private static boolean isBehind(LineOrigin origin, Sample kept) {
            int byName = origin.file().compareTo(kept.file());
            return byName > 0 || byName == 0 && origin.line() > kept.line();
        }

        private void merge(CodeCount other, long linesSoFar) {
            detections += other.detections;
            lines += other.lines;
            lastLine = linesSoFar;
            span.include(other.span);
            if (other.sample != null && (sample == null || FIRST_BY_NAME.compare(other.sample, sample) < 0)) {
                sample = other.sample;
            }
        }

        private void moveDown(long by) {
            Sample kept = sample;
            if (kept != null) {
                sample = new Sample(kept.file(), kept.line() + by, kept.text());
            }
        }

        private CodeSummary summary() {
            Sample shown = sample == null ? new Sample("", 0, "") : sample;
            return new CodeSummary(resolution, detections, lines, span.first(), span.last(), shown);
        }
    }

    private static String excerpt(CharSequence text, Detection detection) {
        if (text.length() <= MAX_SAMPLE_LENGTH) {
            return text.toString();
        }
        int start = Math.max(0, Math.min(detection.start() - SAMPLE_BEFORE_CODE, text.length() - MAX_SAMPLE_LENGTH));
        int end = start + MAX_SAMPLE_LENGTH;
        if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
            start++;
        }
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(start, end).toString();
    }

    private static final class InputCount {
        private long lines;
        private long bytes;
        private long linesWithCodes;
        private long detections;

        private void merge(InputCount other) {
            lines += other.lines;
            bytes += other.bytes;
            linesWithCodes += other.linesWithCodes;
            detections += other.detections;
        }

        private InputSummary summary(String file) {
            return new InputSummary(file, bytes, lines, linesWithCodes, detections);
        }
    }
}
