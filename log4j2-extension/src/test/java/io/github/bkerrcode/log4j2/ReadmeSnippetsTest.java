package io.github.bkerrcode.log4j2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The configurations that the READMEs show do what is said beside them. */
class ReadmeSnippetsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "pattern.xml, README.md",
        "pattern.xml, README.zh-CN.md",
        "all.xml, README.md",
        "all.xml, README.zh-CN.md"
    })
    void readmeShowsTheFile(String snippet, String readme) throws IOException {
        assertThat(Files.readString(Path.of("..", readme))).contains("```xml\n" + text(snippet) + "```");
    }

    @Test
    void patternAppendsTheMeaning() throws IOException {
        assertThat(output("pattern.xml"))
                .contains("App - query failed, errorCode=1301004 [1301004 PaaS 平台 2.0-开发者中心 | 依赖的 Redis 存在问题 → ");
    }

    @Test
    void fieldsFilterAndTallyWorkTogether() throws IOException {
        System.setProperty("LOG_DIRECTORY", directory.toString());
        try {
            assertThat(output("all.xml"))
                    .contains("\"errcode.code\":\"1301004\"", "There is a problem with the Redis it depends on");
        } finally {
            System.clearProperty("LOG_DIRECTORY");
        }
        assertThat(Files.readString(directory.resolve("job-errors.log")))
                .contains("errorCode=1250001 [1250001 Job Platform (JOB) | Redis service unavailable")
                .hasLineCount(1);
    }

    private static String output(String snippet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stdout = System.out;
        System.setOut(new PrintStream(bytes, true, UTF_8));
        String text = text(snippet);
        try (StartedContext log4j =
                StartedContext.xml(text.substring(text.indexOf('>') + 1, text.lastIndexOf("</Configuration>")))) {
            log4j.logger().info("started");
            log4j.logger().error("query failed, errorCode=1301004");
            log4j.logger().error("lock failed, errorCode=1250001");
            log4j.stop();

            assertThat(log4j.problems()).isEmpty();
        } finally {
            System.setOut(stdout);
        }
        return bytes.toString(UTF_8);
    }

    private static String text(String snippet) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ReadmeSnippetsTest.class.getResourceAsStream("/readme/" + snippet), snippet)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
