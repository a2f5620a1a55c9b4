package io.github.bkerrcode.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The configurations that the README shows are files, and they do what it says. */
class ReadmeSnippetsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "pattern.xml, README.md",
        "pattern.xml, README.zh-CN.md",
        "fields.xml, README.md",
        "fields.xml, README.zh-CN.md",
        "route.xml, README.md",
        "route.xml, README.zh-CN.md",
        "tally.xml, README.md",
        "tally.xml, README.zh-CN.md"
    })
    void readmeShowsTheFile(String snippet, String readme) throws IOException {
        assertThat(Files.readString(Path.of("..", readme))).contains("```xml\n" + text(snippet) + "```");
    }

    @Test
    void patternAppendsTheMeaning() throws Exception {
        assertThat(output("pattern.xml"))
                .contains("query failed, errorCode=1301004 [1301004 PaaS 平台 2.0-开发者中心 | 依赖的 Redis 存在问题 → ");
    }

    @Test
    void fieldsStandInTheJson() throws Exception {
        assertThat(output("fields.xml"))
                .contains("\"errcode.code\"")
                .contains("\"errcode.meaning\"")
                .contains("There is a problem with the Redis it depends on");
    }

    @Test
    void onlyErrorsOfJobGoToTheirFile() throws Exception {
        output("route.xml");

        assertThat(Files.readString(directory.resolve("job-errors.log")))
                .contains("errorCode=1250001")
                .doesNotContain("1301004")
                .hasLineCount(1);
    }

    @Test
    void tallyCounts() throws Exception {
        LoggerContext context = start("tally.xml");
        log(context);

        assertThat(ContextObjects.tallies(context).get(0).getDetections()).isEqualTo(2);
        context.stop();
    }

    private String output(String snippet) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stdout = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            LoggerContext context = start(snippet);
            log(context);
            context.stop();
        } finally {
            System.setOut(stdout);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void log(LoggerContext context) {
        context.getLogger("app.Service").info("started");
        context.getLogger("app.Service").error("query failed, errorCode=1301004");
        context.getLogger("app.Service").error("lock failed, errorCode=1250001");
        assertNothingWentWrong(context);
    }

    private static void assertNothingWentWrong(LoggerContext context) {
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .filteredOn(status -> status.getLevel() >= Status.WARN)
                .isEmpty();
    }

    private LoggerContext start(String snippet) throws Exception {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("LOG_DIRECTORY", directory.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(text(snippet).getBytes(StandardCharsets.UTF_8)));
        context.start();
        assertNothingWentWrong(context);
        return context;
    }

    private static String text(String snippet) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ReadmeSnippetsTest.class.getResourceAsStream("/readme/" + snippet), snippet)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
