package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scanner finds in random lines what {@link ReferenceScanner} finds, and so does the one that reads bytes in place. How many lines are tried is set by {@code
 * -Dscan.differential.lines}; the seeds are fixed, and a failure names the line.
 */
class ScannerDifferentialTest {

    private static final int LINES = Integer.getInteger("scan.differential.lines", 2_000_000);
    private static final int LINES_PER_SEED = 1_000;

    private static final String[] CODES = {
        "1306201",
        "1301002",
        "1250001",
        "4313021",
        "1199014",
        "3801011",
        "9900403",
        "9712345",
        "1860106",
        "13062011",
        "130620",
        "E1301002_BASE_DATABASE_ERROR",
        "E1301002_",
        "APIGW_LACK_PARAMS",
        "APIGW_NEW",
        "APIGATEWAY_",
        "UNKNOWN",
        "NOT_FOUND",
        "INTERNAL",
        "HTTP_BAD_GATEWAY",
        "HTTP_PROXY",
        "0001302",
        "1306402L",
        "1306402LL"
    };

    private static final String[] WORDS = {
        "code",
        "error",
        "errorCode",
        "err_code",
        "bk_error_code",
        "app_code",
        "id",
        "jobInstanceId",
        "bk_biz_id",
        "message",
        "msg",
        "status",
        "failed",
        "timeout",
        "bytes",
        "ms",
        "rows",
        "request",
        "requests",
        "get",
        "ERROR",
        "WARN",
        "INFO",
        "E1024",
        "15:02:11.123",
        "2025-10-24",
        "file.go:57",
        "pid",
        "took",
        "offset",
        "returned",
        "got",
        "expected",
        "version",
        "APIError",
        "ServiceException",
        "reason",
        "result",
        "zip",
        "x",
        "404",
        "502",
        "错误码",
        "返回码",
        "失败",
        "异常",
        "返回",
        "条",
        "日志",
        "业务",
        "处理",
        "用户",
        "地区编码",
        "分别为",
        "请检查",
        "不存在",
        "v",
        "0x",
        "a",
        "null",
        "true",
        "系统内部异常",
        "redis 连接失败",
        "request third party",
        "数据库",
        "job",
        "esb",
        "said",
        "and"
    };

    private static final String[] MARKS = {
        " ",
        " ",
        " ",
        "",
        "",
        ":",
        ": ",
        "=",
        ",",
        ", ",
        "\"",
        "\":",
        "\": ",
        "\":\"",
        "'",
        "': ",
        "(",
        ")",
        "[",
        "]",
        "][",
        "] ",
        "{",
        "}",
        "<",
        ">",
        "<code>",
        "</code>",
        "/",
        "?",
        "&",
        "|",
        "-",
        " - ",
        ".",
        "#",
        "*",
        "**",
        "%",
        "\\\"",
        "\\\":",
        "\\\\\\\"",
        "\\n",
        "\\u003c",
        "\\uff08",
        "\\x3c",
        "%22",
        "%3A",
        "%9A",
        "%EF%BC%9A",
        "\\xe9\\x94\\x99",
        "\\\\xe7\\\\xa0\\\\x81",
        "\\xe9\\x94",
        " (x) ",
        " + ",
        "&nbsp;",
        "&quot;",
        "&lt;",
        "：",
        "，",
        "。",
        "、",
        "（",
        "）",
        "【",
        "】",
        "\u001b[31m",
        "\\u001b[0m",
        "\t",
        "\r",
        "\u0000",
        "\u00a0",
        "_",
        "$",
        "->",
        "==>",
        ";",
        "→",
        "✖"
    };

    private static final ReferenceScanner REFERENCE = new ReferenceScanner(Catalog.builtIn(), Confidence.LOW);
    private static final CodeScanner SCANNER = CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.LOW);

    @Test
    void randomLinesOfTheTextsThatMatterGiveTheSameDetections() {
        long found = IntStream.range(0, LINES / LINES_PER_SEED)
                .parallel()
                .mapToLong(ScannerDifferentialTest::compare)
                .sum();

        // A generator that never writes a code would prove nothing.
        assertThat(found).isGreaterThan(LINES / 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"corpus/development.tsv", "corpus/held-out.tsv"})
    void corpusLinesGiveTheSameDetections(String corpus) {
        for (LabelledLine line : LabelledLine.read(corpus.substring("corpus/".length()))) {
            assertThat(SCANNER.detect(line.text())).as(line.text()).isEqualTo(REFERENCE.detect(line.text()));
        }
    }

    private static long compare(int seed) {
        Random random = new Random(seed);
        InPlaceScanner inPlace = SCANNER.inPlace(StandardCharsets.UTF_8);
        long found = 0;
        for (int i = 0; i < LINES_PER_SEED; i++) {
            String line = line(random);
            List<Detection> detections = SCANNER.detect(line);
            assertThat(detections).as(line).isEqualTo(REFERENCE.detect(line));
            compareInPlace(line, detections, inPlace, random);
            found += detections.size();
        }
        return found;
    }

    /** The line stands among others, which may look as if they went on with it. */
    private static void compareInPlace(String line, List<Detection> detections, InPlaceScanner inPlace, Random random) {
        String before = random.nextBoolean() ? "" : line(random) + "\n";
        byte[] from = before.getBytes(StandardCharsets.UTF_8);
        byte[] block = (before + line + (random.nextBoolean() ? "\n" : "\r\n") + line(random) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        int end = from.length + line.getBytes(StandardCharsets.UTF_8).length;

        assertThat(inPlace.detect(block, from.length, from.length, end))
                .as(line)
                .isIn(detections, null);
    }

    @Test
    void fewLinesHaveToBeDecoded() {
        Random random = new Random(-1);
        InPlaceScanner inPlace = SCANNER.inPlace(StandardCharsets.UTF_8);
        int decoded = 0;
        for (int i = 0; i < LINES_PER_SEED; i++) {
            byte[] line = line(random).getBytes(StandardCharsets.UTF_8);
            decoded += inPlace.detect(line, 0, 0, line.length) == null ? 1 : 0;
        }

        assertThat(decoded).isLessThan(LINES_PER_SEED / 20);
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        int parts = 1 + random.nextInt(8);
        for (int i = 0; i < parts; i++) {
            String[] kind = random.nextInt(3) == 0 ? CODES : WORDS;
            line.append(kind[random.nextInt(kind.length)]);
            for (int marks = random.nextInt(3); marks > 0; marks--) {
                line.append(MARKS[random.nextInt(MARKS.length)]);
            }
        }
        return line.toString();
    }
}
