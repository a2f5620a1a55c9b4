package io.github.bkerrcode.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupStatisticsTest {

    @ParameterizedTest
    @CsvSource({"3,1,0.75", "0,4,0.0", "4,0,1.0"})
    void hitRateIsHitsPerResolution(long hits, long misses, double rate) {
        assertThat(new LookupStatistics(hits, misses, 0, 0).hitRate()).isEqualTo(rate);
    }

    @Test
    void hitRateOfNothingIsOne() {
        assertThat(new LookupStatistics(0, 0, 0, 0).hitRate()).isEqualTo(1.0);
    }
}
