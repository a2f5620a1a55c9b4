package io.github.bkerrcode.input;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XxHash64Test {

    private static final byte[] SENTENCE = "Nobody inspects the spammish repetition".getBytes(US_ASCII);

    @Test
    void nothingHasThePublishedHash() {
        assertThat(new XxHash64().value()).isEqualTo(0xEF46DB3751D8E999L);
    }

    @Test
    void shortTextHasThePublishedHash() {
        XxHash64 hash = new XxHash64();
        hash.update("abc".getBytes(US_ASCII), 0, 3);
        assertThat(hash.value()).isEqualTo(0x44BC2CF5AD770999L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 31, 32, 33, 39})
    void partsDoNotMatter(int length) {
        XxHash64 hash = new XxHash64();
        for (int i = 0; i < SENTENCE.length; i += length) {
            hash.update(SENTENCE, i, Math.min(length, SENTENCE.length - i));
        }
        assertThat(hash.value()).isEqualTo(0xFBCEA83C8A378BF1L);
    }
}
