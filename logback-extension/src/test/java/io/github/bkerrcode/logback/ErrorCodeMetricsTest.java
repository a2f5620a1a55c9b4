package io.github.bkerrcode.logback;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ErrorCodeMetricsTest {

    private static final String METER = "errcode.events";
    private static final String LISTED_PAAS = "{\"code\":1306201}";
    private static final int FIRST_UNLISTED = 1_195_000;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private static StartedContext started() {
        return StartedContext.of("<appender name=\"TALLY\" class=\"io.github.bkerrcode.logback.ErrorCodeTally\">"
                + "<interval>0 seconds</interval></appender>" + StartedContext.root("TALLY"));
    }

    private double count(String platform, String code) {
        return registry.get(METER)
                .tag("platform", platform)
                .tag("code", code)
                .counter()
                .count();
    }

    private double sum() {
        return registry.find(METER).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static void logUnlisted(StartedContext context, int index) {
        context.logger().error("\"bk_error_code\":{}", FIRST_UNLISTED + index);
    }

    @Test
    void countsPerPlatformAndCode() {
        try (StartedContext context = started()) {
            new ErrorCodeMetrics(context.context()).bindTo(registry);
            context.logger().error(LISTED_PAAS);
            context.logger().error(LISTED_PAAS);
            context.logger().error("{\"code\":1250001}");
            context.logger().info("fine");

            assertThat(count("paas", "1306201")).isEqualTo(2);
            assertThat(count("job", "1250001")).isEqualTo(1);
            assertThat(registry.getMeters()).hasSize(2);
            assertThat(context.problems()).isEmpty();
        }
    }

    @Test
    void hasNoCounterBeforeACodeAppears() {
        try (StartedContext context = started()) {
            new ErrorCodeMetrics(context.context()).bindTo(registry);

            assertThat(registry.getMeters()).isEmpty();
        }
    }

    @Test
    void countersHaveTwoTagsOnly() {
        try (StartedContext context = started()) {
            new ErrorCodeMetrics(context.context()).bindTo(registry);
            context.logger().error(LISTED_PAAS);

            Meter.Id id = registry.getMeters().get(0).getId();
            assertThat(id.getName()).isEqualTo(METER);
            assertThat(id.getTags()).hasSize(2);
        }
    }

    @Test
    void whatIsLoggedBeforeBindingIsNotCounted() {
        try (StartedContext context = started()) {
            context.logger().error(LISTED_PAAS);
            new ErrorCodeMetrics(context.context()).bindTo(registry);
            context.logger().error(LISTED_PAAS);

            assertThat(count("paas", "1306201")).isEqualTo(1);
        }
    }

    @Test
    void severalRegistriesAreServed() {
        SimpleMeterRegistry second = new SimpleMeterRegistry();
        try (StartedContext context = started()) {
            ErrorCodeMetrics metrics = new ErrorCodeMetrics(context.context());
            metrics.bindTo(registry);
            metrics.bindTo(second);
            context.logger().error(LISTED_PAAS);

            assertThat(count("paas", "1306201")).isEqualTo(1);
            assertThat(second.get(METER).counter().count()).isEqualTo(1);
        }
    }

    @Test
    void contextWithoutATallyCountsNothing() {
        try (StartedContext context = StartedContext.of(StartedContext.root())) {
            new ErrorCodeMetrics(context.context()).bindTo(registry);
            context.logger().error(LISTED_PAAS);

            assertThat(registry.getMeters()).isEmpty();
        }
    }

    @Test
    void codesBeyondTheLimitShareACounterOfTheirPlatform() {
        try (StartedContext context = started()) {
            new ErrorCodeMetrics(context.context()).bindTo(registry);
            for (int i = 0; i < ErrorCodeMetrics.MAX_CODES + 50; i++) {
                logUnlisted(context, i);
            }
            context.logger().error(LISTED_PAAS);

            assertThat(count("cmdb", "other")).isEqualTo(50);
            assertThat(count("paas", "other")).isEqualTo(1);
            assertThat(registry.getMeters()).hasSize(ErrorCodeMetrics.MAX_CODES + 2);
        }
    }

    @Test
    void codeWithACounterKeepsItWhenTheLimitIsReached() {
        try (StartedContext context = started()) {
            new ErrorCodeMetrics(context.context()).bindTo(registry);
            context.logger().error(LISTED_PAAS);
            for (int i = 0; i < ErrorCodeMetrics.MAX_CODES + 50; i++) {
                logUnlisted(context, i);
            }
            context.logger().error(LISTED_PAAS);

            assertThat(count("paas", "1306201")).isEqualTo(2);
        }
    }

    @Test
    void twoThreadsCannotBothTakeTheLastPlace() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicBoolean meeting = new AtomicBoolean();
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                if (meeting.get()) {
                    meet(both);
                }
                return id;
            }
        });
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try (StartedContext context = started()) {
            new ErrorCodeMetrics(context.context()).bindTo(registry);
            for (int i = 0; i < ErrorCodeMetrics.MAX_CODES - 1; i++) {
                logUnlisted(context, i);
            }
            meeting.set(true);
            Future<?> first = pool.submit(() -> logUnlisted(context, 500));
            Future<?> second = pool.submit(() -> logUnlisted(context, 501));
            first.get();
            second.get();

            assertThat(context.problems()).isEmpty();
            long own = registry.find(METER).counters().stream()
                    .filter(counter -> !"other".equals(counter.getId().getTag("code")))
                    .count();
            assertThat(own).isLessThanOrEqualTo(ErrorCodeMetrics.MAX_CODES);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Waits for the other thread; where only one may come, it goes on alone. */
    private static void meet(CyclicBarrier both) {
        try {
            both.await(2, TimeUnit.SECONDS);
        } catch (TimeoutException | BrokenBarrierException alone) {
            // The other one was kept waiting, as it should be.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothingIsLostWithManyThreads() throws Exception {
        int threads = 8;
        int codes = ErrorCodeMetrics.MAX_CODES / 2;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (StartedContext context = started()) {
            new ErrorCodeMetrics(context.context()).bindTo(registry);
            CyclicBarrier together = new CyclicBarrier(threads);
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int first = t * codes;
                running.add(pool.submit(() -> {
                    for (int i = 0; i < codes; i++) {
                        together.await();
                        logUnlisted(context, first + i);
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }

            assertThat(sum()).isEqualTo(threads * codes);
        } finally {
            pool.shutdownNow();
        }
    }
}
