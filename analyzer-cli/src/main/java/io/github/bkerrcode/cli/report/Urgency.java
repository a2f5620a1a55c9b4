package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which codes of a summary to look at first. Immutable.
 *
 * <p>A code's weight is the number of its detections, {@value #FACTOR} times as much if it still occurs, and {@value #FACTOR} times as
 * little if it is a mistake of the caller. It <em>still occurs</em> if it was last seen in the last tenth of the time from the first to
 * the last line with a code. It is <em>a mistake of the caller</em> if the catalog gives it an HTTP status of 400 to 499 in all of its
 * rows. The heaviest comes first; of equal ones the more frequent, then the lower code.
 *
 * @param recent from this time on what was seen still occurs; null if no line has a time, and then nothing does
 */
record Urgency(@Nullable Instant recent) {

    private static final int FACTOR = 10;
    private static final int CLIENT_ERRORS = 4;

    /** Returns the urgency of a summary's codes. */
    static Urgency in(Summary summary) {
        Instant first = summary.firstSeen();
        Instant last = summary.lastSeen();
        return new Urgency(
                first == null || last == null
                        ? null
                        : last.minus(Duration.between(first, last).dividedBy(FACTOR)));
    }

    /** Returns the codes of the summary, the most urgent first. */
    List<CodeSummary> rank(Summary summary) {
        return summary.platforms().stream()
                .flatMap(platform -> platform.codes().stream())
                .sorted(Comparator.comparingLong(this::weight)
                        .thenComparingLong(CodeSummary::detections)
                        .reversed()
                        .thenComparing(CodeSummary::code))
                .toList();
    }

    /** Says whether the code still occurs at the end of the time covered. */
    boolean stillOccurs(CodeSummary code) {
        Instant last = code.lastSeen();
        return recent != null && last != null && !last.isBefore(recent);
    }

    /** Says whether it is known when the code was last seen, and that this is a while ago. */
    boolean hasCeased(CodeSummary code) {
        return code.lastSeen() != null && !stillOccurs(code);
    }

    /** In tenths, so that nothing is rounded; the counts of a summary are below 2^53, so it does not overflow. */
    private long weight(CodeSummary code) {
        long tenths = isMistakeOfTheCaller(code) ? 1 : FACTOR;
        return code.detections() * tenths * (stillOccurs(code) ? FACTOR : 1);
    }

    private static boolean isMistakeOfTheCaller(CodeSummary code) {
        return code.resolution() instanceof Resolution.Listed listed
                && listed.entries().stream()
                        .map(CatalogEntry::httpStatus)
                        .allMatch(status -> status != null && status / 100 == CLIENT_ERRORS);
    }
}
