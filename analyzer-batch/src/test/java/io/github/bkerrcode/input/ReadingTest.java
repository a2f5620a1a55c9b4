package io.github.bkerrcode.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {

    @TempDir
    private Path directory;

    private final Reading reading = new Reading();

    @Test
    void bytesOfAllInputsAreCounted() throws IOException {
        try (InputStream in = reading.open(source("a.log", new byte[1_000]))) {
            assertThat(in.readAllBytes()).hasSize(1_000);
        }
        try (InputStream in = reading.open(source("b.log", new byte[500]))) {
            assertThat(in.read()).isZero();
            assertThat(reading.bytes()).isEqualTo(1_001);
        }
    }

    @Test
    void compressedBytesCountAsTheyAreInTheFile() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write("a line\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
        }
        try (InputStream in = reading.open(source("a.log.gz", compressed.toByteArray()));
                LineReader reader = LineReader.open(in, StandardCharsets.UTF_8)) {
            while (reader.next()) {
                // Goes on to the end.
            }
            assertThat(reader.lineNumber()).isEqualTo(10_000);
        }
        assertThat(reading.bytes()).isEqualTo(compressed.size());
    }

    @Test
    void onlyItsOwnBytesOfAPartCount() throws IOException {
        try (FileAtStart file = plain(source("a.log", new byte[1_000]));
                InputStream in = reading.openAt(file, 100, 300)) {
            assertThat(in.readAllBytes()).hasSize(900);
        }
        assertThat(reading.bytes()).isEqualTo(300);
    }

    @Test
    void endMakesReadersAndWhatIsOpenedLaterFail() throws IOException {
        LogSource source = source("a.log", new byte[1_000]);
        try (InputStream in = reading.open(source)) {
            assertThat(in.read(new byte[10])).isEqualTo(10);
            reading.end();
            assertThatThrownBy(() -> in.read(new byte[10])).isInstanceOf(InterruptedIOException.class);
        }
        assertThatThrownBy(() -> reading.open(source)).isInstanceOf(InterruptedIOException.class);
        try (FileAtStart file = plain(source)) {
            assertThatThrownBy(() -> reading.openAt(file, 1, 9)).isInstanceOf(InterruptedIOException.class);
        }
        assertThat(reading.isEnded()).isTrue();
        assertThat(reading.bytes()).isEqualTo(10);
    }

    @Test
    void endWakesReadersOfAPipeThatHasNothing() throws Exception {
        try (PipedOutputStream out = new PipedOutputStream();
                PipedInputStream pipe = new PipedInputStream(out)) {
            InputStream before = System.in;
            System.setIn(pipe);
            try (InputStream in = reading.open(LogSource.stdin())) {
                out.write('x');
                out.flush();
                assertThat(in.read()).isEqualTo('x');
                // Whichever comes first, the end or the read that waits.
                Thread ending = new Thread(reading::end);
                ending.start();
                assertThatThrownBy(in::read).isInstanceOf(InterruptedIOException.class);
                ending.join();
            } finally {
                System.setIn(before);
            }
        }
    }

    @Test
    void fileThatIsMissingFailsAsEver() throws IOException {
        LogSource missing = LogSource.file(directory.resolve("missing.log"));
        try (InputStream in = reading.open(missing)) {
            assertThatThrownBy(in::read).isInstanceOf(NoSuchFileException.class);
        }
    }

    private static FileAtStart plain(LogSource source) throws IOException {
        return Objects.requireNonNull(source.atStart());
    }

    private LogSource source(String name, byte[] content) throws IOException {
        return LogSource.file(Files.write(directory.resolve(name), content));
    }
}
