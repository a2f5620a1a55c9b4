package io.github.bkerrcode.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed job, submitted as from an unpacked Spark. */
class SubmittedJobIT {

    private static final Path SUBMIT = Path.of("bin", "submit-local").toAbsolutePath();
    private static final Path JAR = Path.of("target", "analyzer-spark.jar");

    @TempDir
    private Path directory;

    @Test
    void submittedJobSaysWhatTheCommandLineSays() throws Exception {
        Path target = directory.resolve("summary.json");
        String samples = Path.of("..", "sample-logs").toString();

        int exit = submit("analyze", samples, "no-such.log", "--tz", "Asia/Shanghai", "-o", target.toString());

        String err = Files.readString(directory.resolve("err"));
        assertThat(exit).as(err).isEqualTo(4);
        assertThat(err).contains("analyzer: no-such.log: no such file or directory");
        assertThat(Files.readString(directory.resolve("out"))).isEmpty();
        assertThat(Files.readAllLines(target))
                .containsExactlyElementsOf(Reference.summary(
                        List.of(samples, "no-such.log"),
                        ErrorCodeOptions.defaults().withZone(ZoneId.of("Asia/Shanghai")),
                        SummaryJob.Reading.defaults()));
    }

    @Test
    void jarHoldsNothingThatSparkBringsUnderTheSameName() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                assertThat(entries.nextElement().getName()).matches("META-INF/.*|(io/(github/(bkerrcode/.*)?)?)?");
            }
        }
        assertThat(Files.size(JAR)).isLessThan(4_000_000);
    }

    private int submit(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(SUBMIT.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("MASTER", "local[2]");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
