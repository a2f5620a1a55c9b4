package io.github.bkerrcode.cli.batch;

import io.github.bkerrcode.cli.input.IoReason;
import io.github.bkerrcode.cli.input.LineReader;
import io.github.bkerrcode.cli.input.LogSource;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.scan.TimestampReader;
import io.github.bkerrcode.scan.Verdict;
import io.github.bkerrcode.summary.LineOrigin;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through one source and hands on the lines that have codes. Used once. */
public final class LogScan {

    private final LogSource source;
    private final ScanSettings settings;
    private final Tally tally;
    private long datedLine;
    private @Nullable Instant dateOfLine;
    private long malformedLines;
    private long firstMalformedLine;

    /**
     * Creates a scan.
     *
     * @param source what to read
     * @param settings how to read it
     * @param tally takes the numbers of lines and bytes, and the problems; not the detections
     */
    public LogScan(LogSource source, ScanSettings settings, Tally tally) {
        this.source = source;
        this.settings = settings;
        this.tally = tally;
    }

    /** Does something with each line that may hold a code, or with each piece of a long one. */
    private interface Examination {
        void examine(LineReader reader, LineReader.Text text, TimestampReader times);
    }

    /** Reads the source to its end, or as far as that can be had; what goes wrong becomes a problem of the tally. */
    public void run(LineSink sink) {
        run((reader, text, times) -> detect(reader, text, times, sink));
    }

    /** Reads like {@link #run}, but hands on what was decided about every candidate. */
    public void explain(VerdictSink sink) {
        run((reader, text, times) -> {
            List<Verdict> verdicts = settings.scanner().explain(text.content(), text.from(), text.to());
            if (!verdicts.isEmpty()) {
                sink.accept(
                        source.name(),
                        reader.lineNumber(),
                        text.content(),
                        verdicts,
                        reader.charactersBefore() - text.from());
            }
        });
    }

    private void run(Examination examination) {
        TimestampReader times = new TimestampReader(settings.zone(), lastModified());
        try (InputStream in = source.open()) {
            LineReader reader = LineReader.open(in, settings.charset());
            try {
                while (reader.next()) {
                    if (reader.lineNumber() == 1 && !reader.isContinued()) {
                        times = readerForRest(times, reader);
                    }
                    line(reader, times, examination);
                }
            } finally {
                tally.addRead(source.name(), reader.lineNumber(), reader.bytesRead());
            }
        } catch (IOException e) {
            problem(0, IoReason.of(e), true);
        }
        if (malformedLines > 0) {
            problem(
                    firstMalformedLine,
                    malformedLines + (malformedLines == 1 ? " line has" : " lines have") + " bytes that are not "
                            + settings.charset()
                            + ", this is the first; if the file is in another charset, give --charset",
                    false);
        }
    }

    private void line(LineReader reader, TimestampReader times, Examination examination) {
        if (reader.goesOn() && !reader.isContinued()) {
            problem(
                    reader.lineNumber(),
                    "line longer than " + LineReader.MAX_PIECE + " bytes; read in pieces, nothing is left out",
                    false);
            // Its later pieces do not begin with a time.
            time(reader, reader.text().content(), times);
        }
        if (reader.isMalformed() && malformedLines++ == 0) {
            firstMalformedLine = reader.lineNumber();
        }
        if (!reader.mayHoldRun(ErrorCode.MIN_SYMBOL_LENGTH)) {
            return;
        }
        examination.examine(reader, reader.text(), times);
    }

    private void detect(LineReader reader, LineReader.Text text, TimestampReader times, LineSink sink) {
        List<Detection> found = new ArrayList<>();
        settings.scanner().scan(text.content(), text.from(), text.to(), detection -> {
            if (settings.wanted().test(detection.code())) {
                found.add(detection);
            }
            return true;
        });
        if (!found.isEmpty()) {
            Instant time = time(reader, text.content(), times);
            LineOrigin origin = new LineOrigin(source.name(), reader.lineNumber(), time);
            sink.accept(origin, text.content(), found, reader.charactersBefore() - text.from());
        }
    }

    private static TimestampReader readerForRest(TimestampReader times, LineReader reader) {
        LineReader.Text text = reader.text();
        Instant first = times.read(text.content());
        return first == null ? times : times.startingAt(first);
    }

    /**
     * The time of the line, or of the record it belongs to. Looks back no further than the line it was asked about before,
     * whose answer is then this one's, so that a log without times costs no more than one with them.
     */
    private @Nullable Instant time(LineReader reader, String line, TimestampReader times) {
        if (reader.lineNumber() != datedLine) {
            Instant time = times.read(line);
            if (time == null) {
                time = timeOfRecord(reader, times);
            }
            dateOfLine = time;
            datedLine = reader.lineNumber();
        }
        return dateOfLine;
    }

    private @Nullable Instant timeOfRecord(LineReader reader, TimestampReader times) {
        LineReader.EarlierLines earlier = reader.earlierLines();
        for (long number = reader.lineNumber() - 1; number > datedLine; number--) {
            String line = earlier.next();
            if (line == null) {
                return null;
            }
            Instant time = TimestampReader.mayBeginRecord(line) ? times.read(line) : null;
            if (time != null) {
                return time;
            }
        }
        return dateOfLine;
    }

    private Instant lastModified() {
        Path path = source.path();
        try {
            return path == null
                    ? Instant.now()
                    : Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            return Instant.now();
        }
    }

    private void problem(long line, String message, boolean incomplete) {
        tally.addProblem(new Problem(source.name(), line, message, incomplete));
    }
}
