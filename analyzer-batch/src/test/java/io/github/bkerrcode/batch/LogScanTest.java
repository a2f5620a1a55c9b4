package io.github.bkerrcode.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.scan.RuleSet;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogScanTest {

    private record Found(
            long line, long column, String code, @Nullable Instant time) {}

    @TempDir
    private Path directory;

    @Test
    void linesAndColumnsAreCountedFromOne() throws IOException {
        assertThat(scan("nothing\n错误码 errorCode=1301002 \"code\": 1306201\n"))
                .extracting(Found::line, Found::column, Found::code)
                .containsExactly(tuple(2L, 15L, "1301002"), tuple(2L, 31L, "1306201"));
    }

    @Test
    void columnsGoOnThroughThePiecesOfALongLine() throws IOException {
        String filler = "错 ".repeat(1_500_000);
        assertThat(scan(filler + "errorCode=1301002"))
                .extracting(Found::line, Found::column)
                .containsExactly(tuple(1L, filler.length() + 11L));
    }

    @Test
    void codeAtTheSeamOfTwoPiecesIsFoundOnce() throws IOException {
        String code = "errorCode=1301002 ";
        String line = code.repeat(200_000);
        assertThat(scan(line)).hasSize(200_000).extracting(Found::column).doesNotHaveDuplicates();
    }

    @Test
    void timesWithoutZoneAreThoseOfTheZoneGiven() throws IOException {
        assertThat(scan("2025-10-24 15:02:11 ERROR errorCode=1301002\n"))
                .extracting(Found::time)
                .containsExactly(Instant.parse("2025-10-24T07:02:11Z"));
    }

    @Test
    void recordsDoNotTakeTheTimeOfTheRecordBelow() throws IOException {
        assertThat(scan("errorCode=1301002\n2025-10-24 15:02:11 INFO next\n"))
                .extracting(Found::time)
                .containsOnlyNulls();
    }

    @Test
    void lateCodeOfALongLineHasTheTimeAtItsHead() throws IOException {
        String line = "2025-10-24 15:02:11 ERROR " + "x ".repeat(1_500_000) + "errorCode=1301002\n";
        assertThat(scan(line)).extracting(Found::time).containsExactly(Instant.parse("2025-10-24T07:02:11Z"));
    }

    private List<Found> scan(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("a.log"), text);
        Catalog catalog = Catalog.builtIn();
        ScanSettings settings = new ScanSettings(
                Catalog.builtIn(),
                CodeScanner.create(catalog, RuleSet.builtIn(), Confidence.MEDIUM),
                code -> true,
                UTF_8,
                ZoneId.of("Asia/Shanghai"));
        List<Found> found = new ArrayList<>();
        new LogScan(LogSource.file("a.log", file), settings, new Tally(catalog))
                .run((origin, line, detections, offset) -> {
                    for (Detection detection : detections) {
                        found.add(new Found(
                                origin.line(),
                                offset + detection.start() + 1,
                                detection.code().token(),
                                origin.time()));
                    }
                });
        return found;
    }
}
