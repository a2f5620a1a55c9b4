package io.github.bkerrcode.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "5 minutes,300000",
        "1 minute,60000",
        "30 seconds,30000",
        "30s,30000",
        "30,30000",
        "0,0",
        "0 seconds,0",
        "50 milliseconds,50",
        "50ms,50",
        "2 HOURS,7200000",
        "PT5M,300000",
        " pt1h ,3600000",
        "off,0",
        " Off ,0"
    })
    void timesAreRead(String text, long millis) {
        assertThat(Interval.parse(text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "often",
                "-5 minutes",
                "PT-5M",
                "5 lightyears",
                "99999999999999999999 s",
                "9223372036854775807 h",
                "9223372036854775807 s",
                "PT0.0001S",
                "offline",
                "1.5 s"
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(Interval.parse(text)).isEmpty();
    }

    @Test
    void halfMinutesHaveAnIsoForm() {
        assertThat(Interval.parse("PT0.5M")).isEmpty();
        assertThat(Interval.parse("PT0.5S")).contains(Duration.ofMillis(500));
    }
}
