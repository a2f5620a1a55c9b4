package io.github.bkerrcode.cli.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Recognizes compressed input by its first bytes, whatever the file is called. */
final class Decompression {

    private static final int MAGIC_LENGTH = 6;
    private static final int BUFFER_SIZE = 64 * 1024;

    private static final String GZIP = "1f8b";

    /** A compression we do not read, the program that does, and its first bytes in hexadecimal. */
    private record Foreign(String name, String command, String magic) {}

    private static final List<Foreign> FOREIGN = List.of(
            new Foreign("zstd", "zstd -dc", "28b52ffd"),
            new Foreign("xz", "xz -dc", "fd377a585a00"),
            new Foreign("bzip2", "bzip2 -dc", "425a68"),
            new Foreign("lz4", "lz4 -dc", "04224d18"),
            new Foreign("zip", "unzip -p", "504b0304"));

    private Decompression() {}

    /**
     * Says that more is available unless the end is reached, and waits to find out: the JDK takes a pipe that has nothing at
     * the moment for the end of a file of several members.
     */
    private static final class PatientStream extends FilterInputStream {

        private final PushbackInputStream content;

        private PatientStream(PushbackInputStream content) {
            super(content);
            this.content = content;
        }

        @Override
        public int available() throws IOException {
            int available = content.available();
            if (available > 0) {
                return available;
            }
            int next = content.read();
            if (next < 0) {
                return 0;
            }
            content.unread(next);
            return 1;
        }
    }

    /**
     * Returns the content of a stream, decompressed if it is gzip.
     *
     * @throws InputException if it is compressed in a way we do not read; the message names the command that does
     */
    static InputStream of(InputStream in) throws IOException {
        PushbackInputStream content = new PushbackInputStream(in, MAGIC_LENGTH);
        byte[] head = new byte[MAGIC_LENGTH];
        int length = content.readNBytes(head, 0, MAGIC_LENGTH);
        content.unread(head, 0, length);
        String start = HexFormat.of().formatHex(head, 0, length);
        if (start.startsWith(GZIP)) {
            return new GZIPInputStream(new PatientStream(content), BUFFER_SIZE);
        }
        for (Foreign foreign : FOREIGN) {
            if (start.startsWith(foreign.magic())) {
                throw new InputException(
                        foreign.name() + "-compressed; pipe it: " + foreign.command() + " FILE | analyzer -");
            }
        }
        return content;
    }
}
