package io.github.bkerrcode.log4j2;

import static io.github.bkerrcode.log4j2.StartedContext.FAILED;
import static io.github.bkerrcode.log4j2.StartedContext.LISTED_JOB;
import static io.github.bkerrcode.log4j2.StartedContext.LISTED_PAAS;
import static io.github.bkerrcode.log4j2.StartedContext.kept;
import static io.github.bkerrcode.log4j2.StartedContext.rewrite;
import static io.github.bkerrcode.log4j2.StartedContext.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkerrcode.event.CodeFinder;
import io.github.bkerrcode.log4j2.StartedContext.Loggers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Filter.Result;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.SimpleMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens around the components, the application goes on and its events arrive. */
@Timeout(300)
class SafetyTest {

    private static final String TALLY = "<ErrorCodeTally name=\"TALLY\" interval=\"0\"/>";

    /** A message that fails when it is formatted. */
    private static final class Broken implements Message {

        private final transient Error failure;

        private Broken(Error failure) {
            this.failure = failure;
        }

        @Override
        public String getFormattedMessage() {
            throw failure;
        }

        @Override
        public Object @Nullable [] getParameters() {
            return null;
        }

        @Override
        public @Nullable Throwable getThrowable() {
            return null;
        }
    }

    private static LogEvent event(Message message) {
        return Log4jLogEvent.newBuilder()
                .setLoggerName("app")
                .setLevel(Level.ERROR)
                .setMessage(message)
                .build();
    }

    private static Message overflowing() {
        return new Broken(new StackOverflowError("deep"));
    }

    private static String document(String text) {
        return "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"own\", \"entries\": [{\"code\": \"1306201\","
                + " \"meaning\": {\"zh\": \"" + text + "\", \"en\": \"" + text + "\"},"
                + " \"remediation\": {\"zh\": \"" + text + "\", \"en\": \"" + text + "\"}}]}";
    }

    @Test
    void lineOfAnEventThatOverflowsTheStackIsWrittenWithoutExplanation() {
        try (StartedContext log4j = StartedContext.pattern("%logger{1}%errcode;")) {
            log4j.log(event(overflowing()));
            log4j.log(event(overflowing()));

            assertThat(log4j.output()).isEqualTo("app;app;");
            assertThat(log4j.problems())
                    .singleElement()
                    .asString()
                    .contains("%errcode: " + FAILED
                            + "; nothing is appended to the line. Further failures are not reported.");
        }
    }

    @Test
    void eventThatOverflowsTheStackGoesOnAsItCameAndIsSaidOnce() {
        try (StartedContext log4j = StartedContext.appenders(kept("OUT", "%level") + rewrite("", "OUT"), "CODES")) {
            log4j.log(event(overflowing()));
            log4j.log(event(overflowing()));

            assertThat(log4j.events()).hasSize(2);
            assertThat(log4j.kept().handedOver()).noneMatch(EnrichedLogEvent.class::isInstance);
            assertThat(log4j.problems())
                    .singleElement()
                    .asString()
                    .contains(FAILED, "events are handed on as they come");
        }
    }

    @Test
    void filterHasNoOpinionOfWhatOverflowsTheStack() {
        Object overflowing = new Object() {
            @Override
            public String toString() {
                throw new StackOverflowError("deep");
            }
        };
        ErrorCodeFilter filter = ErrorCodeFilter.newBuilder()
                .setOnMatch(Result.ACCEPT)
                .setOnMismatch(Result.DENY)
                .build();

        assertThat(filter.filter(event(overflowing()))).isEqualTo(Result.NEUTRAL);
        assertThat(filter.filter(null, Level.ERROR, null, overflowing(), null)).isEqualTo(Result.NEUTRAL);
        assertThat(filter.filter(null, Level.ERROR, null, overflowing, null)).isEqualTo(Result.NEUTRAL);
        assertThat(filter.filter(null, Level.ERROR, null, "fine {}", overflowing))
                .isNotEqualTo(Result.ACCEPT);
    }

