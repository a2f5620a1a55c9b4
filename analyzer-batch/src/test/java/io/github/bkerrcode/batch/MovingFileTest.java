package io.github.bkerrcode.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.input.FileAtStart;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.input.LogWalker;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.RuleSet;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that change while they are read: what was there at the start is counted once, and what happened is said. */
class MovingFileTest {

    private static final String LINE = "2025-10-24 15:00:00 ERROR errorCode=1306201 " + "x".repeat(55) + "\n";
    private static final int LINES = 40_000;

    @TempDir
    private Path directory;

    private Path file;

    private final ScanSettings settings = new ScanSettings(
            Catalog.builtIn(),
            CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM),
            code -> true,
            UTF_8,
            ZoneId.of("Asia/Shanghai"));

    private interface Change {
        void apply() throws IOException;
    }

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("moving.log"), LINE.repeat(LINES));
    }

    @Test
    void whatIsAppendedLaterIsNotCounted() throws IOException {
        Summary summary = readWhile(() -> Files.writeString(file, LINE.repeat(7), StandardOpenOption.APPEND));

        assertThat(summary.detections()).isEqualTo(LINES);
        assertThat(summary.problems())
                .containsExactly(new Problem(
                        file.toString(),
                        0,
                        "grew while it was read; 700 bytes that came later are not counted",
                        false));
    }

    @Test
    void fileThatIsRotatedAwayIsReadToItsEnd() throws IOException {
        Summary summary = readWhile(() -> {
            Files.move(file, directory.resolve("moving.log.1"));
            Files.writeString(file, "a new log\n");
        });

        assertThat(summary.detections()).isEqualTo(LINES);
        assertThat(summary.problems())
                .containsExactly(new Problem(
                        file.toString(),
                        0,
                        "another file was put in its place while it was read; the one that was there at the start is counted",
                        false));
    }

    @Test
    void fileThatIsRemovedIsReadToItsEnd() throws IOException {
        Summary summary = readWhile(() -> Files.delete(file));

        assertThat(summary.detections()).isEqualTo(LINES);
        assertThat(summary.problems()).extracting(Problem::incomplete).containsExactly(false);
    }

    @Test
    void fileThatIsCutShortIsIncomplete() throws IOException {
        Summary summary = readWhile(() -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(100_000);
            }
        });

        assertThat(summary.detections()).isBetween(1_000L, LINES - 1L);
        assertThat(summary.problems())
                .containsExactly(new Problem(
                        file.toString(),
                        0,
                        "became shorter while it was read: 100000 of 4000000 bytes are left; what could be read is counted",
                        true));
    }

    @Test
    void partsOfAFileThatIsRotatedAwayAreAllRead() throws Exception {
        FileParts parts = parts();
        try (FileAtStart opened = parts.file()) {
            readPart(parts, 0);
            Files.move(file, directory.resolve("moving.log.1"));
            Files.writeString(file, "a new log\n");

            assertThat(readPart(parts, parts.parts().size() - 1)).isPositive();
            assertThat(opened.change()).startsWith("another file was put in its place");
        }
    }

    @Test
    void bytesAppendedToAFileInPartsAreNotCounted() throws Exception {
        FileParts parts = parts();
        try (FileAtStart opened = parts.file()) {
            Files.writeString(file, LINE.repeat(7), StandardOpenOption.APPEND);

            long detections = 0;
            for (int i = 0; i < parts.parts().size(); i++) {
                detections += readPart(parts, i);
            }
            assertThat(detections).isEqualTo(LINES);
            assertThat(opened.change()).startsWith("grew");
        }
    }

    @Test
    void otherFileInThePlaceOfOneThatWasNotOpenedYetIsNotTakenForIt() throws Exception {
        FileParts parts = parts();
        Files.move(file, directory.resolve("moving.log.1"));
        Files.writeString(file, LINE.repeat(LINES));

        Tally tally = new Tally(Catalog.builtIn());
        new LogScan(source(), settings, tally)
                .runPart(parts.parts().get(0), parts.file(), parts.firstTime(), (origin, text, found, offset) -> {});

        assertThat(tally.snapshot().problems())
                .extracting(Problem::message)
                .containsExactly("another file was put in its place before it was read; not counted");
    }

    private FileParts parts() throws IOException {
        return Objects.requireNonNull(FileParts.of(source(), settings, 500_000, 500_000));
    }

    private long readPart(FileParts parts, int index) throws IOException {
        Tally tally = new Tally(Catalog.builtIn());
        new LogScan(source(), settings, tally)
                .runPart(
                        parts.parts().get(index),
                        parts.file(),
                        parts.firstTime(),
                        (origin, text, found, offset) -> tally.record(origin, text, found));
        assertThat(tally.snapshot().problems()).isEmpty();
        return tally.snapshot().detections();
    }

    /** Reads the file and changes it when its first code comes along. */
    private Summary readWhile(Change change) throws IOException {
        Tally tally = new Tally(Catalog.builtIn());
        AtomicBoolean changed = new AtomicBoolean();
        new LogScan(source(), settings, tally).run((origin, text, found, offset) -> {
            tally.record(origin, text, found);
            if (changed.compareAndSet(false, true)) {
                try {
                    change.apply();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        return tally.snapshot();
    }

    private LogSource source() throws IOException {
        return new LogWalker((path, reason) -> {
                    throw new AssertionError(path + ": " + reason);
                })
                .find(List.of(file.toString()))
                .get(0);
    }
}
