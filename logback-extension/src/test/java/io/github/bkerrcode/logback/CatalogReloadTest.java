package io.github.bkerrcode.logback;

import static io.github.bkerrcode.logback.StartedContext.await;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogReloadTest {

    private static final String LISTED_PAAS = "{\"code\":1306201}";
    private static final String BUILT_IN = "请求第三方系统接口出现异常";

    @TempDir
    private Path directory;

    private Path catalog = Path.of("own.json");

    @BeforeEach
    void catalogHasOneMeaning() throws IOException {
        catalog = directory.resolve("own.json");
        write("one");
    }

    private void write(String meaning) throws IOException {
        StartedContext.replace(catalog, document(meaning));
    }

    private static String document(String meaning) {
        return "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"own\", \"entries\": [{\"code\": \"1306201\","
                + " \"meaning\": {\"zh\": \"" + meaning + "\", \"en\": \"" + meaning + "\"}}]}";
    }

    /** Everything goes through an {@code ErrorCodeAppender} with these settings to an appender that shows the meaning. */
    private static String xml(String settings) {
        return StartedContext.lines("%kvp{NONE}%n")
                + "<appender name=\"CODES\" class=\"io.github.bkerrcode.logback.ErrorCodeAppender\">" + settings
                + StartedContext.ref("OUT") + "</appender>" + StartedContext.root("CODES");
    }

    private String settings(String reload) {
        return "<catalog>" + catalog + "</catalog><reload>" + reload + "</reload>";
    }

    private static String last(StartedContext logback) {
        logback.logger().error(LISTED_PAAS);
        List<String> lines = logback.output().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private static boolean says(StartedContext logback, String meaning) {
        return last(logback).contains("errcode.meaning=" + meaning);
    }

    private static long infos(LoggerContext context, String text) {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getEffectiveLevel() == Status.INFO)
                .filter(status -> status.getMessage().contains(text))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20ms", "1 second", "PT0.05S"})
    void changedCatalogIsPrintedAfterTheInterval(String reload) throws IOException {
        try (StartedContext logback = StartedContext.of(xml(settings(reload)))) {
            assertThat(says(logback, "one")).isTrue();

            write("another");

            await(() -> says(logback, "another"));
            assertThat(logback.problems()).isEmpty();
            // Said right behind the swap, which can be seen a moment before.
            await(() -> infos(logback.context(), "have changed and were read anew") == 1);
        }
    }

    @Test
    void brokenCatalogIsOneStatusAndTheLastGoodOneStays() throws IOException {
        Path clock = directory.resolve("clock.json");
        StartedContext.replace(clock, document("0"));
        String words = "%errcode{meaning, catalog=" + catalog + "} %errcode{meaning, catalog=" + clock + "}%n";
        String interval = "<property scope=\"context\" name=\"errcode.reload\" value=\"20ms\"/>";
        try (StartedContext logback =
                StartedContext.of(interval + StartedContext.lines(words) + StartedContext.root("OUT"))) {
            Files.writeString(catalog, document("never").substring(0, 60));
            await(() -> !logback.problems().isEmpty());
            for (int i = 1; i <= 5; i++) {
                String looked = "one " + i;
                StartedContext.replace(clock, document(String.valueOf(i)));
                await(() -> last(logback).equals(looked));
            }

            assertThat(logback.problems())
                    .singleElement()
                    .asString()
                    .contains("catalog " + catalog + ":1", "not valid JSON", "the last good one stays");

            write("mended");
            await(() -> last(logback).startsWith("mended "));
            Files.writeString(catalog, "{");
            await(() -> logback.problems().size() == 2);
        }
    }

    @Test
    void filesComeAndGoInADirectory() throws IOException {
        String settings = "<catalog>" + directory + "</catalog><reload>20ms</reload>";
        try (StartedContext logback = StartedContext.of(xml(settings))) {
            Path later = directory.resolve("z.json");
            StartedContext.replace(later, document("added"));
            await(() -> says(logback, "added"));

            Files.delete(later);
            await(() -> says(logback, "one"));
            assertThat(logback.problems()).isEmpty();

            Files.delete(catalog);
            await(() -> says(logback, BUILT_IN));
            assertThat(logback.problems()).singleElement().asString().contains("no *.json files in this directory");
        }
    }

    @Test
    void changedRulesDecideAfterTheInterval() throws IOException {
        Path rules = directory.resolve("own.rules");
        StartedContext.replace(rules, "high ours listed ticket #<code>");
        String word = "%errcode{code, rules=" + rules + ", reload=20ms}%n";
        try (StartedContext logback = StartedContext.of(StartedContext.lines(word) + StartedContext.root("OUT"))) {
            StartedContext.replace(rules, "high ours listed case #<code>");

            await(() -> {
                logback.logger().error("case #1301002");
                return logback.output().contains("1301002");
            });
            assertThat(logback.problems()).isEmpty();
        }
    }

    @Test
    void nothingIsScheduledWhereReloadIsOff() {
        try (StartedContext logback = StartedContext.of(xml(settings("off")))) {
            assertThat(says(logback, "one")).isTrue();
            assertThat(scheduled(logback)).isEmpty();
            assertThat(logback.problems()).isEmpty();
        }
    }

    @Test
    void mistakenIntervalIsAStatusAndTheDefaultUsed() {
        try (StartedContext logback = StartedContext.of(xml(settings("soon")))) {
            assertThat(logback.problems())
                    .containsExactly("<reload>: [soon] is no time, expected such as 30 seconds, 5 minutes or off;"
                            + " using 10 seconds");
            assertThat(scheduled(logback)).hasSize(1);
            assertThat(says(logback, "one")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<appender name=\"X\" class=\"io.github.bkerrcode.logback.ErrorCodeTally\">%s</appender>",
                "<appender name=\"X\" class=\"ch.qos.logback.core.read.ListAppender\">"
                        + "<filter class=\"io.github.bkerrcode.logback.ErrorCodeFilter\">%s</filter></appender>",
                "<appender name=\"X\" class=\"ch.qos.logback.core.read.ListAppender\">"
                        + "<filter class=\"ch.qos.logback.core.filter.EvaluatorFilter\">"
                        + "<evaluator class=\"io.github.bkerrcode.logback.ErrorCodeEvaluator\">%s</evaluator></filter>"
                        + "</appender>"
            })
    void everyComponentTakesTheSetting(String component) {
        try (StartedContext logback =
                StartedContext.of(component.formatted(settings("soon")) + StartedContext.root("X"))) {
            assertThat(logback.problems("<reload>: [soon]")).hasSize(1);
        }
    }

    private static List<ScheduledFuture<?>> scheduled(StartedContext logback) {
        return logback.context().getCopyOfScheduledFutures();
    }

    @Test
    void threadsEndWithTheContext() throws IOException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Set<Thread> ours;
        List<ScheduledFuture<?>> tasks;
        try (StartedContext logback = StartedContext.of(xml(settings("20ms")))) {
            write("another");
            await(() -> says(logback, "another"));
            tasks = scheduled(logback);
            ours = new HashSet<>(Thread.getAllStackTraces().keySet());
            ours.removeAll(before);
            ours.removeIf(thread -> !thread.getName().startsWith("logback-"));
            assertThat(tasks).hasSize(1).noneMatch(ScheduledFuture::isDone);
            assertThat(ours).isNotEmpty().allMatch(Thread::isDaemon);
        }

        assertThat(tasks).allMatch(ScheduledFuture::isDone);
        await(() -> ours.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void contextThatIsStoppedAndConfiguredAgainWatchesAgain() throws IOException, JoranException {
        try (StartedContext logback = StartedContext.of(xml(settings("20ms")))) {
            for (int i = 0; i < 3; i++) {
                List<ScheduledFuture<?>> old = scheduled(logback);
                logback.stop();
                logback.context().start();
                configure(logback.context(), xml(settings("20ms")));
                String meaning = "again" + i;
                write(meaning);

                await(() -> says(logback, meaning));
                assertThat(old).hasSize(1).allMatch(ScheduledFuture::isDone);
                assertThat(scheduled(logback)).hasSize(1);
            }
        }
    }

    @Test
    void contextThatIsResetWatchesOnce() throws IOException, JoranException {
        try (StartedContext logback = StartedContext.of(xml(settings("20ms")))) {
            List<ScheduledFuture<?>> old = scheduled(logback);
            logback.context().reset();
            configure(logback.context(), xml(settings("20ms")));
            write("another");

            await(() -> says(logback, "another"));
            assertThat(old).hasSize(1).allMatch(ScheduledFuture::isDone);
            assertThat(scheduled(logback)).filteredOn(task -> !task.isDone()).hasSize(1);
        }
    }

    private static void configure(LoggerContext context, String xml) throws JoranException {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(
                ("<configuration>" + xml + "</configuration>").getBytes(StandardCharsets.UTF_8)));
    }
}
