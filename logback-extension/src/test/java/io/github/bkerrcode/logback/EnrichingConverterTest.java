package io.github.bkerrcode.logback;

import static io.github.bkerrcode.logback.LogbackContexts.printing;
import static io.github.bkerrcode.logback.LogbackContexts.property;
import static io.github.bkerrcode.logback.LogbackContexts.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EnrichingConverterTest {

    private static final String DATABASE = " [1301002 PaaS 平台 2.0-开发者中心 | 数据库访问存在问题 → 确认配置的数据库连接正常且库和表都存在]";
    private static final String MYSQL = " [1252001 作业平台 | 数据库异常]";
    private static final String MYSQL_EN = " [1252001 Job Platform (JOB) | Database exception]";
    private static final String LINE_END = System.lineSeparator();

    @RegisterExtension
    final LogbackContexts logback = new LogbackContexts();

    private boolean problemsExpected;

    @AfterEach
    void nothingIsComplainedOfUnlessExpected() {
        if (!problemsExpected) {
            assertThat(logback.problems()).isEmpty();
        }
    }

    private String printed(String pattern, String message) {
        logback.startPattern(pattern).logger().info(message);
        return logback.printed();
    }

    private List<String> problems() {
        problemsExpected = true;
        return logback.problems();
    }

    @Test
    void textWithoutCodeStaysAsItIs() {
        assertThat(printed("%enrich(%msg%n)", "took 1301002 us\nand went on"))
                .isEqualTo("took 1301002 us\nand went on" + LINE_END);
    }

    @Test
    void meaningStandsInFrontOfTheLineBreak() {
        assertThat(printed("%enrich(%msg%n)", "errorCode=1252001")).isEqualTo("errorCode=1252001" + MYSQL + LINE_END);
    }

    @Test
    void meaningStandsAtTheEndWhereThereIsNoLineBreak() {
        assertThat(printed("%enrich(%msg)|", "errorCode=1252001")).isEqualTo("errorCode=1252001" + MYSQL + "|");
    }

    @Test
    void eachLineGetsItsOwnMeanings() {
        assertThat(printed("%enrich(%msg)", "errorCode=1301002\nnothing here\nerrorCode=1252001\n"))
                .isEqualTo("errorCode=1301002" + DATABASE + "\nnothing here\nerrorCode=1252001" + MYSQL + "\n");
    }

    @Test
    void carriageReturnStaysAtTheLineBreak() {
        assertThat(printed("%enrich(%msg)", "errorCode=1252001\r\nnext\r\n"))
                .isEqualTo("errorCode=1252001" + MYSQL + "\r\nnext\r\n");
    }

    @Test
    void emptyLinesStay() {
        assertThat(printed("%enrich(%msg)", "\n\nerrorCode=1252001\n\n"))
                .isEqualTo("\n\nerrorCode=1252001" + MYSQL + "\n\n");
    }

    @Test
    void severalCodesOfALineFollowOneAnother() {
        assertThat(printed("%enrich(%msg)", "errorCode=1301002, errorCode=1252001, errorCode=1301002"))
                .endsWith("errorCode=1301002" + DATABASE + MYSQL);
    }

    @Test
    void maxLimitsTheCodesOfEachLine() {
        assertThat(printed("%enrich(%msg){max=1}", "errorCode=1301002, errorCode=1252001\nerrorCode=1252001"))
                .isEqualTo("errorCode=1301002, errorCode=1252001" + DATABASE + "\nerrorCode=1252001" + MYSQL);
    }

    @Test
    void stackTraceIsEnrichedLineByLineAndPrintedOnce() {
        logback.startPattern("%enrich(%msg%n%ex{0})")
                .logger()
                .error("it failed", new IllegalStateException("outer", new IOException("errorCode=1252001")));

        assertThat(logback.printed().lines())
                .containsExactly(
                        "it failed",
                        "java.lang.IllegalStateException: outer",
                        "Caused by: java.io.IOException: errorCode=1252001" + MYSQL);
    }

    @Test
    void optionsStandBehindTheParenthesis() {
        assertThat(printed("%enrich(%msg){lang=en}", "errorCode=1252001")).isEqualTo("errorCode=1252001" + MYSQL_EN);
    }

    @Test
    void templateIsUsed() {
        assertThat(printed("%enrich(%msg){' ({platform}: {meaning})'}", "errorCode=1252001"))
                .isEqualTo("errorCode=1252001 (job: 数据库异常)");
    }

    @Test
    void formatModifiersApplyToTheWholeText() {
        assertThat(printed("%40enrich(%msg){' {platform}'}|", "errorCode=1252001"))
                .isEqualTo(" ".repeat(19) + "errorCode=1252001 job|");
    }

    @Test
    void literalTextAroundTheMessageIsContext() {
        assertThat(printed("%enrich(%level errorCode=%msg)", "1252001")).isEqualTo("INFO errorCode=1252001" + MYSQL);
    }

    @Test
    void codeInTheFieldsOfTheHeadIsNotTakenForOne() {
        assertThat(printed("%enrich(pid 1252001 --- [main] %logger : %msg)", "started"))
                .isEqualTo("pid 1252001 --- [main] com.example.App : started");
    }

    @Test
    void levelsBelowMinLevelStayAsTheyAre() {
        logback.startPattern("%enrich(%msg%n){minLevel=warn}");
        logback.logger().info("errorCode=1252001");
        logback.logger().warn("errorCode=1252001");

        assertThat(logback.printed().lines()).containsExactly("errorCode=1252001", "errorCode=1252001" + MYSQL);
    }

    @Test
    void contextPropertiesAreDefaults() {
        logback.start(property("errcode.lang", "en") + printing("OUT", "%enrich(%msg)") + root("OUT"))
                .logger()
                .info("errorCode=1252001");

        assertThat(logback.printed()).isEqualTo("errorCode=1252001" + MYSQL_EN);
    }

    @Test
    void worksInsideAndAroundOtherConversionWords() {
        assertThat(printed("%replace(%enrich(%replace(%msg){'X', '1252001'})){'数据库', 'DB'}", "errorCode=X"))
                .isEqualTo("errorCode=1252001 [1252001 作业平台 | DB异常]");
    }

    @Test
    void mistakenOptionIsSaidAndTheDefaultUsed() {
        assertThat(printed("%enrich(%msg){max=none}", "errorCode=1252001")).isEqualTo("errorCode=1252001" + MYSQL);
        assertThat(problems()).singleElement().asString().contains("max", "[none]", "a number from 1 on");
    }

    @Test
    void converterThatWasNotStartedChangesNothing() {
        assertThat(new EnrichingConverter().transform(LogbackContexts.event("any"), "errorCode=1252001"))
                .isEqualTo("errorCode=1252001");
    }

    @Test
    void failureIsSaidOnceAndTheLineStays() {
        EnrichingConverter converter = started();

        assertThat(converter.transform(failing(new StackOverflowError()), "errorCode=1252001"))
                .isEqualTo("errorCode=1252001");
        assertThat(converter.transform(failing(new IllegalStateException()), "errorCode=1252001"))
                .isEqualTo("errorCode=1252001");
        assertThat(problems()).singleElement().asString().contains("the line stays as it is");
    }

    @Test
    void failureOfTheVirtualMachinePasses() {
        EnrichingConverter converter = started();

        assertThatThrownBy(() -> converter.transform(failing(new OutOfMemoryError("made up")), "errorCode=1252001"))
                .isInstanceOf(OutOfMemoryError.class);
    }

    private EnrichingConverter started() {
        EnrichingConverter converter = new EnrichingConverter();
        converter.setContext(logback.context());
        converter.start();
        return converter;
    }

    private static ILoggingEvent failing(Throwable failure) {
        return LogbackContexts.failing(failure);
    }
}
