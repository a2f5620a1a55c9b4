package io.github.bkerrcode.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.input.LogSource;
import io.github.bkerrcode.input.LogWalker;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.RuleSet;
import io.github.bkerrcode.scan.internal.CodeBytes;
import io.github.bkerrcode.summary.Tally;
import io.github.bkerrcode.vector.VectorCodeBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reading by blocks of bytes finds what scanning each decoded line finds: random and adversarial files in every kind of charset. How many lines
 * are tried is set by {@code -Dblock.differential.lines}.
 */
class BlockDifferentialTest {

    private static final int LINES = Integer.getInteger("block.differential.lines", 400_000);
    private static final int LINES_PER_FILE = 20_000;

    private static final String[] PARTS = {
        "1306201",
        "1301002",
        "1199014",
        "9712345",
        "1860106",
        "13062011",
        "E1301002_BASE_DATABASE_ERROR",
        "APIGW_NEW",
        "APIGW_",
        "UNKNOWN",
        "NOT_FOUND",
        "HTTP_PROXY",
        "errorCode=",
        "\"code\":\"",
        "code: ",
        "bk_biz_id=",
        " ",
        " ",
        ",",
        "\"",
        "}",
        "[",
        "]",
        "（",
        "）",
        "错误码：",
        "返回",
        "失败",
        "中文文本",
        "丂A",
        "亅Z_",
        "\\n",
        "\\u001b[31m",
        "\\uff08",
        "%20",
        "%3A",
        "\t",
        "\r",
        "\u0000",
        "x",
        "v",
        "f",
        "0123456",
        "ABCDEFG",
        "20251024",
        "15:02:11.123",
        "�",
        "é",
        "id=",
        "pid ",
        " bytes",
        "took ",
        "/",
        "-",
        ".",
        "m",
        "n",
        ";",
        "(",
        ")",
        ": ",
        "ERROR ",
        "failed ",
        "timeout",
        "job ",
        "esb",
        "系统内部异常",
        "load user desktop app",
        "1306402L",
        "\"status\":\"",
        "\"error\":",
        "502 ",
        "\u001b[0m",
        "\u001b[1;31m",
        "&quot;",
        "&amp",
        "%E9%94%99",
        "\\",
        "\\\"",
        "\\xe9\\x94\\x99",
        " -> ",
        " said "
    };

    /*
     * At low confidence almost every listed number counts, and what is decided on bytes could be too little; at the usual one most are
     * rejected, and it could be too much.
     */
    private static final List<CodeScanner> SCANNERS = Stream.of(Confidence.LOW, Confidence.MEDIUM)
            .map(minimum -> CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), minimum))
            .toList();

    @TempDir
    private Path directory;

    /** The vectors are slow on Java 17, but right. */
    static Stream<Arguments> charsetsAndKernels() {
        return Stream.of("UTF-8", "GBK", "GB18030", "Big5", "Shift_JIS", "EUC-KR", "ISO-8859-1", "UTF-16", "UTF-32LE")
                .flatMap(charset -> Stream.of(
                        Arguments.of(charset, CodeBytes.words()), Arguments.of(charset, new VectorCodeBytes())));
    }

    @ParameterizedTest
    @MethodSource("charsetsAndKernels")
    void fileGivesWhatItsDecodedLinesGive(String name, CodeBytes kernel) throws IOException {
        Charset charset = Charset.forName(name);
        for (int seed = 0; seed < Math.max(2, LINES / LINES_PER_FILE / 9); seed++) {
            byte[] content = content(new Random(seed), charset);
            CodeScanner scanner = SCANNERS.get(seed % SCANNERS.size());
            List<String> found = found(content, charset, kernel, scanner);
            List<String> expected = expected(content, charset, scanner);
            assertThat(difference(expected, found))
                    .as("overlooked, seed " + seed)
                    .isEmpty();
            assertThat(difference(found, expected)).as("too many, seed " + seed).isEmpty();
            assertThat(found).hasSameSizeAs(expected).hasSizeGreaterThan(LINES_PER_FILE / 40);
        }
    }

    private static List<String> difference(List<String> all, List<String> some) {
        Set<String> rest = new LinkedHashSet<>(all);
        some.forEach(rest::remove);
        return List.copyOf(rest);
    }

    private byte[] content(Random random, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder text = new StringBuilder();
        boolean bytewise =
                !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32");
        for (int i = 0; i < LINES_PER_FILE; i++) {
            StringBuilder line = new StringBuilder();
            for (int parts = random.nextInt(10); parts > 0; parts--) {
                line.append(PARTS[random.nextInt(PARTS.length)]);
            }
            line.append(random.nextInt(8) == 0 ? "\r\n" : "\n");
            text.append(line);
            if (bytewise) {
                bytes.writeBytes(line.toString().getBytes(charset));
                if (random.nextInt(50) == 0) {
                    bytes.write(random.nextInt(256));
                }
            }
        }
        if (random.nextBoolean()) {
            text.append("last code=1306201");
            bytes.writeBytes("last code=1306201".getBytes(charset));
        }
        return bytewise ? bytes.toByteArray() : text.toString().getBytes(charset);
    }

    private static List<String> expected(byte[] content, Charset charset, CodeScanner scanner) {
        List<String> expected = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
            lines.addAll(List.of(new String(content, charset).split("\n", -1)));
        } else {
            int start = 0;
            for (int i = 0; i <= content.length; i++) {
                if (i == content.length || content[i] == '\n') {
                    lines.add(new String(content, start, i - start, charset));
                    start = i + 1;
                }
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String bare = line.endsWith("\r") && i < lines.size() - 1 ? line.substring(0, line.length() - 1) : line;
            int number = i + 1;
            scanner.detect(bare).forEach(d -> expected.add(number + ":" + d.start() + " " + d.code() + " " + d.rule()));
        }
        return expected;
    }

    private List<String> found(byte[] content, Charset charset, CodeBytes kernel, CodeScanner scanner)
            throws IOException {
        Path file = Files.write(directory.resolve("random.log"), content);
        LogSource source = new LogWalker((path, reason) -> {
                    throw new AssertionError(path + reason);
                })
                .find(List.of(file.toString()))
                .get(0);
        List<String> found = new ArrayList<>();
        ScanSettings settings = new ScanSettings(
                Catalog.builtIn(),
                scanner,
                code -> true,
                charset,
                ZoneId.of("Asia/Shanghai"),
                TimeWindow.ALWAYS,
                kernel);
        new LogScan(source, settings, new Tally(Catalog.builtIn()))
                .run((origin, text, detections, offset) -> detections.forEach(
                        d -> found.add(origin.line() + ":" + (offset + d.start()) + " " + d.code() + " " + d.rule())));
        return found;
    }
}
