package io.github.bkerrcode.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodePatternConverterTest {

    private static final String DATABASE = " [1301002 PaaS 平台 2.0-开发者中心 | 数据库访问存在问题 → 确认配置的数据库连接正常且库和表都存在]";
    private static final String MYSQL_EN = " [1252001 Job Platform (JOB) | Database exception]";

    private static String printed(String pattern, String message, Object... parameters) {
        try (StartedContext log4j = StartedContext.pattern(pattern)) {
            log4j.logger().error(message, parameters);
            assertThat(log4j.problems()).isEmpty();
            return log4j.output();
        }
    }

    @Test
    void meaningIsAppended() {
        assertThat(printed("%msg%errcode|", "errorCode={}", 1301002)).isEqualTo("errorCode=1301002" + DATABASE + "|");
    }

    @Test
    void nothingIsAppendedWithoutACode() {
        assertThat(printed("%msg%errcode|", "took {} us", 1301002)).isEqualTo("took 1301002 us|");
    }

    @Test
    void englishIsToBeHad() {
        assertThat(printed("%errcode{lang=en}", "errorCode=1252001")).isEqualTo(MYSQL_EN);
    }

    @ParameterizedTest
    @CsvSource({"code,1252001", "platform,job", "name,作业平台", "meaning,数据库异常", "summary,作业平台 | 数据库异常"})
    void fieldStandsAlone(String field, String expected) {
        assertThat(printed("%errcode{" + field + "}", "errorCode=1252001")).isEqualTo(expected);
    }

    @Test
    void absentFieldIsEmpty() {
        assertThat(printed("<%errcode{remediation}>", "errorCode=1252001")).isEqualTo("<>");
    }

    @Test
    void severalCodesStandInTheirOrder() {
        assertThat(printed("%errcode{meaning}", "errorCode=1252001, errorCode=1301002"))
                .isEqualTo("数据库异常; 数据库访问存在问题");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "%errcode{ <{code}: {meaning}>}",
                "%errcode{' <{code}: {meaning}>'}",
                "%errcode{\" <{code}: {meaning}>\"}",
                "%errcode{' <{code}: {meaning}>', lang=zh}",
                "%errcode{lang=zh, ' <{code}: {meaning}>'}",
                "%errcode{ <{code}: {meaning}>}{lang=zh}"
            },
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false)
    void templateIsFilledIn(String pattern) {
        assertThat(printed(pattern, "errorCode=1252001")).isEqualTo(" <1252001: 数据库异常>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"%errcode{code, max=1}", "%errcode{code}{max=1}", "%errcode{max=1}{code}"})
    void optionsStandTogetherOrApart(String pattern) {
        assertThat(printed(pattern, "errorCode=1252001, errorCode=1301002")).isEqualTo("1252001");
    }

    @Test
    void codesOfThrowablesAreExplained() {
        IllegalStateException failure =
                new IllegalStateException("outer", new IllegalArgumentException("errorCode=1252001"));
        failure.addSuppressed(new IllegalStateException("errorCode=1301002"));

        assertThat(printed("%errcode{code}%notEmpty{}", "it failed", failure)).startsWith("1252001; 1301002");
    }

    @Test
    void propertiesOfTheConfigurationCount() {
        try (StartedContext log4j =
                StartedContext.xml("<Properties>" + StartedContext.property("errcode.lang", "${sys:no.such:-en}")
                        + "</Properties><Appenders>" + StartedContext.kept("OUT", "%errcode|%errcode{lang=zh}{name}")
                        + "</Appenders>" + StartedContext.root("OUT"))) {
            log4j.logger().error("errorCode=1252001");

            assertThat(log4j.output()).isEqualTo(MYSQL_EN + "|作业平台");
            assertThat(log4j.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "%errcode{lang=fr}~%errcode: lang: [fr] is unknown, expected zh or en; using zh",
                "%errcode{max=0}~%errcode: max: [0] is unknown, expected a number from 1 on; using 3",
                "%errcode{minLevel=loud}~%errcode: minLevel: [loud] is unknown, expected trace, debug, info, warn or error; using all",
                "%errcode{minConfidence=sure}~%errcode: minConfidence: [sure] is unknown, expected low, medium or high; using medium"
            })
    void mistakeIsSaidAndTheDefaultUsed(String pattern, String problem) {
        try (StartedContext log4j = StartedContext.pattern(pattern)) {
            log4j.logger().error("errorCode=1301002");

            assertThat(log4j.problems()).containsExactly(problem);
            assertThat(log4j.output()).isEqualTo(DATABASE);
        }
    }

    @Test
    void unknownFieldIsSaidAndTheStandardFormatUsed() {
        try (StartedContext log4j = StartedContext.pattern("%errcode{meening}")) {
            log4j.logger().error("errorCode=1301002");

            assertThat(log4j.problems())
                    .singleElement()
                    .asString()
                    .contains("unknown field [meening]", "using the standard format");
            assertThat(log4j.output()).isEqualTo(DATABASE);
        }
    }

    @Test
    void eventsBelowTheLevelAndOfOtherLoggersAreNotLookedAt() {
        try (StartedContext log4j = StartedContext.pattern("%errcode{code}{minLevel=warn}{loggers=com.example},")) {
            log4j.logger().info("errorCode=1252001");
            log4j.logger().warn("errorCode=1252001");
            log4j.context().getLogger("org.example").error("errorCode=1252001");

            assertThat(log4j.output()).isEqualTo(",1252001,,");
        }
    }

    @Test
    @SuppressWarnings("deprecation") // the new names are not there in the older versions that are tested too
    void layoutWithoutAConfigurationWorks() {
        PatternLayout layout = PatternLayout.newBuilder()
                .withPattern("%msg%errcode{code}")
                .withConfiguration(new DefaultConfiguration())
                .build();

        assertThat(layout.toSerializable(Log4jLogEvent.newBuilder()
                        .setMessage(new SimpleMessage("errorCode=1252001 "))
                        .build()))
                .isEqualTo("errorCode=1252001 1252001");
        assertThat(ErrorCodePatternConverter.newInstance(null, null).getName()).isEqualTo("ErrorCode");
    }
}
