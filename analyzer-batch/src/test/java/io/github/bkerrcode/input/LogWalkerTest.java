package io.github.bkerrcode.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogWalkerTest {

    private final List<String> problems = new ArrayList<>();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.log",
                "APP.LOG",
                "app.log.1",
                "app.log.2025-10-24",
                "job.log-20251024_15.log.3",
                "catalina.out",
                "notes.txt",
                "app.log.gz",
                "app.log.1.gz",
                "archive.gz",
                "app.log.zst",
                "app.log.1.zst"
            })
    void walkTakesWhatLooksLikeALog(String name) throws IOException {
        file(name);
        assertThat(find(directory.toString()))
                .containsExactly(directory.resolve(name).toString());
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.jar", "application.yml", "data.json", "app.log.bak", "log", "app.pid", "core.1234"})
    void walkLeavesOtherFiles(String name) throws IOException {
        file("real.log");
        file(name);
        assertThat(find(directory.toString()))
                .containsExactly(directory.resolve("real.log").toString());
    }

    @Test
    void namedFileIsTakenWhateverItIsCalled() throws IOException {
        String named = file("data.json").toString();
        assertThat(find(named)).containsExactly(named);
        assertThat(problems).isEmpty();
    }

    @Test
    void walkGoesIntoSubdirectoriesAndSortsByName() throws IOException {
        file("b.log");
        file("a/z.log");
        file("a/deep/er/y.log");
        file("c/x.log");
        assertThat(find(directory.toString()))
                .containsExactly(path("a/deep/er/y.log"), path("a/z.log"), path("b.log"), path("c/x.log"));
    }

    @Test
    void pathsKeepTheirOrder() throws IOException {
        file("b.log");
        file("a.log");
        assertThat(find(path("b.log"), path("a.log"))).containsExactly(path("b.log"), path("a.log"));
    }

    @Test
    void fileReachedTwiceIsTakenOnce() throws IOException {
        file("a.log");
        file("b.log");
        assertThat(find(path("b.log"), directory.toString(), path("a.log")))
                .containsExactly(path("b.log"), path("a.log"));
    }

    @Test
    void linkToAFileThatIsTakenAnywayAddsNothing() throws IOException {
        Path log = file("a.log");
        Files.createSymbolicLink(directory.resolve("current.log"), log);
        assertThat(find(directory.toString())).containsExactly(path("a.log"));
    }

    @Test
    void linkedDirectoriesAreWalked(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("a.log"), "");
        Files.createSymbolicLink(directory.resolve("logs"), elsewhere);
        assertThat(find(directory.toString())).containsExactly(path("logs/a.log"));
    }

    @Test
    void loopOfLinksEndsWithoutComplaint() throws IOException {
        file("sub/a.log");
        Files.createSymbolicLink(directory.resolve("sub/up"), directory);
        assertThat(find(directory.toString())).containsExactly(path("sub/a.log"));
        assertThat(problems).isEmpty();
    }

    @Test
    void linkToNowhereIsPassedOver() throws IOException {
        file("a.log");
        Files.createSymbolicLink(directory.resolve("gone.log"), directory.resolve("missing"));
        assertThat(find(directory.toString())).containsExactly(path("a.log"));
        assertThat(problems).isEmpty();
    }

    @Test
    void missingPathIsAProblemAndTheOthersAreFound() throws IOException {
        file("a.log");
        assertThat(find(path("missing.log"), path("a.log"))).containsExactly(path("a.log"));
        assertThat(problems).containsExactly(path("missing.log") + ": no such file or directory");
    }

    @Test
    void emptyDirectoryIsAProblemThatSaysWhatWasLookedFor() {
        assertThat(find(directory.toString())).isEmpty();
        assertThat(problems)
                .containsExactly(directory
                        + ": no log files in this directory (looked for *.log *.log.N *.out *.txt *.gz *.zst); name"
                        + " other files directly");
    }

    @Test
    void directoryWithoutLogsIsAProblem() throws IOException {
        file("application.yml");
        assertThat(find(directory.toString())).isEmpty();
        assertThat(problems).hasSize(1);
    }

    @Test
    void dashIsStandardInput() {
        assertThat(find("-")).containsExactly("<stdin>");
    }

    @Test
    void standardInputIsReadOnce() {
        assertThat(find("-", "-")).containsExactly("<stdin>");
    }

    @Test
    void standardInputOpensTheStreamOfTheProcess() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("from the pipe".getBytes(UTF_8)));
        try {
            LogSource source =
                    new LogWalker((path, reason) -> {}).find(List.of("-")).get(0);
            assertThat(new String(source.open().readAllBytes(), UTF_8)).isEqualTo("from the pipe");
        } finally {
            System.setIn(before);
        }
    }

    private List<String> find(String... paths) {
        return new LogWalker((path, reason) -> problems.add(path + ": " + reason))
                .find(List.of(paths)).stream().map(LogSource::name).toList();
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private Path file(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
