package io.github.bkerrcode.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecompressionTest {

    /** What the program zstd makes of ten lines {@code errorCode=1301002}. */
    private static final String ZSTD_PROGRAM =
            "28b52ffd0458cd0000906572726f72436f64653d313330313030320a01003e45cd30a0a3478e";

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
    void bytesThatBeginNoMemberEndGzip() throws IOException {
        assertThat(content(join(gzip("first\n"), new byte[512]))).isEqualTo("first\n");
    }

    @Test
    void damagedHeaderOfALaterGzipMemberIsNotTakenForTheEnd() throws IOException {
        byte[] second = gzip("second\n");
        second[2] = 7;
        StringBuilder before = new StringBuilder();
        assertThatThrownBy(() -> drain(join(gzip("first\n"), second), before)).isInstanceOf(ZipException.class);
        assertThat(before).hasToString("first\n");
    }

    @Test
    void cutHeaderOfALaterGzipMemberIsNotTakenForTheEnd() throws IOException {
        byte[] second = Arrays.copyOf(gzip("second\n"), 5);
        StringBuilder before = new StringBuilder();
        assertThatThrownBy(() -> drain(join(gzip("first\n"), second), before)).isInstanceOf(EOFException.class);
        assertThat(before).hasToString("first\n");
    }

    @Test
    void gzipHeaderWithNameCommentExtraAndChecksumIsPassedOver() throws IOException {
        byte[] plain = gzip("text\n");
        byte[] header =
                HexFormat.of().parseHex("1f8b081e0000000000ff" + "0300aabbcc" + "612e6c6f6700" + "6300" + "1234");
        assertThat(content(join(header, Arrays.copyOfRange(plain, 10, plain.length))))
                .isEqualTo("text\n");
    }

    @Test
    void wrongGzipChecksumIsSaidAfterTheContent() throws IOException {
        byte[] member = gzip("first\n");
        member[member.length - 8] ^= 1;
        StringBuilder before = new StringBuilder();
        assertThatThrownBy(() -> drain(member, before)).isInstanceOf(ZipException.class);
        assertThat(before).hasToString("first\n");
    }

    @Test
    void zstdIsRecognizedByContent() throws IOException {
        assertThat(content(HexFormat.of().parseHex(ZSTD_PROGRAM))).isEqualTo("errorCode=1301002\n".repeat(10));
    }

    @Test
    void zstdFramesFollowEachOther() throws IOException {
        String text = manyLines();
        assertThat(content(join(zstd("first\n"), zstd(text), zstd("last\n")))).isEqualTo("first\n" + text + "last\n");
    }

    @Test
    void emptyZstdFrameIsEmpty() throws IOException {
        assertThat(content(join(zstd(""), zstd("text\n")))).isEqualTo("text\n");
    }

    @Test
    void skippableZstdFramesAreSkippedWhereverTheyAre() throws IOException {
        byte[] skippable = HexFormat.of().parseHex("5a2a4d1803000000ffffff");
        assertThat(content(join(skippable, zstd("first\n"), skippable, zstd("second\n"), skippable)))
                .isEqualTo("first\nsecond\n");
    }

    @Test
    void contentBeforeTheEndOfATruncatedZstdIsKept() throws IOException {
        String text = manyLines();
        byte[] whole = zstd(text);
        StringBuilder before = new StringBuilder();
        assertThatThrownBy(() -> drain(Arrays.copyOf(whole, whole.length / 2), before))
                .isInstanceOf(EOFException.class);
        // A block, of 128 KiB, is there whole or not at all.
        assertThat(before).hasSizeGreaterThan(text.length() / 2 - 200 * 1024).isNotEmpty();
        assertThat(text).startsWith(before);
    }

    @Test
    void contentBeforeADamagedZstdBlockIsKept() throws IOException {
        String text = manyLines();
        byte[] damaged = zstd(text);
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 100_000, (byte) 0xFF);
        StringBuilder before = new StringBuilder();
        assertThatThrownBy(() -> drain(damaged, before)).isInstanceOf(ZipException.class);
        assertThat(before).hasSizeGreaterThan(text.length() / 4);
        assertThat(before.substring(0, text.length() / 4)).isEqualTo(text.substring(0, text.length() / 4));
    }

    @Test
    void wrongZstdChecksumIsSaidAfterTheContent() {
        byte[] frame = HexFormat.of().parseHex(ZSTD_PROGRAM);
        frame[frame.length - 1] ^= 1;
        StringBuilder before = new StringBuilder();
        assertThatThrownBy(() -> drain(frame, before))
                .isInstanceOf(ZipException.class)
                .hasMessage("wrong zstd checksum");
        assertThat(before).hasToString("errorCode=1301002\n".repeat(10));
    }

    @Test
    void garbageAfterAZstdFrameIsSaidAfterTheContent() {
        StringBuilder before = new StringBuilder();
        assertThatThrownBy(() -> drain(join(zstd("first\n"), new byte[16]), before))
                .isInstanceOf(ZipException.class)
                .hasMessage("not a zstd frame");
        assertThat(before).hasToString("first\n");
    }

    @Test
    void garbageAfterAGzipMemberIsSaidAfterTheContent() {
        StringBuilder before = new StringBuilder();
        assertThatThrownBy(() ->
                        drain(join(gzip("first\n".getBytes(UTF_8)), new byte[100_000], new byte[] {7}), before))
                .isInstanceOf(TrailingBytesException.class);
        assertThat(before).hasToString("first\n");
    }

    @Test
    void zerosAfterAGzipMemberAreNothing() throws IOException {
        assertThat(content(join(gzip("first\n".getBytes(UTF_8)), new byte[100_000])))
                .isEqualTo("first\n");
    }

    @ParameterizedTest
    @CsvSource({
        "28b52ffd00880100, --long=31",
        "28b52ffda000000004010000, --long=31",
        "28b52ffd01582a010000, -D DICTIONARY"
    })
    void zstdThatNeedsMoreIsRefusedWithTheCommandThatReadsIt(String frame, String option) {
        assertThatThrownBy(() -> content(HexFormat.of().parseHex(frame)))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("; pipe it: zstd -dc " + option + " FILE | analyzer -");
    }

    @Test
    void gzipBombGoesThroughConstantMemory() throws IOException {
        byte[] member = gzip(new byte[64 * 1024 * 1024]);
        assertThat(length(Decompression.of(repeated(member, 32)))).isEqualTo(2L * 1024 * 1024 * 1024);
    }

    @Test
    void zstdBombGoesThroughConstantMemory() throws IOException {
        byte[] frame = zstd(new byte[64 * 1024 * 1024]);
        assertThat(length(Decompression.of(repeated(frame, 16)))).isEqualTo(1024L * 1024 * 1024);
    }

    @Test
    void bombOfOneLineIsReadInPieces() throws IOException {
        byte[] filler = new byte[16 * 1024 * 1024];
        Arrays.fill(filler, (byte) 'a');
        LineReader reader = LineReader.open(repeated(gzip(filler), 64), UTF_8);
        while (reader.next()) {
            assertThat(reader.lineNumber()).isEqualTo(1);
        }
        assertThat(reader.bytesRead()).isEqualTo(1024L * 1024 * 1024);
    }

    @Test
    void threadOfCompressedInputThatIsRefusedEnds() throws Exception {
        byte[] binary = new byte[4 * 1024 * 1024];
        new Random(3).nextBytes(binary);
        CountDownLatch closed = new CountDownLatch(1);
        InputStream in = new FilterInputStream(new ByteArrayInputStream(gzip(binary))) {
            @Override
            public void close() {
                closed.countDown();
            }
        };
        assertThatThrownBy(() -> LineReader.open(in, UTF_8)).isInstanceOf(InputException.class);
        assertThat(closed.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void truncatedGzipIsExplainedInWordsOfTheUser() {
        assertThat(IoReason.of(new EOFException("Unexpected end of ZLIB input stream")))
                .isEqualTo(
                        "the compressed data ends too early (file truncated?); the lines before that place are counted");
    }

    @ParameterizedTest
    @CsvSource({
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

    /** Reads as far as it goes; what was read is in the builder when that fails. */
    private static void drain(byte[] bytes, StringBuilder read) throws IOException {
        try (InputStream in = Decompression.of(new ByteArrayInputStream(bytes))) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                read.append((char) next);
            }
        }
    }

    private static long length(InputStream in) throws IOException {
        try (in) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static InputStream repeated(byte[] bytes, int times) {
        return new SequenceInputStream(Collections.enumeration(Collections.nCopies(times, bytes).stream()
                .map(ByteArrayInputStream::new)
                .toList()));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(String text) throws IOException {
        return gzip(text.getBytes(UTF_8));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zstd(String text) throws IOException {
        return zstd(text.getBytes(UTF_8));
    }

    private static byte[] zstd(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
