package io.github.bkerrcode.scan.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.scan.RuleSet;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunSieveTest {

    private static final Catalog CATALOG = Catalog.builtIn();
    private static final CodeScanner EXACT = CodeScanner.create(CATALOG, RuleSet.builtIn(), Confidence.LOW);

    /** Numbers, names and what touches them, so that codes stand next to everything that makes them none. */
    private static final String[] PARTS = {
        "1306201",
        "1199014",
        "9700001",
        "13062011",
        "1306201L",
        "1306201A",
        "E1301002_BASE_X",
        "APIGW_NEW",
        "UNKNOWN",
        "XXUNKNOWN",
        "_UNKNOWN",
        "code=",
        "code: ",
        " ",
        "\"",
        "\\n",
        "\\u001b[31m",
        "\u001b[0m",
        "%20",
        "x",
        "a",
        "0",
        "错误码",
        "中",
        "，"
    };

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void codeAlwaysPasses(String charset) {
        Charset encoding = Charset.forName(charset);
        RunSieve sieve = RunSieve.ofCodes(CATALOG, !charset.equals("UTF-8"));
        Random random = new Random(5);
        int codes = 0;
        for (int i = 0; i < 100_000; i++) {
            String line = line(random);
            byte[] block = line.getBytes(encoding);
            for (Detection detection : EXACT.detect(line)) {
                int end = line.substring(0, detection.end()).getBytes(encoding).length;
                codes++;

                assertThat(passes(sieve, block, runStart(block, end))).as(line).isTrue();
            }
        }

        assertThat(codes).isGreaterThan(20_000);
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        for (int parts = 1 + random.nextInt(7); parts > 0; parts--) {
            line.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return line.toString();
    }

    private static int runStart(byte[] block, int end) {
        int start = end;
        while (start > 0 && CodeBytes.is(block[start - 1])) {
            start--;
        }
        return start;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13062011 ",
                "1306201234567890 ",
                "1306201A ",
                "1306201_ ",
                "1306201f ",
                "9712345 ",
                "1A06201 ",
                "_UNKNOWN ",
                "XXXXXXXX ",
                "EXCEPTIONs "
            })
    void runThatCannotBeACodeIsRuledOut(String run) {
        RunSieve sieve = RunSieve.ofCodes(CATALOG, false);

        for (String front : List.of("", " ", "\"", "=", "(", "A:", "中")) {
            byte[] block = (front + run).getBytes(StandardCharsets.UTF_8);
            assertThat(passes(sieve, block, block.length - run.length()))
                    .as(front + run)
                    .isFalse();
        }
    }

    @Test
    void runBehindWhatMayBeAnEscapePasses() {
        RunSieve sieve = RunSieve.ofCodes(CATALOG, false);

        assertThat(passes(sieve, "n13062011 ".getBytes(StandardCharsets.US_ASCII), 1))
                .isTrue();
        assertThat(passes(sieve, "%2013062011 ".getBytes(StandardCharsets.US_ASCII), 1))
                .isTrue();
        assertThat(passes(sieve, "n1306201f ".getBytes(StandardCharsets.US_ASCII), 1))
                .isFalse();
    }

    @Test
    void endOfTheBytesEndsARun() {
        RunSieve sieve = RunSieve.ofCodes(CATALOG, false);
        byte[] block = "13062011".getBytes(StandardCharsets.US_ASCII);

        assertThat(sieve.oneIfPassing(block, 0, 0, 7)).isOne();
        assertThat(sieve.oneIfPassing(block, 0, 0, 8)).isZero();
        assertThat(sieve.oneIfPassing("n1306201".getBytes(StandardCharsets.US_ASCII), 1, 1, 8))
                .isOne();
    }

    @Test
    void openSieveLetsEverythingPass() {
        assertThat(passes(RunSieve.open(), "_1234567890 ".getBytes(StandardCharsets.US_ASCII), 0))
                .isTrue();
    }

    private static boolean passes(RunSieve sieve, byte[] block, int start) {
        return sieve.oneIfPassing(block, 0, start, block.length) == 1;
    }
}
