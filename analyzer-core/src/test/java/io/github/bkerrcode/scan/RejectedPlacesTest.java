package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RejectedPlacesTest {

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
        for (int i = 0; i < 60_000; i++) {
            byte[] block = block(random);
            Matcher candidates = CANDIDATE.matcher(new String(block, StandardCharsets.ISO_8859_1));
            while (candidates.find()) {
                int start = candidates.start();
                int end = candidates.end();
                boolean mayBe = SCANNER.inPlace(StandardCharsets.UTF_8).mayBeCode(block, 0, start, end, block.length);
                rejected += mayBe ? 0 : 1;

                assertThat(experienced.mayBeCode(block, 0, start, end, block.length))
                        .as(new String(block, StandardCharsets.UTF_8))
                        .isEqualTo(mayBe);
            }
        }

        assertThat(rejected).isGreaterThan(4_000);
    }

    private static byte[] block(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "some line before\n");
        for (int parts = 3 + random.nextInt(10); parts > 0; parts--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.append("\nand one behind\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void onlyWhatWasReadIsCompared() {
        RejectedPlaces places = new RejectedPlaces();
        long before = word("xxxxx id");
        long after = word(" bytesxx");
        places.add(before, 3, after, 6, CandidateKind.UNLISTED);

        assertThat(places.has(word("abcde id"), word(" bytesab"), CandidateKind.UNLISTED))
                .isTrue();
        assertThat(places.has(word("abcdexid"), word(" bytesab"), CandidateKind.UNLISTED))
                .isFalse();
        assertThat(places.has(word("abcde id"), word(" bytezab"), CandidateKind.UNLISTED))
                .isFalse();
        assertThat(places.has(before, after, CandidateKind.LISTED)).isFalse();
    }

    @Test
    void nothingIsRememberedAtFirst() {
        assertThat(new RejectedPlaces().has(0, 0, CandidateKind.LISTED)).isFalse();
    }

    /** Eight characters as they lie in memory, the first one lowest. */
    private static long word(String text) {
        long word = 0;
        for (int i = 7; i >= 0; i--) {
            word = word << 8 | text.charAt(i);
        }
        return word;
    }
}
