package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is different from an earlier summary. Codes are compared by how often they stand in so many lines, since two runs seldom read
 * equally much.
 *
 * @param added codes that were not there before, most frequent first
 * @param gone codes that are not there any more, those that were most frequent first
 * @param changed codes that are at least {@link #NOTABLE} times as frequent, or as rare, the biggest change first; of codes that occur less
 *     than {@link #ENOUGH} times in both runs nothing can be said
 */
public record Comparison(List<CodeSummary> added, List<CodeSummary> gone, List<Change> changed) {

    /** By how much a code must have become more or less frequent to be named. */
    static final double NOTABLE = 2;

    /** How often a code must occur, in one of the runs, to be compared. */
    static final long ENOUGH = 10;

    /**
     * A code that became more or less frequent.
     *
     * @param before its count in the earlier summary
     * @param now its count in the later one
     * @param factor how often it stands in a line now, divided by how often it did; above 1 it became more frequent
     */
    public record Change(CodeSummary before, CodeSummary now, double factor) {}

    /** Compares two summaries. */
    public static Comparison of(Summary before, Summary now) {
        Map<ErrorCode, CodeSummary> earlier = codes(before);
        Map<ErrorCode, CodeSummary> later = codes(now);
        List<CodeSummary> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        later.forEach((code, summary) -> {
            CodeSummary was = earlier.remove(code);
            if (was == null) {
                added.add(summary);
            } else if (Math.max(was.detections(), summary.detections()) >= ENOUGH) {
                double factor = rate(summary, now) / rate(was, before);
                if (factor >= NOTABLE || factor <= 1 / NOTABLE) {
                    changed.add(new Change(was, summary, factor));
                }
            }
        });
        List<CodeSummary> gone = new ArrayList<>(earlier.values());
        Comparator<CodeSummary> mostFrequent =
                Comparator.comparingLong(CodeSummary::detections).reversed().thenComparing(CodeSummary::code);
        added.sort(mostFrequent);
        gone.sort(mostFrequent);
        changed.sort(Comparator.comparingDouble((Change change) -> -Math.abs(Math.log(change.factor())))
                .thenComparing(change -> change.now().code()));
        return new Comparison(List.copyOf(added), List.copyOf(gone), List.copyOf(changed));
    }

    private static Map<ErrorCode, CodeSummary> codes(Summary summary) {
        Map<ErrorCode, CodeSummary> codes = new LinkedHashMap<>();
        for (PlatformSummary platform : summary.platforms()) {
            platform.codes().forEach(code -> codes.put(code.code(), code));
        }
        return codes;
    }

    private static double rate(CodeSummary code, Summary summary) {
        return (double) code.detections() / Math.max(1, summary.lines());
    }

    /** Says whether nothing is different enough to be named. */
    public boolean isEmpty() {
        return added.isEmpty() && gone.isEmpty() && changed.isEmpty();
    }
}
