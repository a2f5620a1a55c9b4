package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.summary.Summary.TimeBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeAxisTest {

    private static final Instant START = Instant.parse("2025-10-24T07:00:00Z");

    @Test
    void stretchIsTheShortestRoundOneOfWhichThereAreFewEnough() {
        TimeAxis axis = TimeAxis.of(List.of(bucket(0, 1), bucket(99, 1)), 20);
        assertThat(axis.stretch()).isEqualTo(Duration.ofMinutes(5));
        assertThat(axis.stretches()).isEqualTo(20);
        assertThat(axis.start()).isEqualTo(START);
        assertThat(axis.end()).isEqualTo(START.plusSeconds(6_000));
    }

    @Test
    void bucketOfAnyWidthIsAllThereIsToSee() {
        TimeAxis axis = TimeAxis.of(List.of(bucket(0, 7)), 20);
        assertThat(axis.stretches()).isEqualTo(1);
        assertThat(axis.counts(List.of(bucket(0, 7)), "job")).containsExactly(7);
    }

    @Test
    void ageOfTheWorldStillFits() {
        Duration width = Duration.ofDays(33_600);
        List<TimeBucket> timeline = IntStream.range(0, 109)
                .mapToObj(i -> new TimeBucket(Instant.EPOCH.plus(width.multipliedBy(i)), width, "job", 1))
                .toList();
        TimeAxis axis = TimeAxis.of(timeline, 40);
        assertThat(axis.stretch()).isEqualTo(width.multipliedBy(3));
        assertThat(Arrays.stream(axis.counts(timeline, "job")).sum()).isEqualTo(109);
    }

    @Test
    void everyDetectionOfAPlatformStandsInItsStretch() {
        Random random = new Random(6);
        for (int round = 0; round < 200; round++) {
            List<TimeBucket> timeline = random.ints(1 + random.nextInt(60), 0, 5_000)
                    .sorted()
                    .distinct()
                    .mapToObj(minute -> bucket(minute, 1 + random.nextInt(9)))
                    .toList();
            int most = 1 + random.nextInt(50);
            TimeAxis axis = TimeAxis.of(timeline, most);
            long[] expected = new long[axis.stretches()];
            for (TimeBucket bucket : timeline) {
                long minutes = Duration.between(timeline.get(0).start(), bucket.start())
                        .toMinutes();
                expected[(int) (minutes / axis.stretch().toMinutes())] += bucket.detections();
            }
            assertThat(axis.counts(timeline, "job")).isEqualTo(expected).hasSizeLessThanOrEqualTo(most);
            assertThat(axis.counts(timeline, "paas")).containsOnly(0);
        }
    }

    private static TimeBucket bucket(int minute, long detections) {
        return new TimeBucket(START.plusSeconds(60L * minute), Duration.ofMinutes(1), "job", detections);
    }
}
