package io.github.bkerrcode.summary;

import io.github.bkerrcode.summary.Summary.TimeBucket;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Detections per platform over time, in at most {@link #MAX_BUCKETS} stretches of equal width. Times outside the years 0 to
 * 9999 count as the first or the last second of these, so that the widest stretches are always few enough.
 */
final class Timeline {

    /*
     * Each width divides the next, so buckets can be joined exactly. The width of a timeline is the smallest at which its
     * times need no more than MAX_BUCKETS buckets; that depends on the set of times only, so merging is associative and
     * commutative.
     */
    static final int MAX_BUCKETS = 120;

    private static final List<Duration> WIDTHS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(28),
            Duration.ofDays(336),
            Duration.ofDays(33_600));

    private static final long FIRST_SECOND = LocalDateTime.of(0, 1, 1, 0, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long LAST_SECOND =
            LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);

    private int width;
    private TreeMap<Long, Map<String, Count>> buckets = new TreeMap<>();

    /** The bucket used last, and where it lies; most lines are of the same one as the line before. */
    private @Nullable Map<String, Count> lastBucket;

    private long last;

    /** Mutable, so that counting allocates nothing. */
    private static final class Count {
        private long detections;
    }

    void add(Instant time, String platform, long detections) {
        addToBucket(Math.floorDiv(counted(time), widthSeconds()), platform, detections);
        widenWhileTooMany();
    }

    /** Says whether buckets may be so wide. */
    static boolean isWidth(Duration width) {
        return WIDTHS.contains(width);
    }

    /** Adds a bucket of any of the widths. */
    void add(TimeBucket bucket) {
        widenTo(Math.max(width, WIDTHS.indexOf(bucket.width())));
        addToBucket(Math.floorDiv(counted(bucket.start()), widthSeconds()), bucket.platform(), bucket.detections());
        widenWhileTooMany();
    }

    private static long counted(Instant time) {
        return Math.max(FIRST_SECOND, Math.min(LAST_SECOND, time.getEpochSecond()));
    }

    void merge(Timeline other) {
        widenTo(Math.max(width, other.width));
        addAll(other.buckets, other.widthSeconds());
        widenWhileTooMany();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(width);
        Wire.writeAll(buckets.entrySet(), buckets.size(), out, bucket -> {
            out.writeLong(bucket.getKey());
            Wire.writeAll(bucket.getValue().entrySet(), bucket.getValue().size(), out, platform -> {
                Wire.writeText(platform.getKey(), out);
                out.writeLong(platform.getValue().detections);
            });
        });
    }

    void read(DataInput in) throws IOException {
        width = in.readInt();
        for (int left = in.readInt(); left > 0; left--) {
            long bucket = in.readLong();
            for (int platforms = in.readInt(); platforms > 0; platforms--) {
                addToBucket(bucket, Wire.readText(in), in.readLong());
            }
        }
    }

    List<TimeBucket> buckets() {
        List<TimeBucket> result = new ArrayList<>();
        for (Map.Entry<Long, Map<String, Count>> bucket : buckets.entrySet()) {
            Instant start = Instant.ofEpochSecond(bucket.getKey() * widthSeconds());
            for (Map.Entry<String, Count> count : bucket.getValue().entrySet()) {
                result.add(new TimeBucket(start, WIDTHS.get(width), count.getKey(), count.getValue().detections));
            }
        }
        return List.copyOf(result);
    }

    private void addToBucket(long bucket, String platform, long detections) {
        Map<String, Count> platforms = lastBucket;
        if (platforms == null || bucket != last) {
            platforms = bucket(bucket);
            lastBucket = platforms;
            last = bucket;
        }
        Count count = platforms.get(platform);
        if (count == null) {
            count = new Count();
            platforms.put(platform, count);
        }
        count.detections += detections;
    }

    private Map<String, Count> bucket(long bucket) {
        Map<String, Count> platforms = buckets.get(bucket);
        if (platforms == null) {
            platforms = new TreeMap<>();
            buckets.put(bucket, platforms);
        }
        return platforms;
    }

    private void widenWhileTooMany() {
        while (buckets.size() > MAX_BUCKETS) {
            widenTo(width + 1);
        }
    }

    private void widenTo(int wider) {
        if (wider == width) {
            return;
        }
        long before = widthSeconds();
        Map<Long, Map<String, Count>> narrow = buckets;
        width = wider;
        buckets = new TreeMap<>();
        lastBucket = null;
        addAll(narrow, before);
    }

    /** Adds buckets that are as wide as ours or narrower. */
    private void addAll(Map<Long, Map<String, Count>> narrow, long seconds) {
        for (Map.Entry<Long, Map<String, Count>> entry : narrow.entrySet()) {
            long bucket = Math.floorDiv(entry.getKey() * seconds, widthSeconds());
            for (Map.Entry<String, Count> platform : entry.getValue().entrySet()) {
                addToBucket(bucket, platform.getKey(), platform.getValue().detections);
            }
        }
    }

    private long widthSeconds() {
        return WIDTHS.get(width).toSeconds();
    }
}
