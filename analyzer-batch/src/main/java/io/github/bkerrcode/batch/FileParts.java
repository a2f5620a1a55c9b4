package io.github.bkerrcode.batch;

import io.github.bkerrcode.input.FileAtStart;
import io.github.bkerrcode.input.LineReader;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.scan.TimestampReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A big plain file cut into parts that workers can read at the same time.
 *
 * @param parts in the order of the file, without gaps
 * @param file the file; whoever has read all parts closes it
 * @param times reads the times of the file's lines, knowing its first one
 */
record FileParts(List<Part> parts, FileAtStart file, TimestampReader times) {

    /** Some bytes of the file; lines belong to the part in which they begin. */
    record Part(long from, long to) {}

    /** Returns the parts of a source, or null if it has to be read in one go: small, compressed, piped, or in a charset that is transcoded. */
    static @Nullable FileParts of(LogSource source, ScanSettings settings, long partSize) {
        try (FileAtStart file = FileAtStart.of(source)) {
            return file == null || file.size() < 2 * partSize ? null : cut(file, settings, source, partSize);
        } catch (IOException e) {
            // Reading it in one go meets the same reason and reports it.
            return null;
        }
    }

    private static @Nullable FileParts cut(FileAtStart file, ScanSettings settings, LogSource source, long partSize)
            throws IOException {
        long size = file.size();
        try (InputStream in = file.from(0);
                LineReader reader = LineReader.open(in, settings.charset())) {
            Charset charset = reader.charset();
            if (!charset.equals(settings.charset()) || !reader.readsFileItself() || !reader.next()) {
                return null;
            }
            TimestampReader times = LogScan.readerForRest(LogScan.timesOf(source, settings), reader);
            List<Part> parts = new ArrayList<>();
            for (long from = 0; from < size; from += partSize) {
                boolean last = from + 2 * partSize > size;
                parts.add(new Part(from, last ? size : from + partSize));
                if (last) {
                    break;
                }
            }
            return new FileParts(List.copyOf(parts), file, times);
        }
    }
}
