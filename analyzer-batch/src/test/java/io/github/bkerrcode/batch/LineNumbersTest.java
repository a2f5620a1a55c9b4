package io.github.bkerrcode.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.input.LineReader;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.RuleSet;
import io.github.bkerrcode.scan.internal.CodeBytes;
import io.github.bkerrcode.vector.VectorCodeBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines have the numbers that counting them one by one gives, though most are only counted where codes are looked for. */
class LineNumbersTest {

    private static final String CODE = "E1301002_BASE_DATABASE_ERROR";
    private static final String[] NO_CODES = {"", "ORDINARY", "130620113062", "1306201 rows", "E1024"};
    private static final int LINES = 20_000;

    static Stream<CodeBytes> kernels() {
        return Stream.of(CodeBytes.words(), new VectorCodeBytes());
    }

    /** Candidates in every place of a window, several in one, and none for a long way; some lines come in pieces. */
    @ParameterizedTest
    @MethodSource("kernels")
    void numbersAreThoseOfCountingOneByOne(CodeBytes kernel) throws IOException {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            List<String> lines = lines(random);
            byte[] content = (String.join("\n", lines) + (random.nextBoolean() ? "\n" : "")).getBytes(UTF_8);
            LineReader reader = LineReader.open(new Portions(content, random), UTF_8);
            List<String> found = new ArrayList<>();
            for (int unsearched = random.nextInt(3); unsearched > 0 && reader.next(); unsearched--) {
                found.add(numbered(reader.lineNumber(), reader.text().content()));
            }
            LineReader.Finder finder =
                    new Workbench(settings(kernel)).search(UTF_8).finder();
            while (reader.next(finder)) {
                found.add(numbered(reader.lineNumber(), reader.text().content()));
            }
            found.removeIf(line -> !line.endsWith(CODE));

            assertThat(found).as("seed " + seed).isEqualTo(expected(lines));
            assertThat(reader.lineNumber()).as("seed " + seed).isEqualTo(lines.size());
            assertThat(reader.bytesRead()).as("seed " + seed).isEqualTo(content.length);
        }
    }

    private static ScanSettings settings(CodeBytes kernel) {
        return new ScanSettings(
                Catalog.builtIn(),
                CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM),
                code -> true,
                UTF_8,
                ZoneId.of("Asia/Shanghai"),
                TimeWindow.ALWAYS,
                kernel);
    }

    private static List<String> lines(Random random) {
        int rarity = random.nextBoolean() ? 1 + random.nextInt(4) : 1 + random.nextInt(2_000);
        int longest = 1 + random.nextInt(300);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            String word = random.nextInt(rarity) == 0 ? CODE : NO_CODES[random.nextInt(NO_CODES.length)];
            int blanks = random.nextInt(9_000) == 0 ? LineReader.MAX_PIECE + 1 : random.nextInt(longest);
            lines.add("é".repeat(random.nextInt(3))
                    + "-".repeat(random.nextInt(longest))
                    + word
                    + " ".repeat(blanks)
                    + "\r".repeat(random.nextInt(2)));
        }
        lines.add("last " + CODE);
        return lines;
    }

    private static List<String> expected(List<String> lines) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(CODE)) {
                expected.add(numbered(i + 1, lines.get(i)));
            }
        }
        return expected;
    }

    /** A line as far as its code, which of those that come in pieces only the first has. */
    private static String numbered(long number, CharSequence line) {
        String text = line.toString();
        return number + " " + text.substring(0, text.contains(CODE) ? text.indexOf(CODE) + CODE.length() : 0);
    }

    /** Gives some of the bytes that are asked for. */
    private static final class Portions extends InputStream {
        private final ByteArrayInputStream content;
        private final Random random;

        private Portions(byte[] content, Random random) {
            this.content = new ByteArrayInputStream(content);
            this.random = random;
        }

        @Override
        public int read() {
            return content.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return content.read(target, offset, Math.min(length, 1 + random.nextInt(300_000)));
        }
    }
}
