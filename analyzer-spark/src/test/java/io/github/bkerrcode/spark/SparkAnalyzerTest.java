package io.github.bkerrcode.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job as it is submitted, from arguments to exit code. */
class SparkAnalyzerTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void summaryGoesToAFileAndNothingElseToIt() throws IOException {
        Path log = log("a.log", "errorCode=1301002\n");
        Path target = Files.writeString(directory.resolve("out.json"), "old");

        assertThat(run("analyze", log.toString(), "-o", target.toString(), "--lang", "en"))
                .isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).isEmpty();
        assertThat(Files.readString(target))
                .startsWith("{")
                .contains("\"1301002\"", "database")
                .endsWith("}\n");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactlyInAnyOrder(log, target);
        }
    }

    @Test
    void summaryGoesToStandardOutputWithoutAFile() throws IOException {
        assertThat(run("analyze", log("a.log", "errorCode=1301002\n").toString()))
                .isZero();

        assertThat(out.toString())
                .startsWith("{\n  \"schema\" : \"bk-errcode/summary/1\"")
                .endsWith("}\n");
    }

    @Test
    void incompleteInputIsSaidAndGivesItsExitCode() throws IOException {
        Path log = log("a.log", "errorCode=1301002\n");
        String missing = directory.resolve("missing.log").toString();

        assertThat(run("analyze", log.toString(), missing)).isEqualTo(4);

        assertThat(err.toString()).isEqualTo("analyzer: " + missing + ": no such file or directory\n");
        assertThat(out.toString()).contains("\"detections\" : 1,");
    }

    @Test
    void problemsThatLeaveNothingOutAreFine() throws IOException {
        Path log = log("a.log", "x".repeat(1_100_000) + "\n");

        assertThat(run("analyze", log.toString())).isZero();

        assertThat(err.toString()).startsWith("analyzer: " + log + ":1: line longer than");
    }

    @Test
    void catalogIsReadWhereTheDriverRuns() throws IOException {
        Path catalogs = Files.createDirectory(directory.resolve("catalogs"));
        Files.writeString(
                catalogs.resolve("mine.json"),
                "{\"schema\":\"bk-errcode/catalog/1\",\"document\":\"mine\",\"title\":\"mine\",\"entries\":"
                        + "[{\"code\":\"1301777\",\"meaning\":\"我的\"}]}");
        Path rules = Files.writeString(directory.resolve("my.rules"), "high mine listed my-code <code>\n");
        Path log = log("a.log", "my-code 1301777\n");

        int exit = run(
                "analyze",
                log.toString(),
                "--catalog",
                catalogs.toString(),
                "--rules",
                rules.toUri().toString(),
                "--tz=+08:00",
                "--since",
                "1d",
                "--platform",
                "paas");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString()).contains("\"detections\" : 0,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "analyze",
                "analyze x --tz Nowhere",
                "analyze x --split-size 10",
                "analyze x --since yesterday",
                "analyze x --since 1h --until 2h",
                "analyze x --charset nothing",
                "analyze x --platform nobody",
                "analyze x --catalog /no/such/file",
                "analyze x --rules /no/such/file",
                "analyze x --catalog TMP",
                "analyze x -o TMP",
                "analyze x -o TMP/no/such/directory/x.json",
                "analyze x -o unknown-scheme://x/y",
                "stream --source file --checkpoint TMP/c -o TMP/o",
                "stream --source kafka --checkpoint TMP/c -o TMP/o",
                "stream --source kafka --kafka subscribe=x --checkpoint TMP/c -o TMP/o TMP",
                "stream --source pigeons --checkpoint TMP/c -o TMP/o",
            })
    void wrongArgumentsAreSaidOnOneLine(String arguments) {
        String[] words = arguments.replace("TMP", directory.toString()).split(" ", -1);

        assertThat(run(arguments.isEmpty() ? new String[0] : words)).isEqualTo(2);

        assertThat(err.toString()).startsWith("analyzer: ").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void rulesThatAreNoTextAreRefused() throws IOException {
        Path rules = Files.write(directory.resolve("my.rules"), new byte[] {(byte) 0xff, 1});

        assertThat(run("analyze", "x", "--rules", rules.toString())).isEqualTo(2);

        assertThat(err.toString()).contains(rules + ": is not UTF-8 text");
    }

    @Test
    void failureOfTheJobIsNoFaultOfTheArguments() {
        Output output = new Output(new PrintWriter(out), new PrintWriter(err));

        int exit = SparkAnalyzer.run(
                List.of("analyze", "x"),
                () -> {
                    throw new IllegalStateException("no cluster");
                },
                output);

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).startsWith("analyzer: the job failed: ").contains("no cluster");
    }

    @Test
    void helpNeedsNoCluster() {
        Output output = new Output(new PrintWriter(out), new PrintWriter(err));

        int exit = SparkAnalyzer.run(
                List.of("stream", "--help"),
                () -> {
                    throw new IllegalStateException("no cluster");
                },
                output);

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("--checkpoint", "--watermark");
    }

    private Path log(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private int run(String... arguments) {
        return SparkAnalyzer.run(
                List.of(arguments), LocalSpark::session, new Output(new PrintWriter(out), new PrintWriter(err)));
    }
}
