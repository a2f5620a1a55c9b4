package io.github.bkerrcode.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.ErrorCode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstComeLookupTest {

    /** The first of 200,000 numbers that have an owner, bk_devops or bk_ci, but no meaning. */
    private static final int FIRST_UNLISTED = 2_000_000;

    private final Catalog catalog = Catalog.builtIn();
    private final AtomicInteger asked = new AtomicInteger();
    private final FirstComeLookup lookup = new FirstComeLookup(token -> {
        asked.incrementAndGet();
        return catalog.resolve(token);
    });

    @Test
    void answersEveryListedCodeAsTheCatalogDoes() {
        assertThat(catalog.entries()).allSatisfy(entry -> {
            String token = entry.code().token();
            assertThat(lookup.resolve(token)).isEqualTo(catalog.resolve(token)).isInstanceOf(Resolution.Listed.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1306201", "1199014", "E1301002_BASE_DATABASE_ERROR", "APIGW_NEW_ERROR", "-1", "hello"})
    void asksTheCatalogOncePerToken(String token) {
        Resolution first = lookup.resolve(token);
        assertThat(lookup.resolve(token)).isSameAs(first).isEqualTo(catalog.resolve(token));
        assertThat(asked).hasValue(1);
    }

    @Test
    void remembersTheFirstUnlistedCodesOnly() {
        flood();
        asked.set(0);

        flood();

        assertThat(asked).hasValue(FirstComeLookup.MAX_OTHERS);
        assertThat(lookup.resolve(token(2 * FirstComeLookup.MAX_OTHERS - 1)))
                .isEqualTo(catalog.resolve(token(2 * FirstComeLookup.MAX_OTHERS - 1)));
    }

    @Test
    void listedCodeIsRememberedBehindAFloodOfOthers() {
        flood();
        asked.set(0);

        lookup.resolve("1306201");
        lookup.resolve("1306201");

        assertThat(asked).hasValue(1);
    }

    @Test
    void workersThatAskAtTheSameTimeGetTheSameObject() throws Exception {
        int threads = 4;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int i = 0; i < 500; i++) {
                String token = token(i);
                CyclicBarrier start = new CyclicBarrier(threads);
                Set<Integer> objects = ConcurrentHashMap.newKeySet();
                Future<?>[] workers = new Future<?>[threads];
                for (int thread = 0; thread < threads; thread++) {
                    workers[thread] = pool.submit(() -> {
                        start.await();
                        return objects.add(System.identityHashCode(lookup.resolve(token)));
                    });
                }
                for (Future<?> worker : workers) {
                    worker.get();
                }
                assertThat(objects).as(token).hasSize(1);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Asks for twice as many unlisted codes as are remembered. */
    private void flood() {
        for (int i = 0; i < 2 * FirstComeLookup.MAX_OTHERS; i++) {
            lookup.resolve(token(i));
        }
    }

    private static String token(int index) {
        return ErrorCode.numeric(FIRST_UNLISTED + index).token();
    }
}
