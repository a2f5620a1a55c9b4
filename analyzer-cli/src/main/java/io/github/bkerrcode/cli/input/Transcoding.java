package io.github.bkerrcode.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Brings text into a form whose lines can be found byte by byte: obeys a byte order mark, and turns charsets of two and more
 * bytes a character into UTF-8.
 */
final class Transcoding {

    private static final int MARK_LENGTH = 4;
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Set<String> WIDE =
            Set.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE", "x-UTF-16LE-BOM");

    private Transcoding() {}

    static LineReader open(InputStream in, Charset charset) throws IOException {
        try {
            return openText(in, charset);
        } catch (IOException e) {
            // Ends a thread that reads ahead.
            in.close();
            throw e;
        }
    }

    private static LineReader openText(InputStream in, Charset charset) throws IOException {
        PushbackInputStream content = new PushbackInputStream(in, MARK_LENGTH);
        byte[] head = new byte[MARK_LENGTH];
        int length = content.readNBytes(head, 0, MARK_LENGTH);
        Charset actual = charset;
        int mark = 0;
        if (length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            actual = StandardCharsets.UTF_8;
            mark = 3;
        } else if (length >= 4 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE && head[2] == 0 && head[3] == 0) {
            actual = UTF_32LE;
            mark = 4;
        } else if (length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            actual = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            actual = StandardCharsets.UTF_16BE;
            mark = 2;
        }
        content.unread(head, mark, length - mark);
        if (WIDE.contains(actual.name())) {
            return LineReader.of(new Utf8Stream(new InputStreamReader(content, actual)), StandardCharsets.UTF_8);
        }
        LineReader reader = LineReader.of(content, actual);
        return mark == 0 ? reader.ofFileItself() : reader;
    }

    /** The characters of a reader as UTF-8. */
    private static final class Utf8Stream extends InputStream {

        private final Reader reader;
        private final CharsetEncoder encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        private final CharBuffer characters = CharBuffer.allocate(8 * 1024).flip();
        private final ByteBuffer bytes = ByteBuffer.allocate(32 * 1024).flip();
        private boolean ended;

        private Utf8Stream(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, bytes.remaining());
            bytes.get(target, offset, count);
            return count;
        }

        /** Encodes more unless some is left; false at the end. */
        private boolean fill() throws IOException {
            while (!bytes.hasRemaining()) {
                if (ended && !characters.hasRemaining()) {
                    return false;
                }
                characters.compact();
                ended |= reader.read(characters) < 0;
                characters.flip();
                bytes.clear();
                encoder.encode(characters, bytes, ended);
                bytes.flip();
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
