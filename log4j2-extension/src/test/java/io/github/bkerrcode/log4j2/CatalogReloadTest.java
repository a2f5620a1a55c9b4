package io.github.bkerrcode.log4j2;

import static io.github.bkerrcode.log4j2.StartedContext.LISTED_PAAS;
import static io.github.bkerrcode.log4j2.StartedContext.kept;
import static io.github.bkerrcode.log4j2.StartedContext.property;
import static io.github.bkerrcode.log4j2.StartedContext.root;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogReloadTest {

    private static final String PATTERN = "%errcode{meaning};";

    @TempDir
    private Path directory;

    private Path catalog = Path.of("own.json");

    @BeforeEach
    void threadsOfEarlierContextsAreGone() {
        StartedContext.await(() -> ourThreads().isEmpty());
    }

    @BeforeEach
    void catalogHasOneMeaning() throws IOException {
        catalog = directory.resolve("own.json");
        write("one");
    }

    private void write(String meaning) throws IOException {
        StartedContext.replace(
                catalog,
                "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"own\", \"entries\": [{\"code\": \"1306201\","
                        + " \"meaning\": {\"zh\": \"" + meaning + "\", \"en\": \"" + meaning + "\"}}]}");
    }

    private StartedContext started() {
        return StartedContext.xml(elements());
    }

    private String elements() {
        return "<Properties>" + property("errcode.reloadSeconds", 1) + property("errcode.catalog", catalog)
                + "</Properties><Appenders>" + kept("OUT", PATTERN) + "</Appenders>" + root("OUT");
    }

    private static String last(StartedContext log4j) {
        log4j.logger().error(LISTED_PAAS);
        List<String> texts = log4j.kept().texts();
        return texts.get(texts.size() - 1);
    }

    private static List<Thread> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("ErrorCodes"))
                .toList();
    }

    @Test
    void changedCatalogIsReadAnew() throws IOException {
        try (StartedContext log4j = started()) {
            assertThat(last(log4j)).isEqualTo("one;");

            write("another");

            StartedContext.await(() -> last(log4j).equals("another;"));
            assertThat(log4j.problems()).isEmpty();
        }
    }

    @Test
    void brokenCatalogIsSaidOnceAndTheLastGoodOneStays() throws IOException {
        try (StartedContext log4j = started()) {
            StartedContext.replace(catalog, "{\"schema\": ");
            StartedContext.await(() -> !log4j.problems().isEmpty());

            assertThat(last(log4j)).isEqualTo("one;");
            assertThat(log4j.problems())
                    .singleElement()
                    .asString()
                    .contains("not valid JSON", "the last good one stays");
        }
    }

    @Test
    void watchingGoesOnWhenTheConfigurationIsReadAnew() throws IOException {
        try (StartedContext log4j = started()) {
            log4j.reconfigure(elements());
            write("another");

            StartedContext.await(() -> last(log4j).equals("another;"));
            assertThat(ourThreads()).hasSize(1).allMatch(Thread::isDaemon);
        }
    }

    @Test
    void threadEndsWithTheContext() {
        try (StartedContext log4j = started()) {
            assertThat(last(log4j)).isEqualTo("one;");
            assertThat(ourThreads()).hasSize(1).allMatch(Thread::isDaemon);
        }
        StartedContext.await(() -> ourThreads().isEmpty());
    }

    @Test
    void contextThatIsStartedAgainIsWatchedAgain() throws IOException {
        try (StartedContext log4j = started()) {
            log4j.stop();
            log4j.context().start();
            log4j.reconfigure(elements());
            write("another");

            StartedContext.await(() -> last(log4j).equals("another;"));
        }
    }

    @Test
    void withoutACatalogNobodyWatches() {
        try (StartedContext log4j = StartedContext.pattern(PATTERN)) {
            log4j.logger().error(LISTED_PAAS);

            assertThat(ourThreads()).isEmpty();
        }
    }

    @Test
    void mistakenIntervalIsSaid() {
        try (StartedContext log4j = StartedContext.xml(elements().replace(">1</Property>", ">soon</Property>"))) {
            assertThat(log4j.problems())
                    .containsExactly("%errcode: errcode.reloadSeconds: [soon] is no number of seconds; using 10");
            assertThat(last(log4j)).isEqualTo("one;");
        }
    }

    @Test
    void missingCatalogIsSaidAndTheBuiltInOneUsed() {
        try (StartedContext log4j =
                StartedContext.pattern("%errcode{meaning}{catalog=" + directory.resolve("missing.json") + "};")) {
            assertThat(log4j.problems()).singleElement().asString().contains("missing.json");
            assertThat(last(log4j)).isEqualTo("请求第三方系统接口出现异常;");
        }
    }
}
