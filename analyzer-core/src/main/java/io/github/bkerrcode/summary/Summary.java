package io.github.bkerrcode.summary;

import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tally says once finished. Immutable.
 *
 * <p>How each number grows:
 *
 * <ul>
 *   <li><b>files</b>: by one for each input that could be opened, whatever came of it later;
 *   <li><b>bytes</b>: by the size of each line with its line break, after decompression;
 *   <li><b>lines</b>: by one for each line feed, and for a last line without one;
 *   <li><b>linesWithCodes</b>: by one for each line with at least one detection;
 *   <li><b>detections</b>: by one for each confirmed code, so a code that stands twice in a line counts twice;
 *   <li><b>firstSeen</b>, <b>lastSeen</b>: the earliest and latest time of a line with codes; null if no such line had one.
 * </ul>
 *
 * The same rules hold inside a platform and a code, whose {@code lines} are the distinct lines it stands in. Platforms and
 * codes are sorted by detections, most first, then by id and code.
 *
 * <p>Where a log has more different unlisted codes, or more problems, than a {@link Tally} keeps, the counts of a platform may
 * be more than those of its codes together, and problems say what is not listed.
 *
 * @param timeline detections over time, oldest first; only lines with a time take part
 * @param dependencies which system's failures were reported by which other, most frequent first
 * @param inputs what was read
 * @param problems what could not be read as it should be, in the order of input, line and message; if there was too much of it, the last says
 *     how much more
 */
public record Summary(
        long files,
        long bytes,
        long lines,
        long linesWithCodes,
        long detections,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        List<PlatformSummary> platforms,
        List<TimeBucket> timeline,
        List<Dependency> dependencies,
        List<InputSummary> inputs,
        List<Problem> problems) {

    /**
     * One platform's share.
     *
     * @param platform the owner of the codes
     * @param lines distinct lines with a code of this platform
     */
    public record PlatformSummary(Platform platform, long detections, long lines, List<CodeSummary> codes) {}

    /**
     * One code's share.
     *
     * @param resolution what the code means
     * @param sample a line with the code: of those in the first input by name, the first
     */
    public record CodeSummary(
            Resolution.Known resolution,
            long detections,
            long lines,
            @Nullable Instant firstSeen,
            @Nullable Instant lastSeen,
            Sample sample) {

        /** Returns the code. */
        public ErrorCode code() {
            return resolution.code();
        }

        /** Says whether the catalog has the code. */
        public boolean listed() {
            return resolution instanceof Resolution.Listed;
        }
    }

    /**
     * A line that holds a code.
     *
     * @param file the input's name
     * @param line from 1
     * @param text the line, shortened to at most {@link Tally#MAX_SAMPLE_LENGTH} characters around the code
     */
    public record Sample(String file, long line, String text) {}

    /**
     * Detections of one platform in one stretch of time.
     *
     * @param start inclusive; a multiple of the width since the epoch
     * @param width the same for all buckets of a summary
     * @param platform the platform's id
     */
    public record TimeBucket(Instant start, Duration width, String platform, long detections) {}

    /**
     * How often one system reported the failure of another, by the catalog.
     *
     * @param source the system that reported
     * @param target the system that failed
     * @param derived false if the documents say so in their source and target columns; true if it was concluded from the
     *     meanings of codes
     */
    public record Dependency(String source, String target, long detections, boolean derived) {}

    /** One input's share. */
    public record InputSummary(String file, long bytes, long lines, long linesWithCodes, long detections) {}

    /**
     * Something that could not be read as it should be.
     *
     * @param file the input's name
     * @param line from 1, or 0 if no line can be named
     * @param message what happened, and what to do
     * @param incomplete true if part of the input is missing from the counts
     */
    public record Problem(String file, long line, String message, boolean incomplete) {}
}
