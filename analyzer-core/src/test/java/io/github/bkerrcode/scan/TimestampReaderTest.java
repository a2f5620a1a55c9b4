package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampReaderTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant LATEST = Instant.parse("2025-11-01T00:00:00Z");

    private final TimestampReader reader = new TimestampReader(SHANGHAI, LATEST);

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "2025-10-24 15:02:11 INFO started => 2025-10-24T07:02:11Z",
                "[2025-10-24 15:02:11.123]  INFO [job-manage,8f2,8f2] 1 --- [main] c.t.Foo : ok => 2025-10-24T07:02:11.123Z",
                "2025.10.24 15:02:11,123|demo|8f2| [main] ERROR Foo 12 failed => 2025-10-24T07:02:11.123Z",
                "ERROR [2025-10-24 15:02:11,123] /data/esb/views.py 12 call 31 139 => 2025-10-24T07:02:11.123Z",
                "INFO [2025-10-24 15:02:11,123] [8f2e] paasng(ln:31): ok => 2025-10-24T07:02:11.123Z",
                "2025-10-24T15:02:11 started => 2025-10-24T07:02:11Z",
                "2025/10/24 15:02:11 [error] 31#31: *7 connect() failed => 2025-10-24T07:02:11Z",
                "2025.10.24 15:02:11 started => 2025-10-24T07:02:11Z",
                "2025-01-01 00:00:00 started => 2024-12-31T16:00:00Z",
                "1999-12-31 23:59:59.999 over => 1999-12-31T15:59:59.999Z",
                "2024-02-29 12:00:00 leap day => 2024-02-29T04:00:00Z"
            })
    void dateAndTimeWithoutZoneAreInTheReadersZone(String line, Instant time) {
        assertThat(reader.read(line)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "2025-10-24T15:02:11Z ok => 2025-10-24T15:02:11Z",
                "2025-10-24T15:02:11.123Z ok => 2025-10-24T15:02:11.123Z",
                "2025-10-24T15:02:11+08:00 ok => 2025-10-24T07:02:11Z",
                "2025.10.24T15:02:11.123+08:00 ok => 2025-10-24T07:02:11.123Z",
                "2025-10-24T15:02:11+0000 ok => 2025-10-24T15:02:11Z",
                "2025-10-24T15:02:11-05:30 ok => 2025-10-24T20:32:11Z",
                "2025-10-24T23:30:00-0500 ok => 2025-10-25T04:30:00Z",
                "2025-10-24 15:02:11,123 +0900 ok => 2025-10-24T06:02:11.123Z",
                "2025-10-24T15:02:11.123456789-01:00 ok => 2025-10-24T16:02:11.123Z"
            })
    void offsetOfTheLineGoesBeforeTheReadersZone(String line, Instant time) {
        assertThat(reader.read(line)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-24 15:02:11.1, 2025-10-24T07:02:11.100Z",
        "2025-10-24 15:02:11.12, 2025-10-24T07:02:11.120Z",
        "2025-10-24 15:02:11.123999, 2025-10-24T07:02:11.123Z",
        "2025-10-24 15:02:11.1234567899Z, 2025-10-24T07:02:11.123Z",
        "2025-10-24 15:02:11., 2025-10-24T07:02:11Z",
        "2025-10-24 15:02:11:123, 2025-10-24T07:02:11Z"
    })
    void fractionIsCutToMilliseconds(String line, Instant time) {
        assertThat(reader.read(line)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-10-24 15:02:11 Zone changed",
                "2025-10-24 15:02:11 - started",
                "2025-10-24 15:02:11 -1 left",
                "2025-10-24 15:02:11 -1306201 is no offset"
            })
    void textBehindTheTimeThatIsNoOffsetIsIgnored(String line) {
        assertThat(reader.read(line)).isEqualTo(Instant.parse("2025-10-24T07:02:11Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "10.0.0.1 - - [24/Oct/2025:15:02:11 +0800] \"GET / HTTP/1.1\" 200 5 => 2025-10-24T07:02:11Z",
                "10.0.0.1 - - [24/Oct/2025:15:02:11 -0700] \"GET / HTTP/1.1\" 200 5 => 2025-10-24T22:02:11Z",
                "[01/Jan/2025:07:00:00] x => 2024-12-31T23:00:00Z"
            })
    void accessLogNamesItsMonth(String line, Instant time) {
        assertThat(reader.read(line)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "Jan, 01", "Feb, 02", "Mar, 03", "Apr, 04", "May, 05", "Jun, 06",
        "Jul, 07", "Aug, 08", "Sep, 09", "Oct, 10", "Nov, 11", "Dec, 12"
    })
    void everyMonthIsKnownByName(String name, String number) {
        assertThat(reader.read("[15/" + name + "/2024:12:00:00 +0000]"))
                .isEqualTo(Instant.parse("2024-" + number + "-15T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "E1024 15:02:11.123456   31 file.go:57] failed => 2025-10-24T07:02:11.123Z",
                "I1024 15:02:11.123456       1 leaderelection.go:258] ok => 2025-10-24T07:02:11.123Z",
                "W0101 00:00:00.000001 1 a.go:1] x => 2024-12-31T16:00:00Z",
                "F1031 23:59:59.999999 1 a.go:1] x => 2025-10-31T15:59:59.999Z",
                "E0308 05:37:56.181637 2409668 file.go:57] failed => 2025-03-07T21:37:56.181Z"
            })
    void klogTimeHasTheYearOfTheLatestTime(String line, Instant time) {
        assertThat(reader.read(line)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "Oct 24 15:02:11 paas-1 esb[31]: failed => 2025-10-24T07:02:11Z",
                "Oct  4 15:02:11 paas-1 esb[31]: failed => 2025-10-04T07:02:11Z",
                "Oct 04 15:02:11 paas-1 esb[31]: failed => 2025-10-04T07:02:11Z",
                "<13>Jan 31 08:00:00 paas-1 esb: failed => 2025-01-31T00:00:00Z"
            })
    void syslogTimeHasTheYearOfTheLatestTime(String line, Instant time) {
        assertThat(reader.read(line)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"E1231 23:00:00.000000 1 a.go:1] x", "Dec 31 23:00:00 paas-1 esb: x"})
    void timeWithoutYearThatWouldLieAheadIsOfTheYearBefore(String line) {
        assertThat(reader.read(line)).isEqualTo(Instant.parse("2024-12-31T15:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-01T00:00:00Z, 2024-02-29T04:00:00Z",
        "2024-03-05T00:00:00Z, 2024-02-29T04:00:00Z",
        "2024-02-10T00:00:00Z, 2020-02-29T04:00:00Z"
    })
    void leapDayWithoutYearIsOfTheLastLeapYear(Instant latest, Instant time) {
        TimestampReader another = new TimestampReader(SHANGHAI, latest);

        assertThat(another.read("E0229 12:00:00.000000 1 a.go:1] x")).isEqualTo(time);
        assertThat(another.read("Feb 29 12:00:00 paas-1 esb: x")).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{\"level\":\"error\",\"ts\":1761289331.123,\"msg\":\"x\"} => 2025-10-24T07:02:11.123Z",
                "{\"level\":\"error\",\"ts\":1761289331,\"msg\":\"x\"} => 2025-10-24T07:02:11Z",
                "{\"time\":1761289331123} => 2025-10-24T07:02:11.123Z",
                "{\"timestamp\": 1761289331123} => 2025-10-24T07:02:11.123Z",
                "{\"@timestamp\":\"1761289331123\"} => 2025-10-24T07:02:11.123Z",
                "{\"epoch\":\"1761289331\"} => 2025-10-24T07:02:11Z",
                "{\"ts\":1761289331.1234567} => 2025-10-24T07:02:11.123Z",
                "{\"ts\":\"soon\",\"time\":1761289331} => 2025-10-24T07:02:11Z",
                "{\"msg\":\"at 10:00:00\",\"ts\":1761289331} => 2025-10-24T07:02:11Z"
            })
    void epochUnderAJsonKeyIsSecondsOrMilliseconds(String line, Instant time) {
        assertThat(reader.read(line)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ts\":123}",
                "{\"ts\":-1761289331}",
                "{\"ts\":null}",
                "{\"ts\":",
                "{\"ts\":99999999999999999999999}",
                "{\"id\":1761289331}",
                "ts=1761289331",
                "\"ts\":1761289331"
            })
    void numberThatIsNoEpochOfAJsonLineIsNoTime(String line) {
        assertThat(reader.read(line)).isNull();
    }

    @Test
    void textOfAJsonLineIsReadWhereverItStands() {
        String line = "{\"msg\":\"" + "x".repeat(1_000) + "\",\"time\":\"2025-10-24T15:02:11+08:00\"}";

        assertThat(reader.read(line)).isEqualTo(Instant.parse("2025-10-24T07:02:11Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "::::::::",
                "java.lang.IllegalStateException: no",
                "\tat com.tencent.Foo.bar(Foo.java:31)",
                "15:02:11.123 [main] INFO started",
                "2025-10-24 started",
                "2025-10-24 15:02",
                "2025-10/24 15:02:11 mixed",
                "24/Okt/2025:15:02:11 x",
                "Okt 24 15:02:11 x",
                "anF 24 15:02:11 x",
                "X1024 15:02:11.123456 1 a.go:1] x",
                "1024 15:02:11.123456 1 a.go:1] x",
                "1761289331 started"
            })
    void lineWithoutDateAndTimeHasNone(String line) {
        assertThat(reader.read(line)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-30 12:00:00 x",
                "2025-02-29 12:00:00 x",
                "2025-13-01 12:00:00 x",
                "2025-00-10 12:00:00 x",
                "2025-10-00 12:00:00 x",
                "2025-10-32 12:00:00 x",
                "2025-10-24 24:00:00 x",
                "2025-10-24 12:60:00 x",
                "31/Apr/2025:12:00:00 +0800",
                "E0230 12:00:00.000000 1 a.go:1] x",
                "E1301 12:00:00.000000 1 a.go:1] x",
                "E0000 12:00:00.000000 1 a.go:1] x",
                "Feb 30 12:00:00 x",
                "Nov 31 12:00:00 x"
            })
    void dateThatDoesNotExistIsNoTime(String line) {
        assertThat(reader.read(line)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Oct x4 15:02:11 x", "Oct  : 15:02:11 x", "Oct /; 15:02:11 x", "Oct    15:02:11 x"})
    void syslogDayThatIsNoNumberIsNoTime(String line) {
        assertThat(reader.read(line)).isNull();
    }

    @Test
    void leapSecondIsTheSecondBefore() {
        assertThat(reader.read("2016-12-31T23:59:60Z x")).isEqualTo(Instant.parse("2016-12-31T23:59:59Z"));
    }

    @Test
    void hourThatTheClockSkipsIsReadAsIfItWentOn() {
        TimestampReader berlin = new TimestampReader(ZoneId.of("Europe/Berlin"), LATEST);

        assertThat(berlin.read("2025-03-30 02:30:00 x")).isEqualTo(Instant.parse("2025-03-30T01:30:00Z"));
    }

    @Test
    void hourThatTheClockRepeatsIsReadAsTheFirst() {
        TimestampReader berlin = new TimestampReader(ZoneId.of("Europe/Berlin"), LATEST);

        assertThat(berlin.read("2025-10-26 02:30:00 x")).isEqualTo(Instant.parse("2025-10-26T00:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[00:00:31] 2025-10-24 15:02:11 x",
                "99:99:99 2025-10-24 15:02:11 x",
                "2025-02-30 10:00:00 2025-10-24 15:02:11 x"
            })
    void firstTimeThatCanBeReadCounts(String line) {
        assertThat(reader.read(line)).isEqualTo(Instant.parse("2025-10-24T07:02:11Z"));
    }

    @Test
    void timeStandsInTheFirst128Characters() {
        String time = "2025-10-24 15:02:11";

        assertThat(reader.read("x".repeat(128 - time.length()) + time))
                .isEqualTo(Instant.parse("2025-10-24T07:02:11Z"));
        assertThat(reader.read("x".repeat(129 - time.length()) + time)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"２０２５-１０-２４ １５:０２:１１", "٢٠٢٥-١٠-٢٤ ١٥:٠٢:١١"})
    void digitsOfOtherScriptsAreNoTime(String line) {
        assertThat(reader.read(line)).isNull();
    }

    @Test
    void everyPartOfALineIsReadWithoutFailing() {
        String line =
                "{\"a\":\"E1024 15:02:11.123456 24/Oct/2025:15:02:11 +0800 Oct  4 15:02:11,1-05:30\",\"ts\":1761289331.1}";
        for (int from = 0; from < line.length(); from++) {
            for (int to = from; to <= line.length(); to++) {
                reader.read(line.substring(from, to));
                reader.read("{" + line.substring(from, to));
            }
        }

        assertThat(reader.read(line)).isEqualTo(Instant.parse("2025-10-24T07:02:11.123Z"));
    }

    @Test
    void randomTextIsReadWithoutFailing() {
        Random random = new Random(7);
        String alphabet = "0123456789:::--/. +ZTIWEFOctJan{\"ts\",";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder line = new StringBuilder(i % 2 == 0 ? "{\"ts\":" : "0");
            for (int length = random.nextInt(60); length > 0; length--) {
                line.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            line.append(":11:11 +9999");
            reader.read(line.toString());
        }

        assertThat(reader.read("0:11:11 +9999")).isNull();
    }

    @Test
    void bytesHaveTheTimeOfTheirText() {
        Random random = new Random(8);
        String[] parts = {
            "2025-10-24 15:02:11",
            ",123",
            "+08:00",
            " ",
            "错误码",
            "é",
            "\uD83D\uDE00",
            "E1024 15:02:11.123456",
            "Oct  4 15:02:11",
            "24/Oct/2025:15:02:11 +0800",
            "{",
            "\"ts\":1761289331.1",
            "\"time\":\"1761289331123\"",
            "x",
            "日志".repeat(20),
            "y".repeat(60),
            "z".repeat(900),
            "15:02:11",
            "Z",
            "中"
        };
        int times = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int count = random.nextInt(8); count > 0; count--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            byte[] block = ("before " + text + "behind").getBytes(StandardCharsets.UTF_8);
            Instant time = reader.read(text.toString());
            times += time == null ? 0 : 1;

            assertThat(reader.read(block, 7, block.length - 6))
                    .as(text.toString())
                    .isEqualTo(time);
        }

        assertThat(times).isGreaterThan(10_000);
    }
}
