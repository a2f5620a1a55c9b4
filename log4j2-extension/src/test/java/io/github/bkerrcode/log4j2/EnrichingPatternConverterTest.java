package io.github.bkerrcode.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.junit.jupiter.api.Test;

class EnrichingPatternConverterTest {

    private static final String MYSQL = " [1252001 作业平台 | 数据库异常]";
    private static final String END = System.lineSeparator();

    private static String printed(String pattern, String message) {
        try (StartedContext log4j = StartedContext.pattern(pattern)) {
            log4j.logger().error(message);
            assertThat(log4j.problems()).isEmpty();
            return log4j.output();
        }
    }

    @Test
    void textWithoutCodeStaysAsItIs() {
        assertThat(printed("%enrich{%msg%n}", "took 1301002 us")).isEqualTo("took 1301002 us" + END);
    }

    @Test
    void eachLineGetsItsMeaningInFrontOfTheLineBreak() {
        assertThat(printed("%level %enrich{%msg%n}|", "errorCode=1252001\nnothing\r\nerrorCode=1252001"))
                .isEqualTo("ERROR errorCode=1252001" + MYSQL + "\nnothing\r\nerrorCode=1252001" + MYSQL + END + "|");
    }

    @Test
    void whatStandsInFrontIsNotLookedAt() {
        assertThat(printed("errorCode=1301002 %enrich{%msg}", "fine")).isEqualTo("errorCode=1301002 fine");
    }

    @Test
    void optionsFollowThePattern() {
        assertThat(printed("%enrich{%msg}{ <{code}>}{max=1}", "errorCode=1252001, errorCode=1301002"))
                .isEqualTo("errorCode=1252001, errorCode=1301002 <1252001>");
    }

    @Test
    void patternMayHaveOptionsOfItsOwn() {
        assertThat(printed("%enrich{[%-7level{lowerCase=true}] %msg}{meaning}", "errorCode=1252001"))
                .isEqualTo("[error  ] errorCode=1252001数据库异常");
    }

    @Test
    void throwablesAreExplainedWhereTheyStand() {
        try (StartedContext log4j = StartedContext.pattern("%enrich{%msg%n%ex{short.message}%n}{code}")) {
            log4j.logger().error("it failed", new IllegalStateException("errorCode=1252001"));

            assertThat(log4j.output()).isEqualTo("it failed" + END + "errorCode=12520011252001" + END);
        }
    }

    @Test
    void throwableIsWrittenOnce() {
        try (StartedContext log4j = StartedContext.pattern("%enrich{%msg%n%ex}")) {
            log4j.logger().error("it failed", new IllegalStateException("errorCode=1252001"));

            assertThat(log4j.output().split("IllegalStateException", -1)).hasSize(2);
        }
    }

    @Test
    void reportsOfTheTallyAreNotExplained() {
        try (StartedContext log4j = StartedContext.pattern("%enrich{%msg}")) {
            log4j.context().getLogger(ErrorCodeTally.REPORT_LOGGER).error("errorCode=1252001");

            assertThat(log4j.output()).isEqualTo("errorCode=1252001");
        }
    }

    @Test
    void missingPatternIsSaid() {
        try (StartedContext log4j = StartedContext.pattern("%msg%enrich")) {
            log4j.logger().error("fine");

            assertThat(log4j.problems())
                    .anyMatch(problem -> problem.startsWith("%enrich: there is no pattern; expected one in braces"));
            assertThat(log4j.output()).startsWith("fine");
        }
    }

    @Test
    void locationIsRequiredOnlyIfThePatternWritesIt() {
        assertThat(layout("%enrich{%msg}").requiresLocation()).isFalse();
        assertThat(layout("%enrich{%L %msg}").requiresLocation()).isTrue();
    }

    @SuppressWarnings("deprecation") // the new names are not there in the older versions that are tested too
    private static PatternLayout layout(String pattern) {
        return PatternLayout.newBuilder()
                .withPattern(pattern)
                .withConfiguration(new DefaultConfiguration())
                .build();
    }

    @Test
    void failureOfThePatternItselfIsThePatternsAffair() {
        try (StartedContext log4j = StartedContext.pattern("%enrich{%msg}")) {
            log4j.logger().error("{}", new Object() {
                @Override
                public String toString() {
                    throw new IllegalStateException("cannot be shown");
                }
            });

            assertThat(log4j.events()).extracting(LogEvent::getLevel).hasSize(1);
            assertThat(log4j.output()).contains("!!!");
        }
    }
}