    @Test
    void tallySeesAnEventThatOverflowsTheStackAndSaysItOnce() {
        try (StartedContext log4j = StartedContext.appenders(TALLY, "TALLY")) {
            log4j.log(event(overflowing()));
            log4j.log(event(overflowing()));
            log4j.logger().error(LISTED_PAAS);

            ErrorCodeTally tally = log4j.appender("TALLY", ErrorCodeTally.class);
            assertThat(tally.getEvents()).isEqualTo(3);
            assertThat(tally.getDetections()).isEqualTo(1);
            assertThat(log4j.problems()).singleElement().asString().contains("the event is not counted");
        }
    }

    @Test
    void jsonOfAnEventThatOverflowsTheStackHasNoField() {
        try (StartedContext log4j = StartedContext.appenders(
                "<Kept name=\"OUT\"><JsonTemplateLayout eventDelimiter=\"\" eventTemplate='{\"a\": 1, \"x\":"
                        + " {\"$resolver\": \"errcode\", \"field\": \"code\"}}'/></Kept>",
                "OUT")) {
            log4j.log(event(overflowing()));
            log4j.logger().error(LISTED_PAAS);

            assertThat(log4j.output()).isEqualTo("{\"a\":1}{\"a\":1,\"x\":\"1306201\"}");
            assertThat(log4j.problems()).singleElement().asString().contains("the JSON has no fields of error codes");
        }
    }

    @Test
    void asynchronousLoggersGoOnBehindAnEventThatOverflowsTheStack() {
        try (StartedContext log4j = StartedContext.xml(
                Loggers.ALL_ASYNC,
                "<Appenders>" + kept("OUT", "%level%errcode{code};") + rewrite("", "OUT") + "</Appenders>"
                        + root("CODES"))) {
            Kept kept = log4j.kept();
            log4j.logger().error("first " + LISTED_PAAS, new IllegalStateException() {
                @Override
                public String getMessage() {
                    throw new StackOverflowError("deep");
                }
            });
            log4j.logger().error("next " + LISTED_PAAS);
            log4j.stop();

            assertThat(kept.texts()).last().isEqualTo("ERROR1306201;");
        }
    }

