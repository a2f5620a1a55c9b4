package io.github.bkerrcode.batch;

import io.github.bkerrcode.input.FileAtStart;
import io.github.bkerrcode.input.IoReason;
import io.github.bkerrcode.input.LineHead;
import io.github.bkerrcode.input.LineReader;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.input.Reading;
import io.github.bkerrcode.input.TrailingBytesException;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.scan.InPlaceScanner;
import io.github.bkerrcode.scan.TimestampReader;
import io.github.bkerrcode.scan.Verdict;
import io.github.bkerrcode.scan.internal.CodeRuns;
import io.github.bkerrcode.summary.LineOrigin;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through one source and hands on the lines that have codes. Used once. */
public final class LogScan {

    /** What bytes that are no text become. */
    private static final char REPLACEMENT = '\uFFFD';

    private final LogSource source;
    private final ScanSettings settings;
    private final Tally tally;
    private final Reading reading;
    private final Workbench bench;
    private final LineText lineText = new LineText();
    private long datedLine;
    private @Nullable Instant dateOfLine;
    private long datedOffset = -1;
    private long headOffset;
    private MalformedLines malformed = MalformedLines.NONE;

    /**
     * Creates a scan.
     *
     * @param source what to read
     * @param settings how to read it
     * @param tally takes the numbers of lines and bytes, and the problems; not the detections
     */
    public LogScan(LogSource source, ScanSettings settings, Tally tally) {
        this(source, settings, tally, new Reading(), new Workbench(settings));
    }

    /** Creates a scan that opens its source with a {@link Reading}, which may end it early. */
    LogScan(LogSource source, ScanSettings settings, Tally tally, Reading reading, Workbench bench) {
        this.source = source;
        this.settings = settings;
        this.tally = tally;
        this.reading = reading;
        this.bench = bench;
    }

    /** Does something with each line that may hold a code, or with each piece of a long one. */
    private interface Examination {

        /** Returns what finds such lines in text of a charset; asked once, before the first line. */
        LineReader.Finder finder(Charset charset);

        void examine(LineReader reader, TimestampReader times);
    }

    private final class Detecting implements Examination {

        private final LineSink sink;
        private @Nullable InPlaceScanner scanner;

        private Detecting(LineSink sink) {
            this.sink = sink;
        }

        @Override
        public LineReader.Finder finder(Charset charset) {
            Workbench.CodeSearch search = bench.search(charset);
            scanner = search.scanner();
            return search.finder();
        }

        @Override
        public void examine(LineReader reader, TimestampReader times) {
            detect(reader, times, scanner, sink);
        }
    }

    private final class Explaining implements Examination {

        private final VerdictSink sink;

        private Explaining(VerdictSink sink) {
            this.sink = sink;
        }

        @Override
        public LineReader.Finder finder(Charset charset) {
            return new BlockFinder(new CodeRuns(settings.codeBytes()));
        }

        @Override
        public void examine(LineReader reader, TimestampReader times) {
            explain(reader, sink);
        }
    }

    /** Reads the source to its end, or as far as that can be had; what goes wrong becomes a problem of the tally. */
    public void run(LineSink sink) {
        run(new Detecting(sink));
    }

    /** Reads like {@link #run}, but hands on what was decided about every candidate. */
    public void explain(VerdictSink sink) {
        run(new Explaining(sink));
    }

    private void explain(LineReader reader, VerdictSink sink) {
        LineReader.Text text = text(reader);
        List<Verdict> verdicts = settings.scanner().explain(text.content(), text.from(), text.to());
        if (!verdicts.isEmpty()) {
            sink.accept(
                    source.name(),
                    reader.lineNumber(),
                    text.content(),
                    verdicts,
                    reader.charactersBefore() - text.from());
        }
    }

    private void run(Examination examination) {
        TimestampReader times = timesOf(source, settings);
        try (FileAtStart file = source.atStart();
                InputStream in = file == null ? reading.open(source) : reading.openAt(file, 0, file.size());
                LineReader reader = LineReader.open(in, settings.charset(), bench.memory())) {
            try {
                LineReader.Finder finder = examination.finder(reader.charset());
                if (reader.next()) {
                    times = from(timeOf(reader, times), times);
                    line(reader, times, examination);
                }
                while (reader.next(finder)) {
                    line(reader, times, examination);
                }
            } finally {
                tally.addRead(source.name(), reader.lineNumber(), reader.bytesRead());
            }
            String change = file == null ? null : file.change();
            if (change != null) {
                problem(0, change, false);
            }
        } catch (TrailingBytesException e) {
            problem(0, IoReason.of(e), false);
        } catch (IOException e) {
            problem(0, IoReason.of(e), true);
        }
        malformed.report(source.name(), settings.charset(), tally);
    }

    /**
     * Reads a part of a plain file. The tally then has the lines of the part, numbered from its first; malformed lines, and an
     * early end, are not reported, but returned.
     *
     * @param file the whole file
     * @param firstTime the time of the file's first line, or null if it has none
     * @return what became of it
     */
    public PartOutcome runPart(FileParts.Part part, FileAtStart file, @Nullable Instant firstTime, LineSink sink) {
        TimestampReader times = from(firstTime, timesOf(source, settings));
        long lines = 0;
        boolean interrupted = false;
        long start = LineReader.segmentStart(part.from());
        try (InputStream in = reading.openAt(file, start, part.to() - part.from());
                LineReader reader =
                        LineReader.ofSegment(in, settings.charset(), part.from(), part.to(), bench.memory())) {
            try {
                Examination examination = new Detecting(sink);
                LineReader.Finder finder = examination.finder(reader.charset());
                while (reader.next(finder)) {
                    line(reader, times, examination);
                }
            } finally {
                lines = reader.lineNumber();
                tally.addRead(source.name(), lines, reader.bytesRead());
            }
        } catch (InterruptedIOException e) {
            interrupted = true;
        } catch (IOException e) {
            problem(0, IoReason.of(e), true);
        }
        return new PartOutcome(lines, malformed, interrupted);
    }

