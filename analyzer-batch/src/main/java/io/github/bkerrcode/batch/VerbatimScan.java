package io.github.bkerrcode.batch;

import io.github.bkerrcode.input.CharacterPlaces;
import io.github.bkerrcode.input.FileAtStart;
import io.github.bkerrcode.input.IoReason;
import io.github.bkerrcode.input.LineReader;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.input.TrailingBytesException;
import io.github.bkerrcode.input.VerbatimReader;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Goes through one source and hands on every byte of it, and with each line its codes, as soon as the line can be read. Used once. */
public final class VerbatimScan {

    private final LogSource source;
    private final ScanSettings settings;
    private final Tally tally;
    private MalformedLines malformed = MalformedLines.NONE;

    /**
     * Creates a scan.
     *
     * @param source what to read
     * @param settings how to read it; times do not matter
     * @param tally takes the problems, and nothing else
     */
    public VerbatimScan(LogSource source, ScanSettings settings, Tally tally) {
        this.source = source;
        this.settings = settings;
        this.tally = tally;
    }

    /** Reads the source to its end, or as far as that can be had; what goes wrong becomes a problem of the tally. */
    public void run(VerbatimSink sink) {
        try (FileAtStart file = source.atStart();
                InputStream in = file == null ? source.open() : file.from(0);
                VerbatimReader reader = VerbatimReader.open(in, settings.charset())) {
            sink.begin(reader.charset(), reader.mark());
            LineReader.Finder finder = reader.leavesAsciiAlone()
                    ? new Workbench(settings).search(reader.charset()).finder()
                    : (block, from, to) -> from;
            while (reader.read()) {
                while (reader.next(finder)) {
                    handOn(reader, sink);
                }
                if (file == null) {
                    sink.pause();
                }
            }
            String change = file == null ? null : file.change();
            if (change != null) {
                problem(change, false);
            }
        } catch (TrailingBytesException e) {
            problem(IoReason.of(e), false);
        } catch (IOException e) {
            problem(IoReason.of(e), true);
        }
        malformed.report(source.name(), settings.charset(), tally);
    }

    private void handOn(VerbatimReader reader, VerbatimSink sink) {
        if (reader.isPlain()) {
            sink.plain(reader.block(), reader.from(), reader.to());
        } else {
            Extent extent = new Extent(reader.from(), reader.textEnd(), reader.to(), reader.goesOn());
            LineReader.Text text = reader.text();
            List<Detection> found = found(text);
            List<PlacedCode> codes = found.isEmpty() ? List.of() : placed(found, text, reader);
            sink.line(reader.block(), extent, found.isEmpty() ? "" : text.content(), codes);
        }
    }

    private List<Detection> found(LineReader.Text text) {
        List<Detection> found = new ArrayList<>();
        settings.scanner().scan(text.content(), text.from(), text.to(), detection -> {
            if (settings.wanted().test(detection.code())) {
                found.add(detection);
            }
            return true;
        });
        return found;
    }

    private List<PlacedCode> placed(List<Detection> found, LineReader.Text text, VerbatimReader reader) {
        if (text.content().indexOf('\uFFFD') >= 0 && reader.isMalformed()) {
            malformed = malformed.with(reader.lineNumber());
        }
        List<PlacedCode> codes = new ArrayList<>(found.size());
        boolean bytesAreCharacters = text.to() - text.from() == reader.textEnd() - reader.from();
        CharacterPlaces places = reader.places();
        for (Detection detection : found) {
            int start = detection.start() - text.from();
            int end = Math.min(detection.end(), text.to()) - text.from();
            codes.add(
                    bytesAreCharacters
                            ? new PlacedCode(detection, reader.from() + start, reader.from() + end)
                            : new PlacedCode(detection, places.of(start), places.of(end)));
        }
        return codes;
    }

    private void problem(String message, boolean incomplete) {
        tally.addProblem(new Problem(source.name(), 0, message, incomplete));
    }
}
