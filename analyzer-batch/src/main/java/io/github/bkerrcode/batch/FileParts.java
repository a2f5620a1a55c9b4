package io.github.bkerrcode.batch;

import io.github.bkerrcode.input.FileAtStart;
import io.github.bkerrcode.input.LineReader;
import io.github.bkerrcode.input.LogSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A big plain file cut into parts that workers can read at the same time, here or on other machines: {@link LogScan#runPart} reads
 * one.
 *
 * @param parts in the order of the file, without gaps
 * @param file the file; whoever has read all parts closes it
 * @param firstTime the time of the file's first line, which tells the year of the others; null if it has none
 */
public record FileParts(
        List<Part> parts, FileAtStart file, @Nullable Instant firstTime) {

    /**
     * Some bytes of the file; lines belong to the part in which they begin.
     *
     * @param to exclusive
     */
    public record Part(long from, long to) {}

    /** The next part is this share of what is left, as far as its limits allow. */
    private static final int SHARE = 8;

    /**
     * Returns the parts of a source, which become smaller towards its end, so that those who read them are done at the same time.
     *
     * @param smallest the bytes of a part at least
     * @param largest the bytes of a part at most, but for the last, which may be larger by less than the smallest; the same for parts of one
     *     size
     * @return null if the source has to be read in one go: small, compressed, piped, or in a charset that is transcoded
     */
    public static @Nullable FileParts of(LogSource source, ScanSettings settings, long smallest, long largest) {
        try (FileAtStart file = source.atStart()) {
            return file == null || file.size() < 2 * smallest ? null : cut(file, settings, source, smallest, largest);
        } catch (IOException e) {
            // Reading it in one go meets the same reason and reports it.
            return null;
        }
    }

    private static @Nullable FileParts cut(
            FileAtStart file, ScanSettings settings, LogSource source, long smallest, long largest) throws IOException {
        long size = file.size();
        try (InputStream in = file.from(0);
                LineReader reader = LineReader.open(in, settings.charset())) {
            Charset charset = reader.charset();
            if (!charset.equals(settings.charset()) || !reader.readsFileItself() || !reader.next()) {
                return null;
            }
            Instant firstTime =
                    LogScan.timesOf(source, settings).read(reader.text().content());
            List<Part> parts = new ArrayList<>();
            long from = 0;
            while (from < size) {
                long left = size - from;
                long length = Math.max(smallest, Math.min(largest, left / SHARE));
                long to = left - length < smallest ? size : from + length;
                parts.add(new Part(from, to));
                from = to;
            }
            return new FileParts(List.copyOf(parts), file, firstTime);
        }
    }
}
