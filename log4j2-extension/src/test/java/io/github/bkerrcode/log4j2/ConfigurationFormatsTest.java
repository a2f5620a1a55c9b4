package io.github.bkerrcode.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One configuration with all plugins, in each of the formats. */
class ConfigurationFormatsTest {

    private static final String XML = """
            <Properties>
              <Property name="errcode.lang">en</Property>
              <Property name="known">${errcode:1252001:meaning}</Property>
            </Properties>
            <Appenders>
              <Kept name="OUT">
                <ErrorCodeFilter platforms="job" onMatch="NEUTRAL" onMismatch="DENY"/>
                <PatternLayout pattern="%msg%errcode{code}{max=1} ${known} %X{errcode.platform} %enrich{%msg}{ {code}}"/>
              </Kept>
              <Rewrite name="CODES">
                <ErrorCodeRewritePolicy minConfidence="low"/>
                <AppenderRef ref="OUT"/>
              </Rewrite>
              <ErrorCodeTally name="TALLY" interval="0"/>
            </Appenders>
            <Loggers>
              <Root level="info"><AppenderRef ref="CODES"/><AppenderRef ref="TALLY"/></Root>
            </Loggers>
            """;

    private static final String YAML = """
            Configuration:
              Properties:
                Property:
                  - {name: errcode.lang, value: en}
                  - {name: known, value: "${errcode:1252001:meaning}"}
              Appenders:
                Kept:
                  name: OUT
                  ErrorCodeFilter: {platforms: job, onMatch: NEUTRAL, onMismatch: DENY}
                  PatternLayout:
                    pattern: "%msg%errcode{code}{max=1} ${known} %X{errcode.platform} %enrich{%msg}{ {code}}"
                Rewrite:
                  name: CODES
                  ErrorCodeRewritePolicy: {minConfidence: low}
                  AppenderRef: {ref: OUT}
                ErrorCodeTally: {name: TALLY, interval: 0}
              Loggers:
                Root:
                  level: info
                  AppenderRef:
                    - {ref: CODES}
                    - {ref: TALLY}
            """;

    private static final String PROPERTIES = """
            property.errcode.lang = en
            property.known = ${errcode:1252001:meaning}
            appender.out.type = Kept
            appender.out.name = OUT
            appender.out.filter.codes.type = ErrorCodeFilter
            appender.out.filter.codes.platforms = job
            appender.out.filter.codes.onMatch = NEUTRAL
            appender.out.filter.codes.onMismatch = DENY
            appender.out.layout.type = PatternLayout
            appender.out.layout.pattern = %msg%errcode{code}{max=1} ${known} %X{errcode.platform} %enrich{%msg}{ {code}}
            appender.codes.type = Rewrite
            appender.codes.name = CODES
            appender.codes.policy.type = ErrorCodeRewritePolicy
            appender.codes.policy.minConfidence = low
            appender.codes.ref.type = AppenderRef
            appender.codes.ref.ref = OUT
            appender.tally.type = ErrorCodeTally
            appender.tally.name = TALLY
            appender.tally.interval = 0
            rootLogger.level = info
            rootLogger.appenderRef.codes.ref = CODES
            rootLogger.appenderRef.tally.ref = TALLY
            """;

    static Stream<Named<Supplier<StartedContext>>> formats() {
        return Stream.of(
                Named.of("XML", () -> StartedContext.xml(XML)),
                Named.of("YAML", () -> StartedContext.yaml(YAML)),
                Named.of("properties", () -> StartedContext.properties(PROPERTIES)));
    }

    static Stream<Named<Supplier<StartedContext>>> mistakes() {
        return Stream.of(
                Named.of("XML", () -> StartedContext.xml(XML.replace("low", "lwo"))),
                Named.of("YAML", () -> StartedContext.yaml(YAML.replace("low", "lwo"))),
                Named.of("properties", () -> StartedContext.properties(PROPERTIES.replace("= low", "= lwo"))));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void allPluginsAreFoundAndWork(Supplier<StartedContext> format) {
        try (StartedContext log4j = format.get()) {
            log4j.logger().error("errorCode={}", 1252001);
            log4j.logger().error("errorCode={}", 1301002);

            assertThat(log4j.problems()).isEmpty();
            assertThat(log4j.output())
                    .isEqualTo("errorCode=12520011252001 Database exception job errorCode=1252001 1252001");
            assertThat(log4j.appender("TALLY", ErrorCodeTally.class).getDetections())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeIsSaidAndTheApplicationStarts(Supplier<StartedContext> format) {
        try (StartedContext log4j = format.get()) {
            log4j.logger().error("errorCode={}", 1252001);

            assertThat(log4j.problems())
                    .containsExactly("ErrorCodeRewritePolicy: minConfidence: [lwo] is unknown, expected low, medium or"
                            + " high; using medium");
            assertThat(log4j.output()).startsWith("errorCode=1252001");
        }
    }
}
