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

                assertThat(new CodeRuns(kernel).next(block, 0, block.length)).isEqualTo(length < 7 ? -1 : start);
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

            assertThat(new CodeRuns(kernel).next(block, 0, block.length))
                    .as("byte " + b)
                    .isEqualTo(codeByte ? 40 : -1);
        }
    }

    private static List<Integer> all(CodeRuns runs, byte[] block, int from, int to) {
        List<Integer> starts = new ArrayList<>();
        for (int start = runs.next(block, from, to); start >= 0; start = runs.next(block, start + 1, to)) {
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
        byte[] block = new byte[random.nextInt(random.nextInt(20) == 0 ? 5_000 : 260)];
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
