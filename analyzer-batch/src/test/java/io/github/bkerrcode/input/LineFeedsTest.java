package io.github.bkerrcode.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineFeedsTest {

    /** Neighbours of the line feed, with and without the top bit, and what arithmetic on words might take for one. */
    private static final byte[] ALPHABET = {
        '\n', '\n', 0x09, 0x0B, 0, 1, (byte) 0x8A, (byte) 0x89, (byte) 0x8B, 0x4A, -1, -128, 127, 'x'
    };

    @Test
    void countsWhatLookingAtEachByteCounts() {
        Random random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            byte[] block = block(random, 1 + random.nextInt(ALPHABET.length));
            int from = random.nextInt(1 + block.length);
            int to = from + random.nextInt(1 + block.length - from);

            assertThat(LineFeeds.count(block, from, to))
                    .as(from + " to " + to + " of " + Arrays.toString(block))
                    .isEqualTo((int) positions(block, from, to).count());
        }
    }

    @Test
    void countsABlockOfLineFeedsOnly() {
        for (int from = 0; from < 8; from++) {
            byte[] feeds = new byte[4_000];
            Arrays.fill(feeds, (byte) '\n');

            assertThat(LineFeeds.count(feeds, from, feeds.length)).isEqualTo(feeds.length - from);
        }
    }

    @Test
    void tellsEveryByte() {
        for (int b = Byte.MIN_VALUE; b <= Byte.MAX_VALUE; b++) {
            byte[] block = new byte[1_000];
            Arrays.fill(block, (byte) b);

            assertThat(LineFeeds.count(block, 0, block.length)).as("byte " + b).isEqualTo(b == '\n' ? 1_000 : 0);
        }
    }

    @Test
    void findsTheFirstAndTheLast() {
        Random random = new Random(6);
        for (int i = 0; i < 50_000; i++) {
            byte[] block = block(random, ALPHABET.length);
            int from = random.nextInt(1 + block.length);
            int to = from + random.nextInt(1 + block.length - from);

            assertThat(LineFeeds.indexOf(block, from, to))
                    .isEqualTo(positions(block, from, to).findFirst().orElse(-1));
            assertThat(LineFeeds.lastIndexOf(block, from, to))
                    .isEqualTo(positions(block, from, to)
                            .reduce((before, last) -> last)
                            .orElse(-1));
        }
    }

    private static byte[] block(Random random, int letters) {
        byte[] block = new byte[random.nextInt(random.nextInt(20) == 0 ? 3_000 : 500)];
        for (int i = 0; i < block.length; i++) {
            block[i] = ALPHABET[ALPHABET.length - 1 - random.nextInt(letters)];
        }
        return block;
    }

    private static IntStream positions(byte[] block, int from, int to) {
        return IntStream.range(from, to).filter(i -> block[i] == '\n');
    }
}
