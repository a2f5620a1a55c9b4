package io.github.bkerrcode.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.cli.report.DisplayText;
import io.github.bkerrcode.code.Language;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1288490189 | 10522669875 | 2000   | 12%, 1.20 GiB of 9.80 GiB, 614 MiB/s, 0:14 left
            0          | 1000        | 1000   | 0%, 0 B of 0.98 KiB, 0 B/s
            500        | 1000        | 1000   | 50%, 500 B of 0.98 KiB, 500 B/s, 0:01 left
            1000       | 1000        | 2000   | 100%, 0.98 KiB of 0.98 KiB, 500 B/s, 0:00 left
            1048576    | 7549747200  | 1000   | 0%, 1.00 MiB of 7.03 GiB, 1.00 MiB/s, 1:59:59 left
            """)
    void saysShareBytesRateAndTimeLeft(long done, long total, long millis, String text) {
        assertThat(new Progress(done, total, Duration.ofMillis(millis)).text(Language.EN))
                .isEqualTo(text);
    }

    @Test
    void saysItInChinese() {
        Duration second = Duration.ofSeconds(1);
        assertThat(new Progress(500, 1_000, second).text(Language.ZH))
                .isEqualTo("50%，500 B / 0.98 KiB，500 B/s，剩余 0:01");
        assertThat(new Progress(500, Progress.UNKNOWN, second).text(Language.ZH))
                .isEqualTo("500 B，500 B/s");
        assertThat(new Progress(0, 1_000, second).text(Language.ZH)).isEqualTo("0%，0 B / 0.98 KiB，0 B/s");
    }

    @Test
    void unknownTotalLeavesBytesAndRate() {
        assertThat(new Progress(31_457_280, Progress.UNKNOWN, Duration.ofSeconds(2)).text(Language.EN))
                .isEqualTo("30.0 MiB, 15.0 MiB/s");
    }

    @Test
    void fileThatHasGrownIsNeverDoneMoreThanWhole() {
        assertThat(new Progress(2_048, 1_024, Duration.ofSeconds(1)).text(Language.EN))
                .isEqualTo("100%, 2.00 KiB of 2.00 KiB, 2.00 KiB/s, 0:00 left");
    }

    @Test
    void nothingToReadIsDone() {
        assertThat(new Progress(0, 0, Duration.ZERO).text(Language.EN)).isEqualTo("100%, 0 B of 0 B, 0 B/s");
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807, 9223372036854775807", "1, 9223372036854775807", "1023, 1099511627775"})
    void isShort(long done, long total) {
        Progress progress = new Progress(done, total, Duration.ofDays(9));
        assertThat(progress.text(Language.EN)).hasSizeLessThan(80);
        assertThat(DisplayText.width(progress.text(Language.ZH))).isLessThan(80);
    }
}
