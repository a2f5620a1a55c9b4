package io.github.bkerrcode.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times whose lines count. Immutable.
 *
 * @param since the earliest, or null if there is none
 * @param until the first that does not count any more, or null if there is none
 */
public record TimeWindow(@Nullable Instant since, @Nullable Instant until) {

    /** Every line counts, with or without a time. */
    public static final TimeWindow ALWAYS = new TimeWindow(null, null);

    /** Says whether a line of this time counts; one without a time counts only if every line does. */
    boolean includes(@Nullable Instant time) {
        if (since == null && until == null) {
            return true;
        }
        return time != null && (since == null || !time.isBefore(since)) && (until == null || time.isBefore(until));
    }
}
