package io.github.bkerrcode.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes compressed input by its first bytes, whatever the file is called. */
final class Decompression {

    private static final int MAGIC_LENGTH = 6;

    private static final String GZIP = "1f8b";
    private static final String ZSTD = "28b52ffd";

    /** A frame of no content, with which zstd files of several threads begin. */
    private static final Pattern SKIPPABLE_ZSTD = Pattern.compile("5[0-9a-f]2a4d18.*");

    /** All first bytes we know, ours and others'; none has a line feed. */
    private static final Pattern ANY =
            Pattern.compile("1f8b|28b52ffd|5[0-9a-f]2a4d18|fd377a585a00|425a68|04224d18|504b0304");

    /** A compression we do not read, the program that does, and its first bytes in hexadecimal. */
    private record Foreign(String name, String command, String magic) {}

    private static final List<Foreign> FOREIGN = List.of(
            new Foreign("xz", "xz -dc", "fd377a585a00"),
            new Foreign("bzip2", "bzip2 -dc", "425a68"),
            new Foreign("lz4", "lz4 -dc", "04224d18"),
            new Foreign("zip", "unzip -p", "504b0304"));

    private Decompression() {}

    /** Reads the first bytes, no more than it takes to tell what they are: a pipe may hold a line of two bytes and nothing else for hours. */
    private static int readWhileUndecided(InputStream in, byte[] head) throws IOException {
        int length = 0;
        while (length < head.length) {
            Matcher matcher = ANY.matcher(HexFormat.of().formatHex(head, 0, length));
            if (matcher.matches() || !matcher.hitEnd()) {
                break;
            }
            int next = in.read();
            if (next < 0) {
                break;
            }
            head[length++] = (byte) next;
        }
        return length;
    }

    /**
     * Returns the content of a stream, decompressed if it is gzip or zstd, by a thread that reads ahead. Whoever does not read
     * to the end closes what is returned.
     *
     * @throws InputException if it is compressed in a way we do not read; the message names the command that does
     */
    static InputStream of(InputStream in) throws IOException {
        PushbackInputStream content = new PushbackInputStream(in, MAGIC_LENGTH);
        byte[] head = new byte[MAGIC_LENGTH];
        int length = readWhileUndecided(content, head);
        content.unread(head, 0, length);
        String start = HexFormat.of().formatHex(head, 0, length);
        if (start.startsWith(GZIP)) {
            return ReadAheadStream.over(new GzipStream(content));
        }
        if (start.startsWith(ZSTD) || SKIPPABLE_ZSTD.matcher(start).matches()) {
            return ReadAheadStream.over(new ZstdStream(content));
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
