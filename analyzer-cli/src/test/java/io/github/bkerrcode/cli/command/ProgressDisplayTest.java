package io.github.bkerrcode.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.input.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressDisplayTest {

    @TempDir
    private Path directory;

    /** A terminal that tells when something was shown. */
    private static final class Screen extends StringWriter {

        private final CountDownLatch shown = new CountDownLatch(1);

        @Override
        public void flush() {
            shown.countDown();
        }
    }

    @Test
    void shortWorkShowsNothing() {
        Screen screen = new Screen();
        ProgressDisplay.start(List.of(), new Reading(), Language.EN, new PrintWriter(screen), Duration.ofDays(1))
                .erase();
        assertThat(screen.toString()).isEmpty();
    }

    @Test
    void oneLineIsWrittenOverAndErasedInTheEnd() throws Exception {
        LogSource source = source("a.log", "x".repeat(2_000));
        Reading reading = new Reading();
        try (InputStream in = reading.open(source)) {
            in.readNBytes(1_000);
        }
        String screen = show(List.of(source, source("b.log", "x".repeat(1_000))), reading);
        assertThat(screen)
                .startsWith("\ranalyzer: 33%, 0.98 KiB of 2.93 KiB, ")
                .endsWith("\u001b[K\r\u001b[K")
                .doesNotContain("\n");
    }

    @Test
    void totalIsUnknownWithStandardInput() throws Exception {
        LogSource stdin = LogSource.stdin();
        assertThat(show(List.of(source("a.log", "x"), stdin), new Reading()))
                .startsWith("\ranalyzer: 0 B, 0 B/s\u001b[K");
    }

    @Test
    void fileThatHasGoneIsNotWaitedFor() throws Exception {
        LogSource gone = source("gone.log", "x");
        Files.delete(directory.resolve("gone.log"));
        assertThat(show(List.of(gone, source("a.log", "x")), new Reading())).startsWith("\ranalyzer: 0%, 0 B of 1 B");
    }

    private static String show(List<LogSource> sources, Reading reading) throws InterruptedException {
        Screen screen = new Screen();
        ProgressDisplay display =
                ProgressDisplay.start(sources, reading, Language.EN, new PrintWriter(screen), Duration.ZERO);
        screen.shown.await();
        display.erase();
        return screen.toString();
    }

    private LogSource source(String name, String content) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        return LogSource.file(file.toString(), file);
    }
}
