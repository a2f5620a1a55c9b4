package io.github.bkerrcode.input;

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

    private static final Set<String> WIDE =
            Set.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE", "x-UTF-16LE-BOM");

    private Transcoding() {}

    static LineReader open(InputStream in, Charset charset, LineBuffer memory) throws IOException {
        try {
            return openText(in, charset, memory);
        } catch (IOException e) {
            // Ends a thread that reads ahead.
            in.close();
            throw e;
        }
    }

    private static LineReader openText(InputStream in, Charset charset, LineBuffer memory) throws IOException {
        PushbackInputStream content = new PushbackInputStream(in, ByteOrderMark.MAX_LENGTH);
        byte[] head = new byte[ByteOrderMark.MAX_LENGTH];
        int length = content.readNBytes(head, 0, head.length);
        ByteOrderMark mark = ByteOrderMark.at(head, length);
        Charset actual = mark == null ? charset : mark.charset();
        int skipped = mark == null ? 0 : mark.length();
        content.unread(head, skipped, length - skipped);
        if (WIDE.contains(actual.name())) {
            return LineReader.of(
                    new Utf8Stream(new InputStreamReader(content, actual)), StandardCharsets.UTF_8, memory);
        }
        LineReader reader = LineReader.of(content, actual, memory);
        return mark == null ? reader.ofFileItself() : reader;
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
