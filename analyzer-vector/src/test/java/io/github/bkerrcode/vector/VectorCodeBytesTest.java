package io.github.bkerrcode.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.scan.internal.CodeBytes;
import io.github.bkerrcode.scan.internal.CodeRuns;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both kernels find what a plain expression finds, whatever the bytes and wherever they begin. */
class VectorCodeBytesTest {

    private static final Pattern RUN = Pattern.compile("[0-9A-Z_]{7,}");
    private static final byte[] ALPHABET = {
        '0', '9', 'A', 'Z', '_', '/', ':', '@', '[', '^', '`', 'a', ' ', '\n', 0, -1, -128, 127
    };
    private static final int BLOCKS = 200_000;

    static Stream<CodeBytes> kernels() {
        return Stream.of(CodeBytes.words(), new VectorCodeBytes());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void findsWhatAnExpressionFinds(CodeBytes kernel) {
        Random random = new Random(7);
        for (int i = 0; i < BLOCKS; i++) {
            byte[] block = block(random);
            int from = random.nextInt(1 + block.length);
            int to = from + random.nextInt(1 + block.length - from);

            assertThat(all(new CodeRuns(kernel), block, from, to))
                    .as(new String(block, from, to - from, StandardCharsets.ISO_8859_1))
                    .isEqualTo(expected(block, from, to));
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void findsARunAtEveryPlaceAndOfEveryLength(CodeBytes kernel) {
        for (int start = 0; start < 200; start++) {
            for (int length = 5; length < 80; length++) {
                byte[] block = new byte[300];
                Arrays.fill(block, start, start + length, (byte) 'Q');

                assertThat(new CodeRuns(kernel).find(block, 0, block.length)).isEqualTo(length < 7 ? -1 : start);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void tellsEveryByte(CodeBytes kernel) {
        for (int b = 0; b < 256; b++) {
            byte[] block = new byte[128];
            Arrays.fill(block, 40, 90, (byte) b);
            boolean codeByte = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b == '_';

            assertThat(new CodeRuns(kernel).find(block, 0, block.length))
                    .as("byte " + b)
                    .isEqualTo(codeByte ? 40 : -1);
        }
    }

    /** More runs than are remembered at a time, at all distances from each other; some as long as several windows. */
    @ParameterizedTest
    @MethodSource("kernels")
    void findsMoreRunsThanItRemembers(CodeBytes kernel) {
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            byte[] block = new byte[20_000 + random.nextInt(20_000)];
            int longest = random.nextInt(4) == 0 ? 300 : 20;
            int farthest = 1 + random.nextInt(60);
            for (int at = random.nextInt(farthest); at < block.length; at += 1 + random.nextInt(farthest)) {
                int end = Math.min(block.length, at + random.nextInt(longest));
                Arrays.fill(block, at, end, ALPHABET[random.nextInt(5)]);
                at = end;
            }
            int from = random.nextInt(100);
            int to = block.length - random.nextInt(100);

            assertThat(all(new CodeRuns(kernel), block, from, to)).isEqualTo(expected(block, from, to));
        }
    }

    /** As a reader does that goes on behind the line in which something was found. */
    @ParameterizedTest
    @MethodSource("kernels")
    void goesOnWhereItIsToldTo(CodeBytes kernel) {
        Random random = new Random(13);
        CodeRuns runs = new CodeRuns(kernel);
        for (int i = 0; i < 2_000; i++) {
            byte[] block = block(random, 20_000);
            int to = block.length - random.nextInt(1 + block.length / 10);
            List<Integer> starts = expected(block, 0, to);
            runs.forget();
            int from = 0;
            while (from < to) {
                int first = from;
                int found = runs.find(block, from, to);

                assertThat(found)
                        .isEqualTo(starts.stream()
                                .filter(start -> start >= first)
                                .findFirst()
                                .orElse(-1));
                from = behindRun(block, Math.max(found + 1, from + random.nextInt(1 + random.nextInt(12_000))), to);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void looksAgainAfterForgettingAndWithAnotherEnd(CodeBytes kernel) {
        byte[] block = "1306201 ".repeat(100).getBytes(StandardCharsets.US_ASCII);
        CodeRuns runs = new CodeRuns(kernel);

        assertThat(runs.find(block, 0, block.length)).isZero();
        assertThat(runs.find(block, 8, 8 + 6)).isEqualTo(-1);
        assertThat(runs.find(block, 8, block.length)).isEqualTo(8);

        Arrays.fill(block, 0, 160, (byte) 'x');
        runs.forget();

        assertThat(runs.find(block, 0, block.length)).isEqualTo(160);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void countsLineFeedsAnewAfterForgettingAndWithAnotherEnd(CodeBytes kernel) {
        byte[] block = "1306201\n".repeat(100).getBytes(StandardCharsets.US_ASCII);
        CodeRuns runs = new CodeRuns(kernel);

        assertThat(runs.find(block, 80, 200)).isEqualTo(80);
        assertThat(runs.lineFeeds(block)).isZero();
        assertThat(runs.find(block, 160, 200)).isEqualTo(160);
        assertThat(runs.lineFeeds(block)).isEqualTo(10);
        assertThat(runs.find(block, 168, 800)).isEqualTo(168);
        assertThat(runs.lineFeeds(block)).isZero();

        Arrays.fill(block, (byte) '\n');
        runs.forget();

        assertThat(runs.find(block, 0, 800)).isNegative();
        assertThat(runs.lineFeeds(block)).isEqualTo(800);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void countsLineFeedsInFrontOfARunAtEveryPlace(CodeBytes kernel) {
        for (int from = 0; from < 3; from++) {
            for (int start = from; start < 200; start++) {
                byte[] block = new byte[300];
                Arrays.fill(block, (byte) '\n');
                Arrays.fill(block, start, start + 7, (byte) 'Q');
                CodeRuns runs = new CodeRuns(kernel);

                assertThat(runs.find(block, from, block.length)).isEqualTo(start);
                assertThat(runs.lineFeeds(block)).isEqualTo(start - from);
                assertThat(runs.find(block, start + 7, block.length)).isNegative();
                assertThat(runs.lineFeeds(block)).isEqualTo(300 - 7 - from);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void onlyLineFeedsAreCounted(CodeBytes kernel) {
        for (int b = 0; b < 256; b++) {
            byte[] block = new byte[150];
            Arrays.fill(block, (byte) b);
            block[70] = '\n';
            CodeRuns runs = new CodeRuns(kernel);
            while (runs.find(block, 0, block.length) >= 0) {
                assertThat(runs.lineFeeds(block)).as("byte " + b).isBetween(0, 1);
            }

            assertThat(runs.lineFeeds(block)).as("byte " + b).isEqualTo(b == '\n' ? 150 : 1);
        }
    }

    /** Runs close together and far apart, with and without those between that nobody asks for. */
    @ParameterizedTest
    @MethodSource("kernels")
    void countsLineFeedsAsOneByOneWhereverItGoesOn(CodeBytes kernel) {
        Random random = new Random(17);
        CodeRuns runs = new CodeRuns(kernel);
        for (int i = 0; i < 2_000; i++) {
            byte[] block = block(random, 20_000);
            int farthest = 1 + random.nextInt(2_000);
            int first = random.nextInt(1 + block.length / 10);
            int to = block.length - random.nextInt(1 + block.length / 10);
            runs.forget();
            int from = first;
            while (from < to) {
                int found = runs.find(block, from, to);

                assertThat(runs.lineFeeds(block)).isEqualTo(lineFeeds(block, first, found < 0 ? to : found));
                from = behindRun(block, Math.max(found, from) + 1 + random.nextInt(farthest), to);
            }
        }
    }

    private static int lineFeeds(byte[] block, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += block[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** A position at which no run is cut in two. */
    private static int behindRun(byte[] block, int position, int to) {
        int behind = position;
        while (behind < to && CodeBytes.is(block[behind]) && CodeBytes.is(block[behind - 1])) {
            behind++;
        }
        return behind;
    }

    private static List<Integer> all(CodeRuns runs, byte[] block, int from, int to) {
        List<Integer> starts = new ArrayList<>();
        for (int start = runs.find(block, from, to); start >= 0; start = runs.find(block, start + 1, to)) {
            starts.add(start);
        }
        return starts;
    }

    private static List<Integer> expected(byte[] block, int from, int to) {
        return RUN.matcher(new String(block, from, to - from, StandardCharsets.ISO_8859_1))
                .results()
                .map(run -> from + run.start())
                .toList();
    }

    /** Mostly code bytes, so that runs of all lengths come about. */
    private static byte[] block(Random random) {
        return block(random, random.nextInt(20) == 0 ? 5_000 : 260);
    }

    private static byte[] block(Random random, int longest) {
        byte[] block = new byte[random.nextInt(longest)];
        int density = 2 + random.nextInt(20);
        for (int i = 0; i < block.length; i++) {
            int range = random.nextInt(density) == 0 ? ALPHABET.length : 5;
            block[i] = ALPHABET[random.nextInt(range)];
            if (random.nextInt(12) == 0) {
                block[i] = (byte) random.nextInt(256);
            }
        }
        return block;
    }
}
