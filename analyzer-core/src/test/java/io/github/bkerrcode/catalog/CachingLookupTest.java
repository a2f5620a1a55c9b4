package io.github.bkerrcode.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.ErrorCode;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachingLookupTest {

    private static final int FLOOD = 200_000;

    /** The first of 200,000 numbers that have an owner, bk_devops or bk_ci, but no meaning. */
    private static final int FIRST_UNLISTED = 2_000_000;

    private final Catalog catalog = Catalog.builtIn();
    private final CachingLookup lookup = new CachingLookup(catalog);

    @Test
    void answersEveryListedCodeAsTheCatalogDoes() {
        assertThat(catalog.entries()).allSatisfy(entry -> {
            String token = entry.code().token();
            assertThat(lookup.resolve(token)).isEqualTo(catalog.resolve(token)).isInstanceOf(Resolution.Listed.class);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1199014", "1250999", "APIGW_NEW_ERROR", "E1301002_BASE_DATABASE_ERROR", "hello", "6000000", ""})
    void answersAnythingElseAsTheCatalogDoes(String token) {
        assertThat(lookup.resolve(token)).isEqualTo(catalog.resolve(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1306201", "1199014", "APIGW_LACK_PARAMS", "-1", "hello"})
    void resolvesATokenOnce(String token) {
        assertThat(lookup.resolve(token)).isSameAs(lookup.resolve(token));
    }

    @Test
    void asksTheCatalogOncePerToken() {
        AtomicInteger asked = new AtomicInteger();
        CachingLookup counted = new CachingLookup(token -> {
            asked.incrementAndGet();
            return catalog.resolve(token);
        });

        for (int i = 0; i < 1_000; i++) {
            counted.resolve("1306201");
            counted.resolve("1199014");
        }

        assertThat(asked).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1306201", "1199014"})
    void asksTheCatalogOncePerTokenWhenThreadsAskTogether(String token) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CachingLookup counted = new CachingLookup(unknown -> {
            asked.incrementAndGet();
            return catalog.resolve(unknown);
        });
        Callable<Resolution> question = () -> counted.resolve(token);

        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Resolution> answer : threads.invokeAll(Collections.nCopies(64, question))) {
                assertThat(answer.get()).isSameAs(counted.resolve(token));
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void floodOfUnlistedNumbersDoesNotGrowIt() {
        flood();

        assertThat(lookup.statistics().size()).isLessThanOrEqualTo(CachingLookup.MAX_UNLISTED);
    }

    @Test
    void whatAFloodPushesOutIsCounted() {
        flood();

        LookupStatistics statistics = lookup.statistics();
        assertThat(statistics.misses()).isEqualTo(FLOOD);
        assertThat(statistics.evictions() + statistics.size()).isEqualTo(FLOOD);
    }

    @Test
    void answersDuringAFloodStayRight() {
        flood();

        assertThat(lookup.resolve(String.valueOf(FIRST_UNLISTED)))
                .isEqualTo(catalog.resolve(String.valueOf(FIRST_UNLISTED)));
    }

    @Test
    void floodOfTokensThatAreNoCodesDoesNotGrowIt() {
        for (int i = 0; i < 20_000; i++) {
            lookup.resolve("word" + i);
        }

        assertThat(lookup.statistics().size()).isLessThanOrEqualTo(CachingLookup.MAX_UNLISTED);
    }

    @Test
    void floodOfSpellingsOfOneListedCodeDoesNotGrowIt() {
        for (int i = 0; i < 20_000; i++) {
            lookup.resolve("E1306201_SPELLING_" + i);
        }

        assertThat(lookup.statistics().size()).isLessThanOrEqualTo(CachingLookup.MAX_UNLISTED);
    }

    @Test
    void listedCodesOutliveAFlood() {
        List<String> tokens = catalog.entries().stream()
                .map(CatalogEntry::code)
                .map(ErrorCode::token)
                .distinct()
                .toList();
        List<Resolution> before = tokens.stream().map(lookup::resolve).toList();

        flood();

        assertThat(tokens.stream().map(lookup::resolve))
                .usingElementComparator((a, b) -> a == b ? 0 : 1)
                .containsExactlyElementsOf(before);
    }

    @Test
    void statisticsCountHitsAndMisses() {
        lookup.resolve("1306201");
        lookup.resolve("1306201");
        lookup.resolve("1306201");
        lookup.resolve("1199014");

        assertThat(lookup.statistics()).isEqualTo(new LookupStatistics(2, 2, 0, 2));
    }

    @Test
    void freshLookupHasResolvedNothing() {
        assertThat(lookup.statistics()).isEqualTo(new LookupStatistics(0, 0, 0, 0));
    }

    private void flood() {
        for (int i = 0; i < FLOOD; i++) {
            lookup.resolve(String.valueOf(FIRST_UNLISTED + i));
        }
    }
}
