package io.github.bkerrcode.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.summary.Summary.TimeBucket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {

    private static final Instant NOON = Instant.parse("2025-10-24T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Timeline timeline = new Timeline();

    @Test
    void nothingAddedHasNoBuckets() {
        assertThat(timeline.buckets()).isEmpty();
    }

    @Test
    void timesOfOneMinuteShareABucket() {
        timeline.add(NOON, "job", 1);
        timeline.add(NOON.plusMillis(59_999), "job", 2);

        assertThat(timeline.buckets()).containsExactly(new TimeBucket(NOON, MINUTE, "job", 3));
    }

    @Test
    void nextMinuteHasABucketOfItsOwn() {
        timeline.add(NOON.plusSeconds(60), "job", 1);
        timeline.add(NOON.plusMillis(59_999), "job", 1);

        assertThat(timeline.buckets())
                .containsExactly(
                        new TimeBucket(NOON, MINUTE, "job", 1), new TimeBucket(NOON.plusSeconds(60), MINUTE, "job", 1));
    }

    @Test
    void platformsAreCountedApartAndSortedById() {
        timeline.add(NOON, "paas", 1);
        timeline.add(NOON, "job", 2);

        assertThat(timeline.buckets())
                .containsExactly(new TimeBucket(NOON, MINUTE, "job", 2), new TimeBucket(NOON, MINUTE, "paas", 1));
    }

    @Test
    void timeBefore1970LiesInTheBucketThatBeginsBeforeIt() {
        timeline.add(Instant.parse("1969-12-31T23:58:30Z"), "job", 1);

        assertThat(timeline.buckets())
                .containsExactly(new TimeBucket(Instant.parse("1969-12-31T23:58:00Z"), MINUTE, "job", 1));
    }

    @Test
    void mostMinutesThatFitKeepTheirWidth() {
        fill(timeline, Instant.EPOCH, MINUTE, 120);

        assertThat(timeline.buckets())
                .hasSize(120)
                .allMatch(bucket -> bucket.width().equals(MINUTE));
    }

    @Test
    void platformsOfTheSameMinuteDoNotWidenIt() {
        fill(timeline, Instant.EPOCH, MINUTE, 120);
        timeline.add(Instant.EPOCH, "paas", 1);

        assertThat(timeline.buckets())
                .hasSize(121)
                .allMatch(bucket -> bucket.width().equals(MINUTE));
    }

    @Test
    void emptyTimeBetweenBucketsDoesNotWidenThem() {
        timeline.add(NOON, "job", 1);
        timeline.add(NOON.plus(Duration.ofDays(3_650)), "job", 1);

        assertThat(timeline.buckets())
                .hasSize(2)
                .allMatch(bucket -> bucket.width().equals(MINUTE));
    }

    @Test
    void oneMinuteTooManyJoinsFiveMinutesEach() {
        fill(timeline, NOON, MINUTE, 121);

        assertThat(timeline.buckets())
                .hasSize(25)
                .startsWith(new TimeBucket(NOON, Duration.ofMinutes(5), "job", 5))
                .endsWith(new TimeBucket(NOON.plus(Duration.ofHours(2)), Duration.ofMinutes(5), "job", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "PT1M, PT5M",
        "PT5M, PT15M",
        "PT15M, PT1H",
        "PT1H, PT6H",
        "PT6H, P1D",
        "P1D, P7D",
        "P7D, P28D",
        "P28D, P336D",
        "P336D, P33600D"
    })
    void oneBucketTooManyTakesTheNextWidth(Duration spacing, Duration width) {
        fill(timeline, Instant.EPOCH, spacing, 121);

        assertThat(timeline.buckets()).allMatch(bucket -> bucket.width().equals(width));
        assertThat(timeline.buckets()).extracting(TimeBucket::start).doesNotHaveDuplicates();
    }

    @Test
    void wideBucketsBeginAtAMultipleOfTheirWidth() {
        fill(timeline, Instant.parse("2025-10-24T12:03:00Z"), MINUTE, 121);

        assertThat(timeline.buckets().get(0)).isEqualTo(new TimeBucket(NOON, Duration.ofMinutes(5), "job", 2));
    }

    @Test
    void wideBucketsOfTimesBefore1970BeginAtAMultipleOfTheirWidth() {
        fill(timeline, Instant.parse("1969-12-31T20:03:00Z"), MINUTE, 121);

        assertThat(timeline.buckets().get(0))
                .isEqualTo(new TimeBucket(Instant.parse("1969-12-31T20:00:00Z"), Duration.ofMinutes(5), "job", 2));
    }

    @Test
    void wideningLosesNoDetection() {
        fill(timeline, NOON, Duration.ofHours(5), 1_000);

        assertThat(timeline.buckets().stream().mapToLong(TimeBucket::detections).sum())
                .isEqualTo(1_000);
    }

    @Test
    void allYearsOfFourDigitsNeedNoMoreBucketsThanAllowed() {
        fill(timeline, Instant.parse("0000-01-01T00:00:00Z"), Duration.ofDays(300), 12_000);

        assertThat(timeline.buckets()).hasSizeLessThanOrEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource({"+1000000000-12-31T23:59:59Z, 9999-12-31T23:59:00Z", "-1000000000-01-01T00:00:00Z, 0000-01-01T00:00:00Z"
    })
    void timeOutsideTheYearsOfFourDigitsCountsAtTheirEnds(Instant time, Instant start) {
        timeline.add(time, "job", 1);

        assertThat(timeline.buckets()).containsExactly(new TimeBucket(start, MINUTE, "job", 1));
    }

    @Test
    void timesOfAllAgesNeedNoMoreBucketsThanAllowed() {
        fill(timeline, Instant.parse("-100000-01-01T00:00:00Z"), Duration.ofDays(30_000), 2_000);

        assertThat(timeline.buckets()).hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void narrowMergedIntoWideIsWide() {
        fill(timeline, NOON, MINUTE, 121);
        Timeline narrow = new Timeline();
        narrow.add(NOON.plusSeconds(60), "job", 10);

        timeline.merge(narrow);

        assertThat(timeline.buckets()).hasSize(25).startsWith(new TimeBucket(NOON, Duration.ofMinutes(5), "job", 15));
    }

    @Test
    void wideMergedIntoNarrowIsWide() {
        timeline.add(NOON.plusSeconds(60), "job", 10);
        Timeline wide = new Timeline();
        fill(wide, NOON, MINUTE, 121);

        timeline.merge(wide);

        assertThat(timeline.buckets()).hasSize(25).startsWith(new TimeBucket(NOON, Duration.ofMinutes(5), "job", 15));
    }

    @Test
    void narrowOnesThatAreTooManyTogetherBecomeWide() {
        fill(timeline, Instant.EPOCH, MINUTE, 100);
        Timeline other = new Timeline();
        fill(other, Instant.EPOCH.plus(Duration.ofMinutes(100)), MINUTE, 100);

        timeline.merge(other);

        assertThat(timeline.buckets())
                .hasSize(40)
                .allMatch(bucket -> bucket.equals(new TimeBucket(bucket.start(), Duration.ofMinutes(5), "job", 5)));
    }

    @Test
    void mergeLeavesTheOtherAsItWas() {
        Timeline narrow = new Timeline();
        narrow.add(NOON, "job", 1);
        fill(timeline, NOON, MINUTE, 121);

        timeline.merge(narrow);

        assertThat(narrow.buckets()).containsExactly(new TimeBucket(NOON, MINUTE, "job", 1));
    }

    @Test
    void bucketsStayAsTheyWereWhenTheTimelineGoesOn() {
        timeline.add(NOON, "job", 1);
        var before = timeline.buckets();

        timeline.add(NOON, "job", 1);

        assertThat(before).containsExactly(new TimeBucket(NOON, MINUTE, "job", 1));
    }

    private static void fill(Timeline timeline, Instant start, Duration spacing, int count) {
        for (int i = 0; i < count; i++) {
            timeline.add(start.plus(spacing.multipliedBy(i)), "job", 1);
        }
    }
}
