package io.github.bkerrcode.cli.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.cli.report.Palette;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole command in process: bytes in, bytes out. */
class AnnotateCommandTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final String MEANING = " [1250001 作业平台 | Redis 服务不可：IP 不对或者配置错误]";
    private static final String MEANING_EN =
            " [1250001 Job Platform (JOB) | Redis service unavailable: wrong IP or configuration error]";

    /** What a run of the program left behind. */
    private record Run(int exitCode, String out, String err) {}

    @TempDir
    private Path directory;

    @Test
    void meaningStandsAtTheEndOfEachLineThatHasACode() {
        assertThat(annotated("nothing\nerrorCode=1250001 x\n\nlast 1207101\n"))
                .isEqualTo("nothing\nerrorCode=1250001 x" + MEANING + "\n\nlast 1207101\n");
    }

    @Test
    void languageCanBeEnglish() {
        assertThat(annotated("errorCode=1250001\n", "--lang", "en")).isEqualTo("errorCode=1250001" + MEANING_EN + "\n");
    }

    @Test
    void dashIsStandardInput() {
        assertThat(annotated("errorCode=1250001\n", "-")).isEqualTo("errorCode=1250001" + MEANING + "\n");
    }

    @Test
    void eachCodeOfALineIsExplainedOnceInTheOrderOfTheLine() {
        String line = annotated("errorCode=1250001 errorCode=1301002 errorCode=1250001\n");
        assertThat(line).containsOnlyOnce(" [1250001 ").containsOnlyOnce(" [1301002 ");
        assertThat(line.indexOf(" [1250001 ")).isLessThan(line.indexOf(" [1301002 "));
    }

    @Test
    void meaningStandsBeforeCarriageReturnAndLineFeed() {
        assertThat(annotated("errorCode=1250001\r\nnext\r\n"))
                .isEqualTo("errorCode=1250001" + MEANING + "\r\nnext\r\n");
    }

    @Test
    void carriageReturnInsideALineStays() {
        assertThat(annotated("10%\rerrorCode=1250001\r\r\n")).isEqualTo("10%\rerrorCode=1250001\r" + MEANING + "\r\n");
    }

    @Test
    void lastLineNeedsNoLineFeedAndGetsNone() {
        assertThat(annotated("a\nerrorCode=1250001")).isEqualTo("a\nerrorCode=1250001" + MEANING);
    }

    @Test
    void emptyInputStaysEmpty() {
        assertThat(annotated("")).isEmpty();
    }

    @Test
    void onlyLeavesOutLinesWithoutCodes() {
        assertThat(annotated("a\nerrorCode=1250001\n1250001 bytes\nb\nerrorCode=1250001", "--only"))
                .isEqualTo("errorCode=1250001" + MEANING + "\nerrorCode=1250001" + MEANING);
    }

    @Test
    void platformsAndConfidenceCanBeChosen() {
        assertThat(annotated("errorCode=1250001\n", "--platform", "paas")).isEqualTo("errorCode=1250001\n");
        assertThat(annotated("see 1250001\n")).isEqualTo("see 1250001\n");
        assertThat(annotated("see 1250001\n", "--min-confidence", "low")).isEqualTo("see 1250001" + MEANING + "\n");
    }

    @Test
    void rulesAndCatalogsOfOnesOwnCount() throws IOException {
        Path rules = Files.writeString(directory.resolve("my.rules"), "reject demo any <code> \\(demo\\)\n");
        assertThat(annotated("errorCode=1250001 (demo)\n", "--rules", rules.toString()))
                .isEqualTo("errorCode=1250001 (demo)\n");
        Path catalog = Files.writeString(
                directory.resolve("my.json"),
                "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"my\", \"entries\": ["
                        + "{\"code\": \"2405001\", \"meaning\": {\"zh\": \"配\\u001b[2J额\\n不足\"}}]}");
        assertThat(annotated("errorCode=2405001\n", "--catalog", catalog.toString()))
                .as("control characters of a catalog are harmless")
                .startsWith("errorCode=2405001 [2405001 ")
                .endsWith("配 [2J额 不足]\n");
    }

    @Test
    void meaningIsEncodedInTheCharsetOfTheLog() {
        assertThat(annotate("错误 errorCode=1250001\n".getBytes(GBK), "--charset", "GBK"))
                .isEqualTo(("错误 errorCode=1250001" + MEANING + "\n").getBytes(GBK));
    }

    @Test
    void charactersThatTheCharsetLacksBecomeQuestionMarks() {
        assertThat(annotate("é errorCode=1250001\n".getBytes(ISO_8859_1), "--charset", "ISO-8859-1"))
                .isEqualTo(("é errorCode=1250001" + MEANING + "\n").getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,efbbbf", "UTF-16LE,fffe", "UTF-16BE,feff", "UTF-32LE,fffe0000"})
    void byteOrderMarkTellsTheCharsetAndStays(String name, String mark) {
        Charset charset = Charset.forName(name);
        byte[] head = HexFormat.of().parseHex(mark);
        byte[] log = joined(head, "上\r\nĊ errorCode=1250001\r\n尾".getBytes(charset));
        byte[] expected = joined(head, ("上\r\nĊ errorCode=1250001" + MEANING + "\r\n尾").getBytes(charset));
        assertThat(annotate(log, "--charset", "ISO-8859-1")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16,UTF-16BE", "UTF-16LE,UTF-16LE", "UTF-32,UTF-32BE"})
    void wideCharsetsNeedNoByteOrderMark(String given, Charset actual) {
        assertThat(annotate("a\nerrorCode=1250001\n".getBytes(actual), "--charset", given))
                .isEqualTo(("a\nerrorCode=1250001" + MEANING + "\n").getBytes(actual));
    }

    @Test
    void halfACharacterAtTheEndStaysBehindTheMeaning() {
        byte[] log = joined("errorCode=1250001".getBytes(UTF_16LE), new byte[] {7});
        assertThat(annotate(log, "--charset", "UTF-16LE"))
                .isEqualTo(joined(("errorCode=1250001" + MEANING).getBytes(UTF_16LE), new byte[] {7}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "ISO-8859-1", "UTF-16LE", "UTF-32BE", "ISO-2022-CN"})
    void bytesWithoutCodesComeOutAsTheyAre(String charset) {
        Random random = new Random(charset.hashCode());
        for (int round = 0; round < 200; round++) {
            byte[] log = noise(random, random.nextInt(3_000));
            assertThat(annotate(log, "--charset", charset)).isEqualTo(log);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void withoutMeaningsBytesAreAsTheyWere(String name) {
        Charset charset = Charset.forName(name);
        Random random = new Random(name.hashCode());
        byte[] meaning = MEANING.getBytes(charset);
        int annotated = 0;
        for (int round = 0; round < 200; round++) {
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            for (int i = 0; i < 20; i++) {
                log.writeBytes(noise(random, random.nextInt(60)));
                log.writeBytes(" errorCode=1250001 ".getBytes(charset));
            }
            byte[] out = annotate(log.toByteArray(), "--charset", name);
            annotated += (out.length - log.size()) / meaning.length;
            assertThat(without(meaning, out)).isEqualTo(log.toByteArray());
        }
        assertThat(annotated).isGreaterThan(500);
    }

    @Test
    void lineLongerThanAPieceIsAnnotatedAtItsEnd() {
        String filler = "错 ".repeat(900_000);
        String line = "errorCode=1301002 " + filler + "errorCode=1250001 " + filler;
        String out = annotated(line + "\r\nnext\n");
        assertThat(out).startsWith(line + " [1301002 ").endsWith(MEANING + "\r\nnext\n");
        assertThat(annotated("a\n" + line, "--only")).isEqualTo(out.substring(0, out.length() - "\r\nnext\n".length()));
    }

    @Test
    void lineWithMoreCodesThanAreExplainedSaysSo() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            line.append("errorCode=").append(1_299_000 + i).append(' ');
        }
        String out = annotated(line + "\n");
        assertThat(out).startsWith(line.toString()).endsWith(" […]\n");
        assertThat(out.split(" \\[", -1)).hasSize(102);
    }

    @Test
    void manyLinesAreAllThere() {
        String line = "x".repeat(90) + " errorCode=1250001\n" + "nothing\n".repeat(3);
        assertThat(annotated(line.repeat(20_000)))
                .isEqualTo(line.replace("01\n", "01" + MEANING + "\n").repeat(20_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 5_000, 300_000})
    void outputIsTheSameInWhateverPiecesBytesArrive(int most) {
        String codes = "错 errorCode=1250001 errorCode=1301002 \n";
        String log = codes.repeat(100) + codes.replace("\n", "").repeat(most == 7 ? 10 : 40_000) + "\r\nend";
        Random random = new Random(most);
        InputStream arriving = new FilterInputStream(new ByteArrayInputStream(log.getBytes(UTF_8))) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(most)));
            }

            @Override
            public int available() {
                return 0;
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run(arriving, out, new StringWriter(), Palette.ANSI);
        assertThat(out.toByteArray())
                .isEqualTo(run(Palette.ANSI, log.getBytes(UTF_8)).toByteArray());
        assertThat(out.toString(UTF_8).replaceAll("\u001b\\[[0-9]*m| \\[[^]]*]", ""))
                .isEqualTo(log);
    }

    @Test
    void coloursMarkTheCodeAndTheMeaning() {
        byte[] log = "错\uD83D\uDE00 errorCode=1250001, E1301002_BASE_DATABASE_ERROR\n1250001 bytes\n".getBytes(UTF_8);
        String out = new String(run(Palette.ANSI, log).toByteArray(), UTF_8);
        assertThat(out)
                .startsWith(
                        "错\uD83D\uDE00 errorCode=\u001b[31m1250001\u001b[0m, \u001b[31mE1301002_BASE_DATABASE_ERROR\u001b[0m"
                                + "\u001b[32m" + MEANING + " [1301002 ")
                .endsWith("]\u001b[0m\n1250001 bytes\n");
    }

    @Test
    void coloursStandAroundTheCodeAlsoBehindBytesThatAreNoText() {
        byte[] log =
                joined(new byte[] {(byte) 0xff, (byte) 0xe9, (byte) 0x94}, " 错 errorCode=1250001\n".getBytes(UTF_8));
        assertThat(new String(run(Palette.ANSI, log).toByteArray(), ISO_8859_1))
                .contains("errorCode=\u001b[31m1250001\u001b[0m\u001b[32m [1250001 ");
    }

    @Test
    void filesAreWrittenOneAfterTheOther() throws IOException {
        Path first = Files.writeString(directory.resolve("a.log"), "errorCode=1250001\n");
        Path second = directory.resolve("b.log.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(second))) {
            gzip.write("b errorCode=1250001".getBytes(UTF_8));
        }
        Run run = runOn(first.toString(), second.toString());
        assertThat(run.out()).isEqualTo("errorCode=1250001" + MEANING + "\nb errorCode=1250001" + MEANING);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.FINE);
    }

    @Test
    void inputThatCannotBeReadIsSaidAndTheRestIsWritten() throws IOException {
        Path log = Files.writeString(directory.resolve("a.log"), "errorCode=1250001\n");
        Run run = runOn(directory.resolve("none.log").toString(), log.toString());
        assertThat(run.out()).isEqualTo("errorCode=1250001" + MEANING + "\n");
        assertThat(run.err()).endsWith("none.log: 没有那个文件或目录\n").hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void whatCouldBeReadOfACutFileIsWritten() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write("errorCode=1250001\nx errorCode=1250001".getBytes(UTF_8));
        }
        byte[] cut = Arrays.copyOf(compressed.toByteArray(), compressed.size() - 8);
        Path log = Files.write(directory.resolve("a.log"), cut);
        Run run = runOn(log.toString());
        assertThat(run.out()).isEqualTo("errorCode=1250001" + MEANING + "\nx errorCode=1250001" + MEANING);
        assertThat(run.err()).contains("压缩数据不完整").hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void wrongCharsetIsSaid() throws IOException {
        Path log = Files.write(directory.resolve("a.log"), "\n错误 errorCode=1250001\n".getBytes(GBK));
        Run run = runOn(log.toString());
        assertThat(run.err()).contains("a.log:2: 1 行含有不是 UTF-8 的字节").contains("--charset");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FINE);
    }

    @Test
    void closedPipeEndsInSilence() {
        StringWriter err = new StringWriter();
        assertThat(runWritingTo(new Failing("Broken pipe"), err)).isEqualTo(ExitCode.FINE);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void otherFailureToWriteIsSaid() {
        StringWriter err = new StringWriter();
        assertThat(runWritingTo(new Failing("No space left on device"), err)).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(err.toString()).isEqualTo("analyzer: 无法写入：No space left on device\n");
    }

    @Test
    void everyLineOfAPipeComesBeforeTheNextIsWritten() throws Exception {
        try (Pipe pipe = Pipe.start()) {
            for (int i = 0; i < 50; i++) {
                String line = i + " errorCode=1250001";
                pipe.assertGives(line + "\n", line + MEANING + "\n");
                pipe.assertGives(i + "\n", i + "\n");
            }
            pipe.assertGives("two\nlines\r\nhalf", "two\nlines\r\n");
            assertThat(pipe.rest()).isEqualTo("half");
        }
    }

    /** Some begin like compressed data, or are shorter than what tells compressed data or a byte order mark. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "a\n", "B\n", "BZ\n", "PK\n", "(\n", "P*M\n", "\u00ff\n", "\u00ef\n", "\u00ef\u00bb\n"})
    void firstLineOfAPipeDoesNotWaitForTheSecond(String line) throws Exception {
        try (Pipe pipe = Pipe.start()) {
            pipe.assertGives(line, line);
            assertThat(pipe.rest()).isEmpty();
        }
    }

    /** The program between two pipes; bytes are written as ISO-8859-1 where they are no UTF-8. */
    private static final class Pipe implements AutoCloseable {

        private final InputStream before = System.in;
        private final PipedOutputStream toProgram = new PipedOutputStream();
        private final PipedOutputStream output = new PipedOutputStream();
        private final PipedInputStream fromProgram;
        private final Thread program;

        private Pipe() throws IOException {
            System.setIn(new PipedInputStream(toProgram));
            fromProgram = new PipedInputStream(output);
            Console console = Console.of(
                    new BufferedOutputStream(output), new PrintWriter(new StringWriter()), Palette.NONE, 100);
            program = new Thread(() -> AnalyzerCommand.run(List.of("annotate"), console));
        }

        static Pipe start() throws IOException {
            Pipe pipe = new Pipe();
            pipe.program.start();
            return pipe;
        }

        /** Waits for as many bytes as are expected; a program that holds them back lets this wait for good. */
        void assertGives(String written, String expected) throws IOException {
            Charset charset = written.charAt(0) > 0x7f ? ISO_8859_1 : UTF_8;
            toProgram.write(written.getBytes(charset));
            toProgram.flush();
            byte[] read = fromProgram.readNBytes(expected.getBytes(charset).length);
            assertThat(new String(read, charset)).isEqualTo(expected);
        }

        /** What the program still writes when nothing more comes. */
        String rest() throws IOException, InterruptedException {
            toProgram.close();
            program.join();
            output.close();
            return new String(fromProgram.readAllBytes(), UTF_8);
        }

        @Override
        public void close() throws IOException {
            toProgram.close();
            System.setIn(before);
        }
    }

    /** Bytes of all kinds with many line breaks, but too few digits in a row for a code. */
    private static byte[] noise(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        byte[] frequent = {'\n', '\r', 0, ' ', (byte) 0x81, (byte) 0xe9};
        for (int i = 0; i < length; i++) {
            if (random.nextInt(4) == 0) {
                bytes[i] = frequent[random.nextInt(frequent.length)];
            }
        }
        // Begins neither like compressed data nor with a byte order mark.
        if (length > 0) {
            bytes[0] = '\n';
        }
        return bytes;
    }

    private static byte[] without(byte[] removed, byte[] bytes) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        int i = 0;
        while (i < bytes.length) {
            boolean here = i + removed.length <= bytes.length
                    && Arrays.equals(bytes, i, i + removed.length, removed, 0, removed.length);
            if (here) {
                i += removed.length;
            } else {
                rest.write(bytes[i++]);
            }
        }
        return rest.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String annotated(String log, String... options) {
        return new String(annotate(log.getBytes(UTF_8), options), UTF_8);
    }

    private static byte[] annotate(byte[] log, String... options) {
        return run(Palette.NONE, log, options).toByteArray();
    }

    private static ByteArrayOutputStream run(Palette palette, byte[] input, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(run(input, out, new StringWriter(), palette, options)).isEqualTo(ExitCode.FINE);
        return out;
    }

    private static int runWritingTo(OutputStream out, StringWriter err) {
        return run("errorCode=1250001\n".getBytes(UTF_8), out, err, Palette.NONE);
    }

    private static int run(byte[] input, OutputStream out, StringWriter err, Palette palette, String... options) {
        return run(new ByteArrayInputStream(input), out, err, palette, options);
    }

    private static int run(InputStream input, OutputStream out, StringWriter err, Palette palette, String... options) {
        InputStream before = System.in;
        System.setIn(input);
        try {
            String[] arguments = new String[options.length + 1];
            arguments[0] = "annotate";
            System.arraycopy(options, 0, arguments, 1, options.length);
            return AnalyzerCommand.run(List.of(arguments), Console.of(out, new PrintWriter(err), palette, 100));
        } finally {
            System.setIn(before);
        }
    }

    private static Run runOn(String... files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int exitCode = run(new byte[0], out, err, Palette.NONE, files);
        return new Run(exitCode, out.toString(UTF_8), err.toString());
    }

    /** An output that takes nothing. */
    private static final class Failing extends OutputStream {

        private final String reason;

        private Failing(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(reason);
        }
    }
}
