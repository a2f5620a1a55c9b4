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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Mutable counts of one worker. Not safe for use by several threads; give each worker its own and {@link #merge} them.
 *
 * <p>Merging is associative and commutative: whatever the order, the snapshot is the same. What each number means is said
 * at {@link Summary}.
 *
 * <p>Memory does not grow with what a log holds:
 *
 * <ul>
 *   <li><b>listed codes</b> are all kept; there are only as many as the catalog has;
 *   <li><b>unlisted codes</b>: the first {@value BoundedCodes#MAX_CODES} different ones in the order of their tokens are
 *       kept, if no longer than {@value BoundedCodes#MAX_TOKEN_LENGTH} characters. What is kept is counted exactly. Detections
 *       of the rest count everywhere but for their code, and one problem says how many they are;
 *   <li><b>problems</b>: the first {@value BoundedProblems#MAX_PROBLEMS} different ones by input, line and message are kept,
 *       those of incomplete input before all others. A last one says how many more there were, each counted as often as it
 *       was added, and is incomplete if one of them is;
 *   <li><b>timeline</b>: at most {@value Timeline#MAX_BUCKETS} stretches of time, the wider the more time there is; what lies
 *       outside the years 0 to 9999 counts at their ends;
 *   <li><b>inputs</b>: one entry each, so they grow with the number of inputs, and with nothing else.
 * </ul>
 */
public final class Tally {

    /** The longest sample text, in characters. */
    public static final int MAX_SAMPLE_LENGTH = 400;

    private final CodeLookup lookup;
    private long linesWithCodes;
    private long detections;
    private @Nullable LineOrigin lastOrigin;
    private final TimeSpan span = new TimeSpan();
    private final Map<String, PlatformCount> platforms = new HashMap<>();
    private final Timeline timeline = new Timeline();
    private final TreeMap<String, InputCount> inputs = new TreeMap<>();
    private final BoundedCodes unlisted = new BoundedCodes();
    private final BoundedProblems problems = new BoundedProblems();

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
        platform.detections++;
        if (platform.lastLine != linesWithCodes) {
            platform.lastLine = linesWithCodes;
            platform.lines++;
        }
        CodeCount code = countOf(known, platform, origin);
        if (code != null) {
            code.add(origin, text, detection, linesWithCodes);
        }
        if (origin.time() != null) {
            timeline.add(origin.time(), platformId, 1);
        }
    }

    /** The count of a code, or null if the code is one of those that are counted for their platform only. */
    private @Nullable CodeCount countOf(Resolution.Known known, PlatformCount platform, LineOrigin origin) {
        CodeCount listed = platform.listed.get(known.code());
        if (listed != null) {
            return listed;
        }
        // A catalog that is read anew may come to list a code; it goes on where it was counted first.
        if (known instanceof Resolution.Unlisted || unlisted.has(known.code())) {
            return unlisted.forDetection(known, origin.file());
        }
        return platform.listed.computeIfAbsent(known.code(), code -> new CodeCount(known));
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
        unlisted.merge(other.unlisted, linesWithCodes);
        timeline.merge(other.timeline);
        other.inputs.forEach((name, count) ->
                inputs.computeIfAbsent(name, key -> new InputCount()).merge(count));
        problems.merge(other.problems);
    }

    /**
     * Moves all lines that samples and problems name further down: the tally of a part of an input becomes one of the whole.
     *
     * @param lines how many lines come before the part
     */
    public void moveDown(long lines) {
        lastOrigin = null;
        for (PlatformCount platform : platforms.values()) {
            platform.listed.values().forEach(code -> code.moveDown(lines));
        }
        unlisted.moveDown(lines);
        problems.moveDown(lines);
    }

    /** Returns the counts up to now; the tally can be used further. */
    public Summary snapshot() {
        Map<String, List<CodeCount>> unlistedCodes = unlisted.byPlatform();
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
                        .map(platform ->
                                platform.summary(unlistedCodes.getOrDefault(platform.platform.id(), List.of())))
                        .sorted(Comparator.comparingLong(PlatformSummary::detections)
                                .reversed()
                                .thenComparing(platform -> platform.platform().id()))
                        .toList(),
                timeline.buckets(),
                dependencies(),
                inputSummaries,
                problems.listWith(unlisted.problem()));
    }

    private List<Dependency> dependencies() {
        Map<List<String>, Long> counts = new HashMap<>();
        for (PlatformCount platform : platforms.values()) {
            for (CodeCount code : platform.listed.values()) {
                List<String> dependency = dependency(code.resolution());
                if (!dependency.isEmpty()) {
                    counts.merge(dependency, code.detections(), Long::sum);
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
        private final Map<ErrorCode, CodeCount> listed = new HashMap<>();
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
            other.listed.forEach((code, count) -> listed.computeIfAbsent(code, key -> new CodeCount(count.resolution()))
                    .merge(count, linesSoFar));
        }

        private PlatformSummary summary(List<CodeCount> unlisted) {
            return new PlatformSummary(
                    platform,
                    detections,
                    lines,
                    Stream.concat(listed.values().stream(), unlisted.stream())
                            .map(CodeCount::summary)
                            .sorted(Comparator.comparingLong(CodeSummary::detections)
                                    .reversed()
                                    .thenComparing(CodeSummary::code))
                            .toList());
        }
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
