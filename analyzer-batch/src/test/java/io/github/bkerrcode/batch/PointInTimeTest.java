package io.github.bkerrcode.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointInTimeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2025-10-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2025-10-24, 2025-10-23T16:00:00Z",
        "2025-10-24 15:02, 2025-10-24T07:02:00Z",
        "2025-10-24T15:02, 2025-10-24T07:02:00Z",
        "2025-10-24 15:02:11, 2025-10-24T07:02:11Z",
        "2025-10-24 15:02:11.123, 2025-10-24T07:02:11.123Z",
        "2025-10-24T15:02:11Z, 2025-10-24T15:02:11Z",
        "2025-10-24T15:02:11-03:00, 2025-10-24T18:02:11Z",
        "90s, 2025-10-24T11:58:30Z",
        "30m, 2025-10-24T11:30:00Z",
        "2h, 2025-10-24T10:00:00Z",
        "3d, 2025-10-21T12:00:00Z"
    })
    void writtenTimesAreRead(String text, Instant time) {
        assertThat(PointInTime.parse("--since", text, SHANGHAI, NOW)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "15:02", "2025-13-01", "2025-10-24 25:00", "2w", "24.10.2025"})
    void anythingElseIsRefusedWithExamples(String text) {
        assertThatThrownBy(() -> PointInTime.parse("--until", text, SHANGHAI, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--until: [" + text + "] is no time; give one such as 2025-10-24");
    }
}
