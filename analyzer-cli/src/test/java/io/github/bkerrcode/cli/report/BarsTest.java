package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BarsTest {

    @Test
    void barsAreAsFullAsCountsAreHigh() {
        assertThat(Bars.BLOCKS.draw(new long[] {0, 1, 2, 3, 4, 5, 6, 7, 8})).isEqualTo("·▁▂▃▄▅▆▇█");
        assertThat(Bars.ASCII.draw(new long[] {0, 1, 2, 3, 4, 5, 6, 7, 8})).isEqualTo(".:-=+*#%@");
    }

    @Test
    void oneOfManyIsStillSeen() {
        assertThat(Bars.BLOCKS.draw(new long[] {1, 1_000_000_000_000L, 0})).isEqualTo("▁█·");
    }

    @Test
    void nothingAtAllIsDots() {
        assertThat(Bars.BLOCKS.draw(new long[3])).isEqualTo("···");
        assertThat(Bars.BLOCKS.draw(new long[0])).isEmpty();
    }

    @Test
    void charsetsWithoutBlocksGetAscii() {
        assertThat(Bars.in(StandardCharsets.UTF_8)).isEqualTo(Bars.BLOCKS);
        assertThat(Bars.in(Charset.forName("GBK"))).isEqualTo(Bars.BLOCKS);
        assertThat(Bars.in(StandardCharsets.ISO_8859_1)).isEqualTo(Bars.ASCII);
        assertThat(Bars.in(StandardCharsets.US_ASCII)).isEqualTo(Bars.ASCII);
        assertThat(Bars.in(Charset.forName("x-JISAutoDetect"))).isEqualTo(Bars.ASCII);
    }
}