    /**
     * What became of a part of a file.
     *
     * @param lines how many lines begin in it, as far as it was read
     * @param malformed those of them that are malformed
     * @param interrupted whether reading was ended early; that is no problem of the tally, since the file has only one end
     */
    public record PartOutcome(long lines, MalformedLines malformed, boolean interrupted) {}

    /** Reads the times of a source whose first line has not been seen yet. */
    static TimestampReader timesOf(LogSource source, ScanSettings settings) {
        return new TimestampReader(settings.zone(), source.lastModified());
    }

    private void line(LineReader reader, TimestampReader times, Examination examination) {
        if (reader.goesOn() && !reader.isContinued()) {
            problem(
                    reader.lineNumber(),
                    "line longer than " + LineReader.MAX_PIECE + " bytes; read in pieces, nothing is left out",
                    false);
            // Its later pieces do not begin with a time.
            time(reader, times);
        }
        examination.examine(reader, times);
    }

    private LineReader.Text text(LineReader reader) {
        LineReader.Text text = reader.text();
        if (text.content().indexOf(REPLACEMENT) >= 0 && reader.isMalformed()) {
            malformed = malformed.with(reader.lineNumber());
        }
        return text;
    }

    private void detect(LineReader reader, TimestampReader times, @Nullable InPlaceScanner inPlace, LineSink sink) {
        List<Detection> found = inPlace != null && reader.isWhole()
                ? inPlace.detect(reader.block(), reader.from(), reader.found(), reader.end())
                : null;
        if (found == null) {
            detectInText(reader, times, sink);
        } else {
            lineText.show(reader);
            handOn(reader, times, lineText, found, 0, sink);
        }
    }

    private void detectInText(LineReader reader, TimestampReader times, LineSink sink) {
        LineReader.Text text = text(reader);
        List<Detection> found = new ArrayList<>();
        settings.scanner().scan(text.content(), text.from(), text.to(), found::add);
        handOn(reader, times, text.content(), found, reader.charactersBefore() - text.from(), sink);
    }

    private void handOn(
            LineReader reader,
            TimestampReader times,
            CharSequence text,
            List<Detection> found,
            long offset,
            LineSink sink) {
        List<Detection> wanted = wanted(found);
        if (wanted.isEmpty()) {
            return;
        }
        Instant time = time(reader, times);
        if (settings.window().includes(time)) {
            sink.accept(new LineOrigin(source.name(), reader.lineNumber(), time), text, wanted, offset);
        }
    }

    /** Most often all are wanted. Written out, since a stream for each line is slow in code that is compiled quickly. */
    private List<Detection> wanted(List<Detection> found) {
        for (int i = 0; i < found.size(); i++) {
            if (!settings.wanted().test(found.get(i).code())) {
                return found.stream()
                        .filter(detection -> settings.wanted().test(detection.code()))
                        .toList();
            }
        }
        return found;
    }

    /** Reads the times of a source whose first line has this one. */
    private static TimestampReader from(@Nullable Instant firstTime, TimestampReader times) {
        return firstTime == null ? times : times.startingAt(firstTime);
    }

    /**
     * The time of the line, or of the record it belongs to. Looks back no further than the line it was asked about before,
     * whose answer is then this one's, so that a log without times costs no more than one with them.
     */
    private @Nullable Instant time(LineReader reader, TimestampReader times) {
        if (reader.lineNumber() != datedLine) {
            Instant own = timeOf(reader, times);
            Instant time = own == null ? timeOfRecord(reader, times) : own;
            dateOfLine = time;
            datedLine = reader.lineNumber();
            datedOffset = reader.offset();
            if (own != null) {
                headOffset = reader.offset();
            }
        }
        return dateOfLine;
    }

    private @Nullable Instant timeOfRecord(LineReader reader, TimestampReader times) {
        LineReader.EarlierLines earlier = reader.earlierLines();
        for (LineHead line = earlier.next(); line != null; line = earlier.next()) {
            long offset = reader.offset() - earlier.distance();
            if (offset == datedOffset) {
                return reader.offset() - headOffset > LineReader.MAX_DISTANCE ? null : dateOfLine;
            }
            Instant time = timeOf(line, times);
            if (time != null) {
                headOffset = offset;
                return time;
            }
        }
        return null;
    }

    private static @Nullable Instant timeOf(LineReader reader, TimestampReader times) {
        return reader.isUtf8() ? times.read(reader.block(), reader.from(), reader.end()) : timeOf(reader.head(), times);
    }

    private static @Nullable Instant timeOf(LineHead line, TimestampReader times) {
        return line.isUtf8() ? times.read(line.block(), line.from(), line.to()) : times.read(line.text());
    }

    private void problem(long line, String message, boolean incomplete) {
        tally.addProblem(new Problem(source.name(), line, message, incomplete));
    }
}
