package io.github.bkerrcode.log4j2;

import static io.github.bkerrcode.log4j2.StartedContext.async;
import static io.github.bkerrcode.log4j2.StartedContext.kept;
import static io.github.bkerrcode.log4j2.StartedContext.ref;
import static io.github.bkerrcode.log4j2.StartedContext.rewrite;
import static io.github.bkerrcode.log4j2.StartedContext.root;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.log4j2.StartedContext.Loggers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.async.AsyncLogger;
import org.apache.logging.log4j.core.async.AsyncLoggerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every event arrives with its own fields and text, however events are handed over and used again. */
@Timeout(300)
class AsyncLoggingTest {

    private static final int THREADS = 4;
    private static final int EVENTS = 3_000;
    private static final String PATTERN = "%msg|%X{user}|%X{errcode.code}|%errcode{code}";
    private static final String TALLY = "<ErrorCodeTally name=\"TALLY\" interval=\"0\"/>";

    /** How events get to the policy. */
    enum Way {
        SYNCHRONOUS(Loggers.SYNCHRONOUS, "", root("CODES", "TALLY")),
        ALL_LOGGERS_ASYNCHRONOUS(Loggers.ALL_ASYNC, "", root("CODES", "TALLY")),
        ROOT_ASYNCHRONOUS(
                Loggers.SYNCHRONOUS,
                "",
                "<Loggers><AsyncRoot level=\"trace\">" + ref("CODES") + ref("TALLY") + "</AsyncRoot></Loggers>"),
        APPENDER_IN_FRONT(Loggers.SYNCHRONOUS, async("ASYNC", "CODES"), root("ASYNC", "TALLY")),
        APPENDER_IN_FRONT_AND_LOGGERS_ASYNCHRONOUS(Loggers.ALL_ASYNC, async("ASYNC", "CODES"), root("ASYNC", "TALLY"));

        private final Loggers loggers;
        private final String appender;
        private final String root;

        Way(Loggers loggers, String appender, String root) {
            this.loggers = loggers;
            this.appender = appender;
            this.root = root;
        }

        StartedContext start() {
            return StartedContext.xml(
                    loggers,
                    "<Appenders>" + kept("OUT", PATTERN) + rewrite("", "OUT") + appender + TALLY + "</Appenders>"
                            + root);
        }
    }

    private static String code(int i) {
        return switch (i % 3) {
            case 0 -> "1306201";
            case 1 -> "1250001";
            default -> "";
        };
    }

    private static void log(Logger logger, int thread) {
        for (int i = 0; i < EVENTS; i++) {
            ThreadContext.put("user", "u" + thread);
            logger.error(code(i).isEmpty() ? "{}.{} fine{}" : "{}.{} errorCode={}", thread, i, code(i));
            ThreadContext.clearAll();
        }
    }

    private static void logFromManyThreads(StartedContext log4j) throws Exception {
        ExecutorService application = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                running.add(application.submit(() -> log(log4j.logger(), number)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            application.shutdownNow();
        }
    }

    private static List<String> expected() {
        List<String> expected = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            for (int i = 0; i < EVENTS; i++) {
                String code = code(i);
                String text = code.isEmpty() ? " fine" : " errorCode=" + code;
                expected.add(thread + "." + i + text + "|u" + thread + "|" + code + "|" + code);
            }
        }
        return expected;
    }

    @ParameterizedTest
    @EnumSource
    void everyEventHasItsOwnFields(Way way) throws Exception {
        try (StartedContext log4j = way.start()) {
            ErrorCodeTally tally = log4j.appender("TALLY", ErrorCodeTally.class);
            Kept kept = log4j.kept();

            logFromManyThreads(log4j);
            log4j.stop();

            assertThat(log4j.problems()).isEmpty();
            assertThat(kept.texts()).hasSize(THREADS * EVENTS);
            assertThat(kept.texts()).containsExactlyInAnyOrderElementsOf(expected());
            assertThat(kept.events())
                    .extracting(event -> event.getMessage().getFormattedMessage() + "|"
                            + event.getContextData().getValue("user") + "|"
                            + (event.getContextData().containsKey("errcode.code")
                                    ? event.getContextData().getValue("errcode.code")
                                    : ""))
                    .containsExactlyInAnyOrderElementsOf(expected().stream()
                            .map(text -> text.substring(0, text.lastIndexOf('|')))
                            .toList());
            assertThat(tally.getEvents()).isEqualTo((long) THREADS * EVENTS);
            assertThat(tally.getDetections()).isEqualTo((long) THREADS * EVENTS * 2 / 3);
        }
    }

    @Test
    void asynchronousAppenderBehindThePolicyGetsTheFieldsToo() throws Exception {
        try (StartedContext log4j = StartedContext.appenders(
                kept("OUT", PATTERN) + async("ASYNC", "OUT") + rewrite("", "ASYNC"), "CODES")) {
            Kept kept = log4j.kept();

            logFromManyThreads(log4j);
            log4j.stop();

            assertThat(log4j.problems()).isEmpty();
            assertThat(kept.texts()).hasSize(THREADS * EVENTS);
            assertThat(kept.texts()).containsExactlyInAnyOrderElementsOf(expected());
        }
    }

    @Test
    void loggersAreWhatTheTestsSayTheyAre() {
        try (StartedContext all = Way.ALL_LOGGERS_ASYNCHRONOUS.start();
                StartedContext mixed = Way.ROOT_ASYNCHRONOUS.start()) {
            assertThat(all.logger()).isInstanceOf(AsyncLogger.class);
            assertThat(mixed.logger()).isNotInstanceOf(AsyncLogger.class);
            assertThat(mixed.context().getConfiguration().getRootLogger()).isInstanceOf(AsyncLoggerConfig.class);
        }
    }

    @Test
    void locationIsNotWorkedOutForAsynchronousLoggers() {
        try (StartedContext log4j = Way.ALL_LOGGERS_ASYNCHRONOUS.start()) {
            List<LogEvent> events = log4j.events();
            log4j.logger().error("errorCode=1306201");
            log4j.stop();

            assertThat(events).hasSize(1);
            assertThat(events.get(0).getSource()).isNull();
        }
    }

    @Test
    void filterOfTheConfigurationWorksWithAsynchronousLoggers() {
        try (StartedContext log4j = StartedContext.xml(
                Loggers.ALL_ASYNC,
                "<ErrorCodeFilter/><Appenders>" + kept("OUT", "%msg;") + "</Appenders>" + root("OUT"))) {
            Kept kept = log4j.kept();
            log4j.logger().error("errorCode={}", 1306201);
            log4j.logger().error("fine {}", 1);
            log4j.stop();

            assertThat(kept.text()).isEqualTo("errorCode=1306201;");
        }
    }
}
