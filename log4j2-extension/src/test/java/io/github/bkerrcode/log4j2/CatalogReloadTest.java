package io.github.bkerrcode.log4j2;

import static io.github.bkerrcode.log4j2.StartedContext.LISTED_PAAS;
import static io.github.bkerrcode.log4j2.StartedContext.kept;
import static io.github.bkerrcode.log4j2.StartedContext.property;
import static io.github.bkerrcode.log4j2.StartedContext.root;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
        StartedContext.replace(catalog, document(meaning));
    }

    private static String document(String meaning) {
        return "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"own\", \"entries\": [{\"code\": \"1306201\","
                + " \"meaning\": {\"zh\": \"" + meaning + "\", \"en\": \"" + meaning + "\"}}]}";
    }

    private StartedContext started() {
        return StartedContext.xml(elements());
    }

    private String elements() {
        return elements(PATTERN);
    }

    private String elements(String pattern) {
        return "<Properties>" + property("errcode.reload", "20ms") + property("errcode.catalog", catalog)
                + "</Properties><Appenders>" + kept("OUT", pattern) + "</Appenders>" + root("OUT");
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
        Path clock = directory.resolve("clock.json");
        StartedContext.replace(clock, document("0"));
        String words = PATTERN + "%errcode{meaning}{catalog=" + clock + "}";
        try (StartedContext log4j = StartedContext.xml(elements(words))) {
            Files.writeString(catalog, document("never").substring(0, 60));
            StartedContext.await(() -> !log4j.problems().isEmpty());
            for (int i = 1; i <= 5; i++) {
                String looked = "one;" + i;
                StartedContext.replace(clock, document(String.valueOf(i)));
                StartedContext.await(() -> last(log4j).equals(looked));
            }

            assertThat(log4j.problems())
                    .singleElement()
                    .asString()
                    .contains("not valid JSON", "the last good one stays");

            write("mended");
            StartedContext.await(() -> last(log4j).startsWith("mended;"));
            Files.writeString(catalog, "{");
            StartedContext.await(() -> log4j.problems().size() == 2);
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
        try (StartedContext log4j = StartedContext.xml(elements().replace(">20ms</Property>", ">soon</Property>"))) {
            assertThat(log4j.problems())
                    .containsExactly(
                            "%errcode: reload: [soon] is no time, expected such as 30 seconds, 5 minutes or off;"
                                    + " using 10 seconds");
            assertThat(last(log4j)).isEqualTo("one;");
        }
    }

    @Test
    void olderNameOfTheIntervalStillCounts() throws IOException {
        String older = elements().replace("errcode.reload\">20ms", "errcode.reloadSeconds\">1");
        try (StartedContext log4j = StartedContext.xml(older)) {
            write("another");

            StartedContext.await(() -> last(log4j).equals("another;"));
            assertThat(log4j.problems()).isEmpty();
        }
    }

    @Test
    void nobodyWatchesWhereReloadIsOff() {
        try (StartedContext log4j = StartedContext.xml(elements().replace(">20ms</Property>", ">off</Property>"))) {
            assertThat(last(log4j)).isEqualTo("one;");
            assertThat(ourThreads()).isEmpty();
            assertThat(log4j.problems()).isEmpty();
        }
    }

    @Test
    void intervalIsAnAttributeOfElementsAndAnOptionOfWords() throws IOException {
        String files = "catalog=\"" + catalog + "\" reload=\"20ms\"";
        try (StartedContext log4j = StartedContext.appenders(
                kept("OUT", "%X{errcode.meaning} %errcode{meaning}{catalog=" + catalog + "}{reload=20ms}")
                        + StartedContext.rewrite(files, "OUT"),
                "CODES")) {
            assertThat(last(log4j)).isEqualTo("one one");

            write("another");

            StartedContext.await(() -> last(log4j).equals("another another"));
            assertThat(log4j.problems()).isEmpty();
        }
    }

    @Test
    void changedRulesDecide() throws IOException {
        Path rules = directory.resolve("own.rules");
        StartedContext.replace(rules, "high ours listed ticket #<code>");
        try (StartedContext log4j = StartedContext.pattern("%errcode{code}{rules=" + rules + "}{reload=20ms}")) {
            StartedContext.replace(rules, "high ours listed case #<code>");

            StartedContext.await(() -> {
                log4j.logger().error("case #1301002");
                return log4j.output().contains("1301002");
            });
            assertThat(log4j.problems()).isEmpty();
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
