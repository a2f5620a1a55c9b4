package io.github.bkerrcode.log4j2;

import static io.github.bkerrcode.log4j2.StartedContext.LISTED_JOB;
import static io.github.bkerrcode.log4j2.StartedContext.LISTED_PAAS;
import static io.github.bkerrcode.log4j2.StartedContext.UNLISTED_CMDB;
import static io.github.bkerrcode.log4j2.StartedContext.kept;
import static io.github.bkerrcode.log4j2.StartedContext.root;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Filter.Result;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodeFilterTest {

    private static String passed(String attributes, String... messages) {
        String appender =
                "<Kept name=\"OUT\"><PatternLayout pattern=\"%msg;\"/><ErrorCodeFilter " + attributes + "/></Kept>";
        try (StartedContext log4j = StartedContext.appenders(appender, "OUT")) {
            List.of(messages).forEach(message -> log4j.logger().error(message));
            assertThat(log4j.problems()).isEmpty();
            return log4j.output();
        }
    }

    /** Everything goes to one appender; the filter is that of the whole configuration. */
    private static StartedContext wholeConfiguration(String attributes) {
        return StartedContext.xml("<ErrorCodeFilter " + attributes + "/><Appenders>" + kept("OUT", "%msg;%ex{0}")
                + "</Appenders><Loggers><Root level=\"info\"><AppenderRef ref=\"OUT\"/></Root></Loggers>");
    }

    @Test
    void eventsWithoutACodeAreDenied() {
        assertThat(passed("", LISTED_PAAS, "fine", UNLISTED_CMDB)).isEqualTo(LISTED_PAAS + ";" + UNLISTED_CMDB + ";");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "platforms='job'|1250001",
                "platforms='JOB , paas'|1306201 1250001",
                "codes='1306201'|1306201",
                "listed='false'|1199014",
                "listed='TRUE'|1306201 1250001",
                "listed='true' platforms='cmdb'|``",
                "onMatch='DENY' onMismatch='NEUTRAL'|fine"
            })
    void criteriaSelect(String attributes, String expected) {
        String passed = passed(attributes, LISTED_PAAS, LISTED_JOB, UNLISTED_CMDB, "fine");

        assertThat(Stream.of("1306201", "1250001", "1199014", "fine").filter(passed::contains))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listed='maybe'|ErrorCodeFilter: listed: [maybe] is unknown, expected true or false; taking both",
                "codes='13'|ErrorCodeFilter: codes: [13] is no code, expected seven digits, a flag or a symbolic name",
                "platforms='jbo'|ErrorCodeFilter: platforms: [jbo] is no platform of the catalog, expected some of"
            },
            quoteCharacter = '`')
    void mistakeIsSaid(String attributes, String problem) {
        try (StartedContext log4j = wholeConfiguration(attributes)) {
            assertThat(log4j.problems()).singleElement().asString().startsWith(problem);
        }
    }

    @Test
    void codesOfThrowablesCount() {
        try (StartedContext log4j = wholeConfiguration("")) {
            log4j.logger().error("failed", new IllegalStateException(LISTED_JOB));
            log4j.logger().error("failed {}", 1, new IllegalStateException(LISTED_JOB));
            log4j.logger().error((Object) "failed", new IllegalStateException(LISTED_JOB));
            log4j.logger().error("failed", new IllegalStateException("fine"));

            assertThat(log4j.output()).isEqualTo("failed;failed 1;failed;");
        }
    }

    @Test
    void everyWayToLogIsFiltered() {
        try (StartedContext log4j = wholeConfiguration("")) {
            Logger logger = log4j.logger();
            String code = "errorCode={}";
            logger.error("errorCode=1306201");
            logger.error(code, 1306201);
            logger.error(code + " {}", 1306201, 1);
            logger.error(code + " {} {}", 1306201, 1, 2);
            logger.error(code + " {} {} {}", 1306201, 1, 2, 3);
            logger.error(code + " {} {} {} {}", 1306201, 1, 2, 3, 4);
            logger.error(code + " {} {} {} {} {}", 1306201, 1, 2, 3, 4, 5);
            logger.error(code + " {} {} {} {} {} {}", 1306201, 1, 2, 3, 4, 5, 6);
            logger.error(code + " {} {} {} {} {} {} {}", 1306201, 1, 2, 3, 4, 5, 6, 7);
            logger.error(code + " {} {} {} {} {} {} {} {}", 1306201, 1, 2, 3, 4, 5, 6, 7, 8);
            logger.error(code + " {} {} {} {} {} {} {} {} {}", 1306201, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            logger.error(code + " {} {} {} {} {} {} {} {} {} {}", 1306201, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            logger.error(CharBuffer.wrap("errorCode=1306201"));
            logger.error((Object) List.of("errorCode=1306201"));
            logger.error((Message) new SimpleMessage("errorCode=1306201"));
            int withCode = log4j.events().size();

            logger.error("fine");
            logger.error("fine {}", 1);
            logger.error("fine {} {}", 1, 2);
            logger.error((Object) List.of("fine"));
            logger.error((Message) new SimpleMessage("fine"));

            assertThat(withCode).isEqualTo(15);
            assertThat(log4j.events()).hasSize(15);
            assertThat(log4j.problems()).isEmpty();
        }
    }

    @Test
    void supplierIsAskedOnceAndNotJudged() {
        AtomicInteger asked = new AtomicInteger();
        try (StartedContext log4j = wholeConfiguration("")) {
            log4j.logger().error(() -> "fine " + asked.incrementAndGet());

            assertThat(log4j.output()).isEqualTo("fine 1;");
        }
    }

    @Test
    void messageWithParametersArrivesWhole() {
        try (StartedContext log4j = wholeConfiguration("")) {
            log4j.logger().error("errorCode={} of {}", 1306201, "request");

            assertThat(log4j.output()).isEqualTo("errorCode=1306201 of request;");
        }
    }

    @Test
    void messageIsNotFormattedWhereTheLevelIsOff() {
        Object argument = new Object() {
            @Override
            public String toString() {
                throw new AssertionError("nobody wants to see it");
            }
        };
        try (StartedContext log4j = wholeConfiguration("onMatch='ACCEPT'")) {
            log4j.logger().debug("errorCode={}", argument);
            log4j.logger().debug(argument);
            log4j.logger().debug("errorCode=1306201");

            assertThat(log4j.events()).isEmpty();
            assertThat(log4j.problems()).isEmpty();
        }
    }

    @Test
    void eventsThatAreNotLookedAtDoNotMatch() {
        try (StartedContext log4j = wholeConfiguration("minLevel='error' loggers='com.example'")) {
            log4j.logger().warn("errorCode={}", 1306201);
            log4j.context().getLogger("org.example").error((Message) new SimpleMessage("errorCode=1306201"));
            log4j.context().getLogger("org.example").error((Object) "errorCode=1306201");

            assertThat(log4j.events()).isEmpty();
        }
    }

    @Test
    void nullsAreNoProblem() {
        ErrorCodeFilter filter = ErrorCodeFilter.newBuilder()
                .setOnMatch(Result.ACCEPT)
                .setOnMismatch(Result.NEUTRAL)
                .build();

        assertThat(filter.filter(null, null, null, (String) null)).isEqualTo(Result.NEUTRAL);
        assertThat(filter.filter(null, null, null, (String) null, (Object[]) null))
                .isEqualTo(Result.NEUTRAL);
        assertThat(filter.filter(null, Level.ERROR, null, (Object) null, null)).isEqualTo(Result.NEUTRAL);
        assertThat(filter.filter(null, Level.ERROR, null, "errorCode={}", 1306201))
                .isEqualTo(Result.ACCEPT);
        assertThat(filter.filter(null, Level.ERROR, null, new SimpleMessage(LISTED_PAAS), null))
                .isEqualTo(Result.ACCEPT);
    }

    @Test
    void loggersOwnFormattingCounts() {
        try (StartedContext log4j = wholeConfiguration("")) {
            log4j.context()
                    .getLogger("formatted", new org.apache.logging.log4j.message.StringFormatterMessageFactory())
                    .error("errorCode=%d", 1306201);

            assertThat(log4j.output()).isEqualTo("errorCode=1306201;");
        }
    }

    @Test
    void filterAtALoggerSelectsItsEvents() {
        try (StartedContext log4j = StartedContext.xml("<Appenders>" + kept("OUT", "%msg;") + "</Appenders><Loggers>"
                + "<Logger name=\"com.example\" level=\"info\"><ErrorCodeFilter platforms=\"job\"/></Logger>"
                + "<Root level=\"info\"><AppenderRef ref=\"OUT\"/></Root></Loggers>")) {
            log4j.logger().error(LISTED_JOB);
            log4j.logger().error(LISTED_PAAS);
            log4j.context().getLogger("org.example").error("fine");

            assertThat(log4j.events())
                    .extracting(LogEvent::getLoggerName)
                    .containsExactly("com.example.App", "org.example");
        }
    }

    @Test
    void valueThatIsNoResultIsSaidByLog4j() {
        try (StartedContext log4j = wholeConfiguration("onMatch='PERHAPS'")) {
            log4j.logger().error(LISTED_PAAS);

            assertThat(log4j.problems()).isNotEmpty();
            assertThat(log4j.events()).hasSize(1);
        }
    }

    @Test
    void reportsOfTheTallyHaveNoCode() {
        try (StartedContext log4j = StartedContext.xml(
                "<ErrorCodeFilter/><Appenders>" + kept("OUT", "%msg;") + "</Appenders>" + root("OUT"))) {
            log4j.context().getLogger(ErrorCodeTally.REPORT_LOGGER).error(LISTED_PAAS);

            assertThat(log4j.events()).isEmpty();
        }
    }
}
