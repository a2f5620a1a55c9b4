package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.summary.Summary.TimeBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The time a timeline covers, in stretches of equal width. One axis serves all platforms of a summary, so that what happened at the same
 * time stands one below the other.
 *
 * @param start where the first stretch begins
 * @param end where the timeline ends, at the latest with the last stretch
 * @param stretch a multiple of the width of the timeline's buckets
 * @param stretches at least one
 */
record TimeAxis(Instant start, Instant end, Duration stretch, int stretches) {

    private static final List<Duration> ROUND = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(20),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(7));

    /**
     * Returns the axis with the shortest stretches, of a round length if possible, of which there are not more than so many.
     *
     * @param timeline at least one bucket, oldest first
     * @param most at least one
     */
    static TimeAxis of(List<TimeBucket> timeline, int most) {
        Instant start = timeline.get(0).start();
        Duration width = timeline.get(0).width();
        Instant end = timeline.get(timeline.size() - 1).start().plus(width);
        Duration covered = Duration.between(start, end);
        long buckets = divideUp(covered.dividedBy(width), most);
        Duration needed = width.multipliedBy(buckets);
        Duration stretch = ROUND.stream()
                .filter(round -> round.compareTo(needed) >= 0 && isMultiple(round, width))
                .findFirst()
                .orElse(needed);
        return new TimeAxis(start, end, stretch, (int) divideUp(covered.toSeconds(), stretch.toSeconds()));
    }

    private static boolean isMultiple(Duration duration, Duration width) {
        return duration.toSeconds() % width.toSeconds() == 0;
    }

    private static long divideUp(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** Returns the detections of a platform in each stretch. */
    long[] counts(List<TimeBucket> timeline, String platform) {
        long[] counts = new long[stretches];
        for (TimeBucket bucket : timeline) {
            if (bucket.platform().equals(platform)) {
                long place = Duration.between(start, bucket.start()).dividedBy(stretch);
                counts[(int) place] += bucket.detections();
            }
        }
        return counts;
    }
}
