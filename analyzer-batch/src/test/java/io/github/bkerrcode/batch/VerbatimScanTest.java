package io.github.bkerrcode.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.RuleSet;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerbatimScanTest {

    private static final String[] LINES = {
        "2025-10-24 15:02:11 INFO nothing to see\n",
        "错误码：1306201，请求第三方系统接口出现异常\r\n",
        "一行没有代码的文字 1301002 bytes\n",
        "{\"code\": 1301002, \"message\": \"数据库\"} and errorCode=1250001\n",
        "\n",
        "lone\rreturn errorCode=1211001\n",
        "\u001b[31merrorCode=1252001\u001b[0m\n",
    };

    @TempDir
    private Path directory;

    /** What a sink was given, put together again. */
    private static final class Recorder implements VerbatimSink {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<String> codes = new ArrayList<>();
        private Charset charset = StandardCharsets.UTF_8;

        @Override
        public void begin(Charset found, byte[] mark) {
            charset = found;
            bytes.writeBytes(mark);
        }

        @Override
        public void plain(byte[] block, int from, int to) {
            bytes.write(block, from, to - from);
        }

        @Override
        public void line(byte[] block, Extent extent, String text, List<PlacedCode> found) {
            bytes.write(block, extent.from(), extent.to() - extent.from());
            for (PlacedCode code : found) {
                String there = new String(block, code.start(), code.end() - code.start(), charset);
                assertThat(there).isEqualTo(code.detection().code().token());
                codes.add(there);
            }
        }

        @Override
        public void pause() {}
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
    void everyByteComesBackAndEveryCodeStandsWhereItIsSaidToBe(String name) throws IOException {
        Charset charset = Charset.forName(name);
        String text = randomText(20_000);
        byte[] bytes = text.getBytes(charset);
        Recorder recorder = scan(bytes, charset);

        assertThat(recorder.bytes.toByteArray()).isEqualTo(bytes);
        assertThat(recorder.codes).containsExactlyElementsOf(codesOf(new String(bytes, charset)));
    }

    @Test
    void markAtTheBeginningDecidesTheCharsetAndIsHandedOn() throws IOException {
        byte[] bytes = ("\uFEFF" + randomText(100)).getBytes(StandardCharsets.UTF_16LE);
        Recorder recorder = scan(bytes, StandardCharsets.UTF_8);

        assertThat(recorder.charset).isEqualTo(StandardCharsets.UTF_16LE);
        assertThat(recorder.bytes.toByteArray()).isEqualTo(bytes);
        assertThat(recorder.codes).isNotEmpty();
    }

    @Test
    void bytesThatAreNoTextComeBackAndAreSaid() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("errorCode=1301002 ".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xff);
        bytes.write('\n');
        Path file = Files.write(directory.resolve("a.log"), bytes.toByteArray());
        Tally tally = new Tally(Catalog.builtIn());
        Recorder recorder = new Recorder();
        new VerbatimScan(LogSource.file("a.log", file), settings(StandardCharsets.UTF_8), tally).run(recorder);

        assertThat(recorder.bytes.toByteArray()).isEqualTo(bytes.toByteArray());
        assertThat(recorder.codes).containsExactly("1301002");
        assertThat(tally.snapshot().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("UTF-8"));
    }

    @Test
    void fileThatIsNotThereIsAProblem() {
        Tally tally = new Tally(Catalog.builtIn());
        new VerbatimScan(
                        LogSource.file("gone.log", directory.resolve("gone.log")),
                        settings(StandardCharsets.UTF_8),
                        tally)
                .run(new Recorder());

        assertThat(tally.snapshot().problems()).extracting(Problem::incomplete).containsExactly(true);
    }

    private Recorder scan(byte[] bytes, Charset charset) throws IOException {
        Path file = Files.write(directory.resolve("scanned.log"), bytes);
        Recorder recorder = new Recorder();
        new VerbatimScan(LogSource.file("scanned.log", file), settings(charset), new Tally(Catalog.builtIn()))
                .run(recorder);
        return recorder;
    }

    private static List<String> codesOf(String text) {
        CodeScanner scanner = CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM);
        List<String> codes = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            scanner.scan(line, detection -> codes.add(detection.code().token()));
        }
        return codes;
    }

    private static ScanSettings settings(Charset charset) {
        return new ScanSettings(
                Catalog.builtIn(),
                CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM),
                code -> true,
                charset,
                ZoneId.of("Asia/Shanghai"));
    }

    private static String randomText(int lines) {
        Random random = new Random(20251024);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(LINES[random.nextInt(LINES.length)]);
        }
        return text.append("last errorCode=1306201").toString();
    }
}
