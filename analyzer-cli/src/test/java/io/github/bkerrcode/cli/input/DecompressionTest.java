package io.github.bkerrcode.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecompressionTest {

    @Test
    void plainContentPassesUnchanged() throws IOException {
        assertThat(content("errorCode=1301002\n".getBytes(UTF_8))).isEqualTo("errorCode=1301002\n");
    }

    @Test
    void contentShorterThanAnyMagicPassesUnchanged() throws IOException {
        assertThat(content("a".getBytes(UTF_8))).isEqualTo("a");
    }

    @Test
    void emptyContentStaysEmpty() throws IOException {
        assertThat(content(new byte[0])).isEmpty();
    }

    @Test
    void gzipIsRecognizedByContentNotByName(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("job.log"), gzip("errorCode=1301002\n"));
        try (InputStream in = Decompression.of(Files.newInputStream(file))) {
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("errorCode=1301002\n");
        }
    }

    @Test
    void plainTextNamedGzipIsReadAsText(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("job.log.gz"), "errorCode=1301002\n");
        try (InputStream in = Decompression.of(Files.newInputStream(file))) {
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("errorCode=1301002\n");
        }
    }

    @Test
    void membersOfConcatenatedGzipFilesFollowEachOther() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(gzip("first\n"));
        members.write(gzip("second\n"));
        members.write(gzip("third\n"));
        assertThat(content(members.toByteArray())).isEqualTo("first\nsecond\nthird\n");
    }

    @Test
    void memberThatArrivesLaterThroughAPipeIsRead() throws IOException {
        InputStream pipe = new SequenceInputStream(
                new ByteArrayInputStream(gzip("first\n")), new ByteArrayInputStream(gzip("second\n")));
        try (InputStream in = Decompression.of(pipe)) {
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("first\nsecond\n");
        }
    }

    @Test
    void linesBeforeTheEndOfATruncatedGzipAreKept() throws IOException {
        String text = manyLines();
        byte[] whole = gzip(text);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        LineReader reader = LineReader.open(new ByteArrayInputStream(half), UTF_8);
        List<String> lines = new ArrayList<>();
        assertThatThrownBy(() -> {
                    while (reader.next()) {
                        lines.add(reader.text().content());
                    }
                })
                .isInstanceOf(EOFException.class);
        // The last one handed over may be cut in the middle, as the file is.
        assertThat(lines).hasSizeGreaterThan(1_000);
        assertThat(text).startsWith(String.join("\n", lines));
    }

    @Test
    void truncatedGzipIsExplainedInWordsOfTheUser() {
        assertThat(IoReason.of(new EOFException("Unexpected end of ZLIB input stream")))
                .isEqualTo(
                        "the compressed data ends too early (file truncated?); the lines before that place are counted");
    }

    @ParameterizedTest
    @CsvSource({
        "28b52ffd000000, zstd, zstd -dc FILE | analyzer -",
        "fd377a585a0000, xz, xz -dc FILE | analyzer -",
        "425a6839314159, bzip2, bzip2 -dc FILE | analyzer -",
        "04224d18604070, lz4, lz4 -dc FILE | analyzer -",
        "504b0304140000, zip, unzip -p FILE | analyzer -",
    })
    void otherCompressionIsRefusedWithTheCommandThatReadsIt(String head, String name, String command) {
        byte[] bytes = HexFormat.of().parseHex(head);
        assertThatThrownBy(() -> Decompression.of(new ByteArrayInputStream(bytes)))
                .isInstanceOf(InputException.class)
                .hasMessage(name + "-compressed; pipe it: " + command);
    }

    private static String content(byte[] bytes) throws IOException {
        try (InputStream in = Decompression.of(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** Lines that do not compress well, so that half of the compressed bytes holds about half of them. */
    private static String manyLines() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("line ").append(i).append(' ').append(random.nextLong()).append('\n');
        }
        return text.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
