package io.github.bkerrcode.summary;

import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.Dependency;
import io.github.bkerrcode.summary.Summary.InputSummary;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * In which order a summary lists things. Classes of their own, since comparators that are put together of lambdas are generated at run
 * time, which takes longer than all sorting.
 */
final class SummaryOrder {

    private SummaryOrder() {}

    static <T> List<T> sorted(Collection<T> unsorted, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(unsorted);
        sorted.sort(order);
        return List.copyOf(sorted);
    }

    /** Most detections first, then by id. */
    static final class OfPlatforms implements Comparator<PlatformSummary> {
        @Override
        public int compare(PlatformSummary one, PlatformSummary other) {
            int order = Long.compare(other.detections(), one.detections());
            return order != 0
                    ? order
                    : one.platform().id().compareTo(other.platform().id());
        }
    }

    /** Most detections first, then by token. */
    static final class OfCodes implements Comparator<CodeSummary> {
        @Override
        public int compare(CodeSummary one, CodeSummary other) {
            int order = Long.compare(other.detections(), one.detections());
            return order != 0 ? order : one.code().compareTo(other.code());
        }
    }

    /** Most detections first, then by source and target, what documents say before what was concluded. */
    static final class OfDependencies implements Comparator<Dependency> {
        @Override
        public int compare(Dependency one, Dependency other) {
            int order = Long.compare(other.detections(), one.detections());
            if (order == 0) {
                order = one.source().compareTo(other.source());
            }
            if (order == 0) {
                order = one.target().compareTo(other.target());
            }
            return order != 0 ? order : Boolean.compare(one.derived(), other.derived());
        }
    }

    /** By name, then by size, which tells those of different hosts apart. */
    static final class OfInputs implements Comparator<InputSummary> {
        @Override
        public int compare(InputSummary one, InputSummary other) {
            int order = one.file().compareTo(other.file());
            if (order == 0) {
                order = Long.compare(one.bytes(), other.bytes());
            }
            if (order == 0) {
                order = Long.compare(one.lines(), other.lines());
            }
            if (order == 0) {
                order = Long.compare(one.linesWithCodes(), other.linesWithCodes());
            }
            return order != 0 ? order : Long.compare(one.detections(), other.detections());
        }
    }
}
