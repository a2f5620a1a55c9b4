package io.github.bkerrcode.summary;

import io.github.bkerrcode.catalog.Catalog;
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
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
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
 *
 * <p>{@link #of} makes a tally of a summary, so summaries are merged as tallies are. What a summary has lost comes to this:
 *
 * <ul>
 *   <li><b>inputs</b> of a summary stay entries of their own; those of the same name are of different hosts, and both count;
 *   <li><b>timelines</b> of different widths get the wider one, or one wider still if there would be too many stretches;
 *   <li><b>what was left out</b> of a summary is added up. A problem counts once per summary, however often it was said;
 *   <li><b>texts</b> that no catalog at hand has are those of the summary; where summaries differ, the first in order. A code
 *       that one of them has as listed is listed;
 *   <li><b>dependencies</b> are those of the summaries, whatever the catalog at hand says.
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
    private @Nullable String lastFile;
    private @Nullable InputCount lastInput;
    private final List<InputSummary> toldInputs = new ArrayList<>();
    private final Map<Blame, Long> toldDependencies = new HashMap<>();
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
     * Returns a tally that counted what a summary says; it can be used further, but the summary's inputs do not grow any
     * more.
     *
     * @param summary one that {@link SummaryReader} has read, or a {@link #snapshot}
     * @param catalog names platforms and says what codes mean; what it does not have stays as the summary says it
     */
    public static Tally of(Summary summary, Catalog catalog) {
        Tally tally = new Tally(catalog);
        CatalogTexts texts = new CatalogTexts(catalog);
        tally.linesWithCodes = summary.linesWithCodes();
        tally.detections = summary.detections();
        tally.span.include(summary.firstSeen());
        tally.span.include(summary.lastSeen());
        summary.platforms().forEach(platform -> tally.addTold(texts.of(platform)));
        summary.timeline().forEach(tally.timeline::add);
        summary.dependencies()
                .forEach(told -> tally.toldDependencies.merge(
                        new Blame(told.source(), told.target(), told.derived()), told.detections(), Long::sum));
        tally.toldInputs.addAll(summary.inputs());
        tally.addToldProblems(summary);
        return tally;
    }

    private void addTold(PlatformSummary told) {
        PlatformCount platform = platform(told.platform());
        platform.detections += told.detections();
        platform.lines += told.lines();
        for (CodeSummary code : told.codes()) {
            if (code.listed()) {
                platform.listed
                        .computeIfAbsent(code.code(), key -> new CodeCount(code.resolution()))
                        .merge(CodeCount.of(code), linesWithCodes);
            } else {
                unlisted.add(CodeCount.of(code), linesWithCodes);
            }
        }
    }

    /** What was left out is counted on, so what is said of it is not kept but said anew. */
    private void addToldProblems(Summary summary) {
        long leftOut = summary.platforms().stream()
                .mapToLong(platform -> platform.detections()
                        - platform.codes().stream()
                                .mapToLong(CodeSummary::detections)
                                .sum())
                .sum();
        List<Problem> own = new ArrayList<>(summary.problems());
        summary.problems().stream()
                .filter(problem -> problem.equals(BoundedCodes.problem(problem.file(), leftOut)))
                .findFirst()
                .ifPresent(problem -> {
                    own.remove(problem);
                    unlisted.addLeftOut(problem.file(), leftOut);
                });
        problems.addListed(own);
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
        InputCount input = input(origin.file());
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

    /** Lines of one input come one after the other. */
    private InputCount input(String file) {
        InputCount last = lastInput;
        if (last == null || !file.equals(lastFile)) {
            last = inputCount(file);
            lastInput = last;
            lastFile = file;
        }
        return last;
    }

    private InputCount inputCount(String file) {
        InputCount count = inputs.get(file);
        if (count == null) {
            count = new InputCount();
            inputs.put(file, count);
        }
        return count;
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
        PlatformCount platform = platform(known.platform());
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

    private PlatformCount platform(Platform platform) {
        PlatformCount count = platforms.get(platform.id());
        if (count == null) {
            count = new PlatformCount(platform);
            platforms.put(platform.id(), count);
        }
        return count;
    }

    /** The count of a code, or null if the code is one of those that are counted for their platform only. */
    private @Nullable CodeCount countOf(Resolution.Known known, PlatformCount platform, LineOrigin origin) {
        CodeCount listed = platform.listed.get(known.code());
        if (listed != null) {
            return listed;
        }
        // A catalog that is read anew may come to list a code; it goes on where it was counted first.
        if (known instanceof Resolution.Unlisted || unlisted.has(known)) {
            return unlisted.forDetection(known, origin.file());
        }
        return platform.countOf(known);
    }

    /**
     * Counts lines read from an input, whether or not they have codes, and makes the input known.
     *
     * @param file the input's name
     * @param lines how many lines
     * @param bytes how many bytes they take, with their line breaks
     */
    public void addRead(String file, long lines, long bytes) {
        InputCount input = input(file);
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
     * @param other a tally over the same catalog, or one of a summary
     */
    public void merge(Tally other) {
        lastOrigin = null;
        linesWithCodes += other.linesWithCodes;
        detections += other.detections;
        span.include(other.span);
        for (PlatformCount count : other.platforms.values()) {
            platform(count.platform).merge(count, linesWithCodes);
        }
        unlisted.merge(other.unlisted, linesWithCodes);
        timeline.merge(other.timeline);
        for (Map.Entry<String, InputCount> input : other.inputs.entrySet()) {
            inputCount(input.getKey()).merge(input.getValue());
        }
        toldInputs.addAll(other.toldInputs);
        for (Map.Entry<Blame, Long> told : other.toldDependencies.entrySet()) {
            add(told.getValue(), told.getKey(), toldDependencies);
        }
        problems.merge(other.problems);
    }

    /**
     * Moves all lines that samples and problems name further down: the tally of a part of an input becomes one of the whole.
     *
     * @param lines how many lines come before the part
     */
    public void moveDown(long lines) {
        renumber(new MovedDown(lines));
    }

    private record MovedDown(long lines) implements LineNumbering {
        @Override
        public long numberOf(String file, long line) {
            return line + lines;
        }
    }

    /**
     * Gives all lines that samples and problems name other numbers. Parts of an input can be counted and merged before it is known how
     * many lines come before each, if meanwhile their lines have numbers in the right order.
     *
     * @param numbering keeps the order of the lines of an input
     */
    public void renumber(LineNumbering numbering) {
        lastOrigin = null;
        for (PlatformCount platform : platforms.values()) {
            for (CodeCount code : platform.listed.values()) {
                code.renumber(numbering);
            }
        }
        unlisted.renumber(numbering);
        problems.renumber(numbering);
    }

    /**
     * Writes all that was counted, for a process that has the same catalog and the same version of this library; {@link #read} reads
     * it, and the two tallies then do the same for ever. Unlike a {@link Summary}, this loses nothing, and what the catalog says of codes is not sent.
     *
     * @throws IllegalStateException if the tally has counts of a summary, whose texts no catalog need have
     * @throws IOException if {@code out} does
     */
    public void write(DataOutput out) throws IOException {
        if (!toldInputs.isEmpty() || !toldDependencies.isEmpty()) {
            throw new IllegalStateException("a tally of summaries cannot be sent");
        }
        out.writeLong(linesWithCodes);
        out.writeLong(detections);
        span.write(out);
        Wire.writeAll(platforms.values(), platforms.size(), out, platform -> platform.write(out));
        unlisted.write(out);
        timeline.write(out);
        Wire.writeAll(inputs.entrySet(), inputs.size(), out, input -> {
            Wire.writeText(input.getKey(), out);
            input.getValue().write(out);
        });
        problems.write(out);
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @param lookup over the same catalog as that of the tally that was written
     * @throws IOException if {@code in} does, or the catalog is another
     */
    public static Tally read(DataInput in, CodeLookup lookup) throws IOException {
        Tally tally = new Tally(lookup);
        tally.linesWithCodes = in.readLong();
        tally.detections = in.readLong();
        tally.span.read(in);
        for (int left = in.readInt(); left > 0; left--) {
            PlatformCount platform = PlatformCount.read(in, lookup);
            tally.platforms.put(platform.platform.id(), platform);
        }
        tally.unlisted.read(in, lookup);
        tally.timeline.read(in);
        for (int left = in.readInt(); left > 0; left--) {
            tally.inputs.put(Wire.readText(in), InputCount.read(in));
        }
        tally.problems.read(in);
        return tally;
    }

    /** Returns the counts up to now; the tally can be used further. */
    public Summary snapshot() {
        List<InputSummary> read = inputs();
        long bytes = 0;
        long lines = 0;
        for (InputSummary input : read) {
            bytes += input.bytes();
            lines += input.lines();
        }
        return new Summary(
                read.size(),
                bytes,
                lines,
                linesWithCodes,
                detections,
                span.first(),
                span.last(),
                platforms(),
                timeline.buckets(),
                dependencies(),
                read,
                problems.listWith(unlisted.problem()));
    }

    private List<InputSummary> inputs() {
        List<InputSummary> all = new ArrayList<>(toldInputs);
        for (Map.Entry<String, InputCount> input : inputs.entrySet()) {
            all.add(input.getValue().summary(input.getKey()));
        }
        return SummaryOrder.sorted(all, new SummaryOrder.OfInputs());
    }

    private List<PlatformSummary> platforms() {
        Map<String, List<CodeCount>> unlistedCodes = unlisted.byPlatform();
        List<PlatformSummary> all = new ArrayList<>();
        for (PlatformCount platform : platforms.values()) {
            all.add(platform.summary(unlistedCodes.getOrDefault(platform.platform.id(), List.of())));
        }
        return SummaryOrder.sorted(all, new SummaryOrder.OfPlatforms());
    }

    private List<Dependency> dependencies() {
        Map<Blame, Long> counts = new HashMap<>(toldDependencies);
        for (PlatformCount platform : platforms.values()) {
            for (CodeCount code : platform.listed.values()) {
                Blame blame = code.recorded() == 0 ? null : blame(code.resolution());
                if (blame != null) {
                    add(code.recorded(), blame, counts);
                }
            }
        }
        List<Dependency> all = new ArrayList<>();
        for (Map.Entry<Blame, Long> count : counts.entrySet()) {
            all.add(count.getKey().dependency(count.getValue()));
        }
        return SummaryOrder.sorted(all, new SummaryOrder.OfDependencies());
    }

    private static void add(long detections, Blame blame, Map<Blame, Long> counts) {
        Long before = counts.get(blame);
        counts.put(blame, before == null ? detections : before + detections);
    }

    /** Source and target of a code that blames another system; null if it does not. */
    private static @Nullable Blame blame(Resolution.Known known) {
        if (!(known instanceof Resolution.Listed listed)) {
            return null;
        }
        CatalogEntry entry = listed.entries().get(0);
        Blame said = blame(entry.source(), entry.target(), false);
        return said != null ? said : blame(entry.derivedSource(), entry.derivedTarget(), true);
    }

    private static @Nullable Blame blame(@Nullable String source, @Nullable String target, boolean derived) {
        return source == null || target == null || source.equals(target) ? null : new Blame(source, target, derived);
    }

    /** One system reports the failure of another. */
    private record Blame(String source, String target, boolean derived) {

        // What a record has of itself is put together at run time when it is first used, which takes longer than many a
        // log.

        @Override
        public boolean equals(Object other) {
            return other instanceof Blame blame
                    && source.equals(blame.source)
                    && target.equals(blame.target)
                    && derived == blame.derived;
        }

        @Override
        public int hashCode() {
            return 31 * source.hashCode() + target.hashCode();
        }

        private Dependency dependency(long detections) {
            return new Dependency(source, target, detections, derived);
        }
    }

    private static final class PlatformCount {
        private Platform platform;
        private final Map<ErrorCode, CodeCount> listed = new HashMap<>();
        private long detections;
        private long lines;
        private long lastLine;

        private PlatformCount(Platform platform) {
            this.platform = platform;
        }

        private void merge(PlatformCount other, long linesSoFar) {
            platform = TextOrder.first(platform, other.platform);
            detections += other.detections;
            lines += other.lines;
            lastLine = linesSoFar;
            for (CodeCount count : other.listed.values()) {
                countOf(count.resolution()).merge(count, linesSoFar);
            }
        }

        private CodeCount countOf(Resolution.Known code) {
            CodeCount count = listed.get(code.code());
            if (count == null) {
                count = new CodeCount(code);
                listed.put(code.code(), count);
            }
            return count;
        }

        private void write(DataOutput out) throws IOException {
            Wire.writePlatform(platform, out);
            out.writeLong(detections);
            out.writeLong(lines);
            Wire.writeAll(listed.values(), listed.size(), out, code -> code.write(out));
        }

        private static PlatformCount read(DataInput in, CodeLookup lookup) throws IOException {
            PlatformCount count = new PlatformCount(Wire.readPlatform(in));
            count.detections = in.readLong();
            count.lines = in.readLong();
            for (int left = in.readInt(); left > 0; left--) {
                CodeCount code = CodeCount.read(in, lookup);
                count.listed.put(code.resolution().code(), code);
            }
            return count;
        }

        private PlatformSummary summary(List<CodeCount> unlisted) {
            Map<ErrorCode, CodeCount> counts = new HashMap<>(listed);
            // Summaries of different catalogs may have one code as listed and as unlisted.
            for (CodeCount count : unlisted) {
                CodeCount same = counts.get(count.resolution().code());
                counts.put(count.resolution().code(), same == null ? count : CodeCount.sum(same, count));
            }
            List<CodeSummary> codes = new ArrayList<>();
            for (CodeCount count : counts.values()) {
                codes.add(count.summary());
            }
            return new PlatformSummary(
                    platform, detections, lines, SummaryOrder.sorted(codes, new SummaryOrder.OfCodes()));
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

        private void write(DataOutput out) throws IOException {
            out.writeLong(lines);
            out.writeLong(bytes);
            out.writeLong(linesWithCodes);
            out.writeLong(detections);
        }

        private static InputCount read(DataInput in) throws IOException {
            InputCount count = new InputCount();
            count.lines = in.readLong();
            count.bytes = in.readLong();
            count.linesWithCodes = in.readLong();
            count.detections = in.readLong();
            return count;
        }

        private InputSummary summary(String file) {
            return new InputSummary(file, bytes, lines, linesWithCodes, detections);
        }
    }
}
