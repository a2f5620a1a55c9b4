package io.github.bkerrcode.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeSpanTest {

    private static final Instant NINE = Instant.parse("2025-10-24T09:00:00Z");
    private static final Instant NOON = Instant.parse("2025-10-24T12:00:00Z");
    private static final Instant THREE = Instant.parse("2025-10-24T15:00:00Z");

    private final TimeSpan span = new TimeSpan();

    @Test
    void spanOfNothingHasNoEnds() {
        assertThat(span.first()).isNull();
        assertThat(span.last()).isNull();
    }

    @Test
    void oneTimeIsBothEnds() {
        span.include(NOON);

        assertThat(span.first()).isEqualTo(NOON);
        assertThat(span.last()).isEqualTo(NOON);
    }

    @Test
    void earlierAndLaterTimesMoveTheEnds() {
        span.include(NOON);
        span.include(THREE);
        span.include(NINE);

        assertThat(span.first()).isEqualTo(NINE);
        assertThat(span.last()).isEqualTo(THREE);
    }

    @Test
    void timeInsideMovesNothing() {
        span.include(NINE);
        span.include(THREE);
        span.include(NOON);

        assertThat(span.first()).isEqualTo(NINE);
        assertThat(span.last()).isEqualTo(THREE);
    }

    @Test
    void unknownTimeIsIgnored() {
        span.include(NOON);
        span.include((Instant) null);

        assertThat(span.first()).isEqualTo(NOON);
        assertThat(span.last()).isEqualTo(NOON);
    }

    @Test
    void otherSpanIsIncludedWhole() {
        TimeSpan other = new TimeSpan();
        other.include(NINE);
        other.include(THREE);
        span.include(NOON);

        span.include(other);

        assertThat(span.first()).isEqualTo(NINE);
        assertThat(span.last()).isEqualTo(THREE);
    }

    @Test
    void emptySpanChangesNothing() {
        span.include(NOON);

        span.include(new TimeSpan());

        assertThat(span.first()).isEqualTo(NOON);
        assertThat(span.last()).isEqualTo(NOON);
    }
}
