package io.github.bkerrcode.batch;

import java.time.Instant;
import java.time.ZoneId;
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

    /**
     * Reads a window as people write it on a command line.
     *
     * @param since as {@code --since} was given, or null if it was not
     * @param until as {@code --until} was given, or null if it was not
     * @param zone of times that do not name one
     * @param now what "two hours ago" counts from
     * @throws IllegalArgumentException if one of them is no time, or they are the wrong way round; the message is for the user
     */
    public static TimeWindow parse(@Nullable String since, @Nullable String until, ZoneId zone, Instant now) {
        Instant from = since == null ? null : PointInTime.parse("--since", since, zone, now);
        Instant to = until == null ? null : PointInTime.parse("--until", until, zone, now);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("--since " + since + " is not before --until " + until);
        }
        return new TimeWindow(from, to);
    }

    /** Says whether a line of this time counts; one without a time counts only if every line does. */
    boolean includes(@Nullable Instant time) {
        if (since == null && until == null) {
            return true;
        }
        return time != null && (since == null || !time.isBefore(since)) && (until == null || time.isBefore(until));
    }
}
