package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DecidedPlacesTest {

    private static final CodeScanner SCANNER = CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.LOW);
    private static final Pattern CANDIDATE =
            Pattern.compile("(?<![0-9A-Za-z_])(1306201|1301002|1199014|UNKNOWN|NOT_FOUND)(?![0-9A-Za-z_])");

    /** Short parts, so that the same few bytes often stand next to a candidate, and something else behind them. */
    private static final String[] PARTS = {
        "1306201",
        "1301002",
        "1199014",
        "UNKNOWN",
        "NOT_FOUND",
        " ",
        " ",
        ": ",
        "=",
        "id",
        "code",
        "got ",
        "m",
        "0m",
        "[1;31m",
        "\u001b[0m",
        "\\u001b[31m",
        "\\n",
        "\\\"",
        "\"",
        "%22",
        "&quot;",
        "\\u4e2d",
        "错误码",
        "条",
        "é",
        "bytes",
        "KB",
        "size",
        "error",
        "ERROR",
        "\n",
        "\r\n",
        "\r",
        "offset",
        ",",
        "(",
        ")",
        "\\xe9\\x94\\x99",
        "x",
        "1",
        "a"
    };

    @Test
    void placeThatWasRejectedBeforeIsRejectedForAScannerThatNeverSawIt() {
        Random random = new Random(11);
        InPlaceScanner experienced = SCANNER.inPlace(StandardCharsets.UTF_8);
        int rejected = 0;
        int rejectedByExperience = 0;
        for (int i = 0; i < 60_000; i++) {
            byte[] block = block(random);
            Matcher candidates = CANDIDATE.matcher(new String(block, StandardCharsets.ISO_8859_1));
            while (candidates.find()) {
                int start = candidates.start();
                int end = candidates.end();
                boolean mayBe = mayBeCode(SCANNER.inPlace(StandardCharsets.UTF_8), block, start, end);
                boolean mayBeByExperience = mayBeCode(experienced, block, start, end);
                rejected += mayBe ? 0 : 1;
                rejectedByExperience += mayBeByExperience ? 0 : 1;

                assertThat(mayBe && !mayBeByExperience)
                        .as(new String(block, StandardCharsets.UTF_8))
                        .isFalse();
            }
        }

        assertThat(rejected).isGreaterThan(4_000);
        assertThat(rejectedByExperience).isBetween(rejected * 9 / 10, rejected);
    }

    private static boolean mayBeCode(InPlaceScanner scanner, byte[] block, int start, int end) {
        return block[start] <= '9'
                ? scanner.mayBeNumber(block, 0, start, end, block.length)
                : scanner.mayBeName(block, 0, start, end, block.length);
    }

    private static byte[] block(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "some line before\n");
        for (int parts = 3 + random.nextInt(10); parts > 0; parts--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.append("\nand one behind\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void lineIsJudgedAsByAScannerThatNeverSawSuchAPlace() {
        Random random = new Random(12);
        InPlaceScanner experienced = SCANNER.inPlace(StandardCharsets.UTF_8);
        int found = 0;
        for (int i = 0; i < 60_000; i++) {
            byte[] block = block(random);
            int from = block[0] == 's' && random.nextBoolean() ? "some line before\n".length() : 0;
            int to = from;
            while (to < block.length - 1 && block[to] != '\n') {
                to++;
            }
            List<Detection> detections = SCANNER.inPlace(StandardCharsets.UTF_8).detect(block, from, from, to);
            found += detections == null ? 0 : detections.size();

            assertThat(experienced.detect(block, from, from, to))
                    .as(new String(block, from, to - from, StandardCharsets.UTF_8))
                    .isEqualTo(detections);
        }

        assertThat(found).isGreaterThan(3_000);
    }

    @Test
    void onlyWhatWasReadIsCompared() {
        DecidedPlaces<String> places = new DecidedPlaces<>();
        ByteContext place = ByteContext.ofUtf8();
        show(place, "a bread 1306201 by");
        for (int i = 0; i < 6; i++) {
            place.before();
        }
        place.after();
        places.put(place, CandidateKind.UNLISTED, "yes");

        show(place, "the bread 1306201 be");
        assertThat(places.get(place, CandidateKind.UNLISTED)).isEqualTo("yes");
        assertThat(places.get(place, CandidateKind.LISTED)).isNull();
        show(place, "a tread 1306201 by");
        assertThat(places.get(place, CandidateKind.UNLISTED)).isNull();
        show(place, "a bread 1306201,by");
        assertThat(places.get(place, CandidateKind.UNLISTED)).isNull();
    }

    private static void show(ByteContext place, String text) {
        byte[] block = ("a line in front with room\n" + text + " and so on\n").getBytes(StandardCharsets.UTF_8);
        int start = new String(block, StandardCharsets.UTF_8).indexOf("1306201");
        place.show(block, 0, start, start + 7, block.length);
        place.beginReading();
        assertThat(place.isComparable()).isTrue();
    }

    @Test
    void farReachIsNotRemembered() {
        DecidedPlaces<String> places = new DecidedPlaces<>();
        ByteContext place = ByteContext.ofUtf8();
        show(place, "a long way in front of 1306201 by");
        for (int i = 0; i < 17; i++) {
            place.before();
        }
        places.put(place, CandidateKind.UNLISTED, "yes");

        assertThat(places.get(place, CandidateKind.UNLISTED)).isNull();
    }
}
