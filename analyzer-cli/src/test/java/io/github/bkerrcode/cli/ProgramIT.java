package io.github.bkerrcode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as users start it: the packed jar, and the script that builds and starts it. */
class ProgramIT {

    private static final Path PROJECT =
            Path.of(System.getProperty("project.directory")).toAbsolutePath().normalize();
    private static final String SCRIPT = PROJECT.resolve("bin/analyzer").toString();

    private static final Path JAR = PROJECT.resolve("analyzer-cli/target/analyzer.jar");

    private static final String HEEDING_SIGNALS = "--default-signal=INT,TERM";

    @TempDir
    private Path directory;

    /** Packaging leaves a jar alone whose content would not change, so its age does not say that it is up to date. */
    @BeforeAll
    static void jarIsUpToDate() throws IOException {
        Files.setLastModifiedTime(JAR, FileTime.from(Instant.now()));
    }

    private static final List<String> ONLY_FOR_HELP_AND_MESSAGES =
            List.of("picocli.", "java.util.PropertyResourceBundle", "KnownReason", "ChineseHelp", "LanguageArgument");

    private record Outcome(int exit, String out, String err) {}

    @Test
    void jarRunsOnItsOwn() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        Outcome outcome = run(java, "-jar", JAR.toString(), "explain", "--lang", "en", "1301002");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).startsWith("1301002").contains("E1301002_BASE_DATABASE_ERROR");
    }

    /** Starting takes as long as what is loaded; texts that are not shown must cost nothing. */
    @Test
    void plainRunsLoadNothingOfHelpAndMessages() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String log = Files.writeString(directory.resolve("a.log"), "errorCode=1301002\n")
                .toString();
        for (List<String> arguments : List.of(List.of("explain", "1301002"), List.of(log, "-o", "x.json"))) {
            List<String> command = new ArrayList<>(List.of(java, "-Xlog:class+load", "-jar", JAR.toString()));
            command.addAll(arguments);

            Outcome outcome = run(command.toArray(new String[0]));

            assertThat(outcome.exit()).isZero();
            assertThat(outcome.out())
                    .contains("io.github.bkerrcode.cli.command.Console")
                    .doesNotContain(ONLY_FOR_HELP_AND_MESSAGES);
        }
    }

    /** The jar must hold the texts, and its program find them. */
    @Test
    void helpFollowsTheLocale() throws Exception {
        ProcessBuilder chinese = new ProcessBuilder(SCRIPT, "detect", "--help").directory(directory.toFile());
        chinese.environment().put("LC_ALL", "zh_CN.UTF-8");
        assertThat(finish(chinese).out()).startsWith("用法：analyzer detect ").contains("列出错误码在日志中出现的每一处");

        ProcessBuilder english = new ProcessBuilder(SCRIPT, "detect", "--help").directory(directory.toFile());
        english.environment().put("LC_ALL", "en_US.UTF-8");
        assertThat(finish(english).out()).startsWith("Usage: analyzer detect ");
    }

    @Test
    void scriptWorksFromAnyDirectoryOnPathsRelativeToIt() throws Exception {
        Files.writeString(directory.resolve("a.log"), "errorCode=1301002\n");

        Outcome outcome = run(SCRIPT, "detect", "--format", "jsonl", "a.log");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("\"code\":\"1301002\"").contains("\"file\":\"a.log\"");
    }

    @Test
    void scriptWorksThroughSymbolicLinks() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("first"), Path.of(SCRIPT));
        Path linkToLink = Files.createSymbolicLink(directory.resolve("second"), link.getFileName());

        Outcome outcome = run(linkToLink.toString(), "explain", "1301002");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).startsWith("1301002");
    }

    @Test
    void scriptPassesArgumentsWithBlanksAndExitCodesThrough() throws Exception {
        Path log = Files.writeString(directory.resolve("a b.log"), "errorCode=1301002\n");

        assertThat(run(SCRIPT, log.toString()).exit()).isZero();
        assertThat(run(SCRIPT, "no such.log").exit()).isEqualTo(4);
        assertThat(run(SCRIPT, "no such.log").err()).contains("no such.log").hasLineCount(1);
        assertThat(run(SCRIPT, "explain", "7654321x").exit()).isEqualTo(2);
        assertThat(run(SCRIPT, "--no-such-option").exit()).isEqualTo(2);
    }

    @Test
    void scriptReadsStandardInput() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(SCRIPT, "detect", "-").directory(directory.toFile());
        Path input = Files.writeString(directory.resolve("in"), "errorCode=1301002\n");

        Outcome outcome = finish(builder.redirectInput(input.toFile()));

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("1301002");
    }

    @Test
    void scriptAnnotatesEachLineOfAPipeBeforeTheNextComes() throws Exception {
        Path err = directory.resolve("program.err");
        Process process = program(List.of(SCRIPT, "annotate", "--lang", "en"))
                .redirectError(err.toFile())
                .start();
        try (OutputStream input = process.getOutputStream();
                BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < 3; i++) {
                input.write("errorCode=1250001\nplain\n".getBytes(StandardCharsets.US_ASCII));
                input.flush();
                assertThat(output.readLine())
                        .isEqualTo("errorCode=1250001 [1250001 Job Platform (JOB) | Redis service unavailable:"
                                + " wrong IP or configuration error]");
                assertThat(output.readLine()).isEqualTo("plain");
            }
        }
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(err)).isEmpty();
    }

    @Test
    void annotatingEndsInSilenceWhenNobodyReadsTheRest() throws Exception {
        Outcome outcome = run("sh", "-c", "yes errorCode=1250001 | \"$0\" annotate | head -n 2", SCRIPT);

        assertThat(outcome.out()).hasLineCount(2).startsWith("errorCode=1250001 [1250001 ");
        assertThat(outcome.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void programThatIsAskedToEndWritesWhatItFoundInAPipe(String signal) throws Exception {
        Path out = directory.resolve("summary.json");
        Path err = directory.resolve("program.err");
        Process process = program(withSignals(SCRIPT, "--lang", "en", "-", "-o", out.toString()))
                .redirectError(err.toFile())
                .start();
        try (OutputStream input = process.getOutputStream()) {
            feed(input);
            send(signal, process);
            assertThat(process.waitFor()).isEqualTo(130);
        }
        assertThat(Files.readString(out))
                .contains("\"detections\" : 1,", "\"code\" : \"1301002\"", "\"incomplete\" : true");
        assertThat(Files.readString(err)).isEqualTo("analyzer: interrupted: 1 of 1 input was not read whole\n");
    }

    @Test
    void programThatIsInterruptedWritesWhatItFoundInFiles() throws Exception {
        Path out = directory.resolve("program.out");
        Path err = directory.resolve("program.err");
        Path whole = Files.writeString(directory.resolve("whole.log"), "errorCode=1250001\n");
        Path fifo = directory.resolve("fifo");
        assertThat(run("mkfifo", fifo.toString()).exit()).isZero();
        Process process = program(withSignals(SCRIPT, "--lang", "en", whole.toString(), fifo.toString()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        // Opens only when the program does.
        try (OutputStream input = Files.newOutputStream(fifo)) {
            feed(input);
            send("INT", process);
            assertThat(process.waitFor()).isEqualTo(130);
        }
        assertThat(Files.readString(out)).startsWith("2 files · ").contains("1301002", "1250001");
        assertThat(Files.readString(err)).isEqualTo("analyzer: interrupted: 1 of 2 inputs were not read whole\n");
    }

    /** Writes a line with a code, and then so much that the program must have come past it before all of it is taken. */
    private static void feed(OutputStream input) throws IOException {
        input.write("errorCode=1301002\n".getBytes(StandardCharsets.US_ASCII));
        input.write("nothing of interest\n".repeat(400_000).getBytes(StandardCharsets.US_ASCII));
        input.flush();
    }

    private void send(String signal, Process process) throws IOException, InterruptedException {
        assertThat(run("kill", "-" + signal, Long.toString(process.pid())).exit())
                .isZero();
    }

    /**
     * A shell starts what runs in its background with signals ignored, and so are those of all that is started from there, if it is not
     * started by an env that can undo this.
     */
    private List<String> withSignals(String... command) throws IOException, InterruptedException {
        List<String> prefix =
                run("env", HEEDING_SIGNALS, "true").exit() == 0 ? List.of("env", HEEDING_SIGNALS) : List.of();
        List<String> attempt = Stream.concat(prefix.stream(), Stream.of("sh", "-c", "kill -INT $$"))
                .toList();
        assumeThat(run(attempt.toArray(String[]::new)).exit()).isNotZero();
        return Stream.concat(prefix.stream(), Stream.of(command)).toList();
    }

    private ProcessBuilder program(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private Outcome run(String... command) throws IOException, InterruptedException {
        return finish(new ProcessBuilder(List.of(command)).directory(directory.toFile()));
    }

    private Outcome finish(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = directory.resolve("process.out");
        Path err = directory.resolve("process.err");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        int exit = process.waitFor();
        return new Outcome(exit, Files.readString(out), Files.readString(err));
    }
}