    @Test
    void lackOfMemoryPasses() {
        LogEvent event = event(new Broken(new OutOfMemoryError("none left")));
        ErrorCodeTally tally = ErrorCodeTally.newBuilder().build();
        ErrorCodePatternConverter converter = ErrorCodePatternConverter.newInstance(null, null);
        ErrorCodeFilter filter = ErrorCodeFilter.newBuilder().build();
        ErrorCodeRewritePolicy policy = ErrorCodeRewritePolicy.newBuilder().build();

        assertThatThrownBy(() -> tally.append(event)).isInstanceOf(OutOfMemoryError.class);
        assertThatThrownBy(() -> converter.format(event, new StringBuilder())).isInstanceOf(OutOfMemoryError.class);
        assertThatThrownBy(() -> filter.filter(event)).isInstanceOf(OutOfMemoryError.class);
        assertThatThrownBy(() -> policy.rewrite(event)).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void throwableThatCannotTellItsMessageDoesNoHarm() {
        RuntimeException failure = new IllegalStateException() {
            @Override
            public String getMessage() {
                throw new IllegalStateException("of the message");
            }
        };
        LogEvent event = Log4jLogEvent.newBuilder()
                .setMessage(new SimpleMessage(LISTED_PAAS))
                .setThrown(failure)
                .build();

        assertThat(ErrorCodeRewritePolicy.newBuilder().build().rewrite(event)).isSameAs(event);
    }

    @Test
    void parameterThatLogsItselfDoesNoHarm() {
        try (StartedContext log4j = StartedContext.pattern("%msg%errcode{code};")) {
            log4j.logger()
                    .error(
                            "outer {} {}",
                            new Object() {
                                @Override
                                public String toString() {
                                    log4j.logger().error("inner {}", LISTED_JOB);
                                    return "parameter";
                                }
                            },
                            LISTED_PAAS);

            assertThat(log4j.output())
                    .contains("inner " + LISTED_JOB + "1250001;", "outer parameter " + LISTED_PAAS + "1306201;");
            assertThat(log4j.problems()).isEmpty();
        }
    }

    @Test
    void causesInACircleEnd() {
        IllegalStateException first = new IllegalStateException("first");
        IllegalArgumentException second = new IllegalArgumentException(LISTED_PAAS, first);
        first.initCause(second);
        try (StartedContext log4j =
                StartedContext.appenders(kept("OUT", "%msg%errcode{code}%ex{0}") + rewrite("", "OUT"), "CODES")) {
            log4j.logger().error("failed ", first);

            assertThat(log4j.output()).isEqualTo("failed 1306201");
            assertThat(log4j.problems()).isEmpty();
        }
    }

    @Test
    void tenThousandCausesAreLookedAtAsFarAsTheLimit() {
        ErrorCodeRewritePolicy policy = ErrorCodeRewritePolicy.newBuilder().build();

        assertThat(policy.rewrite(deep(CodeFinder.MAX_THROWABLES - 1))).isInstanceOf(EnrichedLogEvent.class);
        assertThat(policy.rewrite(deep(CodeFinder.MAX_THROWABLES))).isNotInstanceOf(EnrichedLogEvent.class);
    }

    private static LogEvent deep(int indexOfCode) {
        Exception chain = new Exception("deepest");
        for (int i = 9_998; i >= 0; i--) {
            chain = new Exception(i == indexOfCode ? LISTED_PAAS : "no code", chain);
        }
        return Log4jLogEvent.newBuilder()
                .setMessage(new SimpleMessage("failed"))
                .setThrown(chain)
                .build();
    }

    @Test
    void longMessagesAreExplainedAndBuffersBecomeSmallAgain() {
        String message = "lorem ipsum dolor sit ".repeat(48_000);
        try (StartedContext log4j = StartedContext.pattern("%errcode{code};")) {
            log4j.logger().error("{} {}", message, LISTED_PAAS);
            log4j.logger().error("{} {}", message, "fine");

            assertThat(log4j.output()).isEqualTo("1306201;;");
        }
    }

    @Test
    void absentMessageIsNoProblem() {
        try (StartedContext log4j = StartedContext.appenders(
                kept("OUT", "%enrich{%msg}%errcode{code};%ex{0}") + rewrite("", "OUT") + TALLY, "CODES", "TALLY")) {
            log4j.logger().error((String) null);
            log4j.logger().error((Object) null);
            log4j.logger().error((Message) null);
            log4j.logger().error((String) null, new IllegalStateException(LISTED_PAAS));

            assertThat(log4j.events()).hasSize(4);
            assertThat(log4j.output()).endsWith("1306201;");
            assertThat(log4j.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%msg%errcode", "%msg %errcode{meaning}", "%enrich{%msg}", "%msg %X"})
    void textsOfACatalogCannotBreakTheLineOrSteerTheTerminal(String pattern, @TempDir Path directory)
            throws IOException {
        Path catalog = directory.resolve("own.json");
        Files.writeString(
                catalog, document("a\\r\\nb\\u0000c\\u001b[31md\\u0085e\\u2028f\\u2029g\\u202eh\\u2066i\\tj"));
        try (StartedContext log4j =
                StartedContext.xml("<Properties>" + StartedContext.property("errcode.catalog", catalog)
                        + "</Properties><Appenders>" + kept("OUT", pattern) + rewrite("", "OUT") + "</Appenders>"
                        + root("CODES"))) {
            log4j.logger().error(LISTED_PAAS);

            assertThat(log4j.problems()).isEmpty();
            assertThat(log4j.output()).startsWith(LISTED_PAAS).contains("h").contains("j");
            assertThat(log4j.output().codePoints().filter(SafetyTest::isUnsafe).boxed())
                    .isEmpty();
        }
    }

    private static boolean isUnsafe(int c) {
        return Character.isISOControl(c) || c >= 0x2028 && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    @Test
    void textThatLooksLikeALookupIsNotLookedUp(@TempDir Path directory) throws IOException {
        Path catalog = directory.resolve("own.json");
        Files.writeString(catalog, document("${sys:java.version}"));
        try (StartedContext log4j = StartedContext.pattern(
                "%errcode{meaning}{catalog=" + catalog + "} %enrich{%msg}{catalog=" + catalog + "}")) {
            log4j.logger().error(LISTED_PAAS);

            assertThat(log4j.output())
                    .startsWith("${sys:java.version} ")
                    .doesNotContain(System.getProperty("java.version"));
        }
    }
}
