package io.github.bkerrcode.log4j2;

import static io.github.bkerrcode.log4j2.StartedContext.LISTED_JOB;
import static io.github.bkerrcode.log4j2.StartedContext.LISTED_PAAS;
import static io.github.bkerrcode.log4j2.StartedContext.root;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class ErrorCodeMetricsTest {

    private static final String TALLY = "<ErrorCodeTally name=\"TALLY\" interval=\"0\"/>";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private double count(String platform, String code) {
        return registry.get("errcode.events")
                .tag("platform", platform)
                .tag("code", code)
                .counter()
                .count();
    }

    @Test
    void countsPerPlatformAndCode() {
        try (StartedContext log4j = StartedContext.appenders(TALLY, "TALLY")) {
            log4j.logger().error(LISTED_PAAS);
            new ErrorCodeMetrics(log4j.context()).bindTo(registry);
            assertThat(registry.getMeters()).isEmpty();

            log4j.logger().error(LISTED_PAAS);
            log4j.logger().error(LISTED_PAAS);
            log4j.logger().error(LISTED_JOB);
            log4j.logger().info("fine");

            assertThat(count("paas", "1306201")).isEqualTo(2);
            assertThat(count("job", "1250001")).isEqualTo(1);
            assertThat(registry.getMeters()).hasSize(2);
            assertThat(log4j.problems()).isEmpty();
        }
    }

    @Test
    void countsOnWhenTheConfigurationIsReadAnew() {
        try (StartedContext log4j = StartedContext.appenders(TALLY, "TALLY")) {
            new ErrorCodeMetrics(log4j.context()).bindTo(registry);
            log4j.logger().error(LISTED_PAAS);

            log4j.reconfigure("<Appenders>" + TALLY + "</Appenders>" + root("TALLY"));
            log4j.logger().error(LISTED_PAAS);

            assertThat(count("paas", "1306201")).isEqualTo(2);
        }
    }

    @Test
    void codesBeyondTheLimitShareACounterOfTheirPlatform() {
        try (StartedContext log4j = StartedContext.appenders(TALLY, "TALLY")) {
            new ErrorCodeMetrics(log4j.context()).bindTo(registry);
            for (int i = 0; i < ErrorCodeMetrics.MAX_CODES + 50; i++) {
                log4j.logger().error("\"bk_error_code\":{}", 1_195_000 + i);
            }
            log4j.logger().error(LISTED_PAAS);

            assertThat(count("cmdb", "other")).isEqualTo(50);
            assertThat(count("paas", "other")).isEqualTo(1);
            assertThat(registry.getMeters()).hasSize(ErrorCodeMetrics.MAX_CODES + 2);
        }
    }

    @Test
    void contextWithoutATallyCountsNothing() {
        try (StartedContext log4j = StartedContext.pattern("%msg")) {
            new ErrorCodeMetrics(log4j.context()).bindTo(registry);
            log4j.logger().error(LISTED_PAAS);

            assertThat(registry.getMeters()).isEmpty();
        }
    }
}
