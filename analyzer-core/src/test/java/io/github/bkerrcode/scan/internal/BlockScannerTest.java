package io.github.bkerrcode.scan.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.RuleSet;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockScannerTest {

    private static final CodeScanner EXACT =
            CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM);

    private final BlockScanner scanner =
            new BlockScanner(Catalog.builtIn(), EXACT.inPlace(StandardCharsets.UTF_8), CodeBytes.words(), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "job 1306201 is down",
                "code=1306201,",
                "errorCode: 1199014",
                "code 1860106",
                "错误码 1199014",
                "\\n1306201",
                "\\u001b[31m1306201",
                "\\uff083801013",
                "%201306201",
                "E1301002_BASE_DATABASE_ERROR",
                "APIGW_NEW_CODE",
                "\"code\": \"UNKNOWN\"",
                "返回1306201，"
            })
    void placeThatMayHoldACodeIsFound(String line) {
        for (int blanks = 0; blanks < 15; blanks++) {
            assertThat(find(" ".repeat(blanks) + line + " end")).as(line).isNotNegative();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "130620",
                "13062011",
                "9712345",
                "v1306201",
                "1306201f",
                "APIGW_",
                "HTTP_PROXY",
                "ERRORCODE",
                "E130100_BASE",
                "_UNKNOWN",
                "2025-10-24 15:02:11,123",
                "1199014",
                "state UNKNOWN -> CONNECTED",
                "wrote 1306201 bytes",
                "bk_biz_id=1306201"
            })
    void placeThatCannotHoldOneIsLeftOut(String line) {
        for (int blanks = 0; blanks < 15; blanks++) {
            assertThat(find(" ".repeat(blanks) + line + " end")).as(line).isNegative();
        }
    }

    @Test
    void byteOfAWideCharacterInFrontMayBelongToIt() {
        byte[] gbk = {(byte) 0xB4, 'A', '1', '3', '0', '6', '2', '0', '1', ' '};

        scanner.forget();
        assertThat(scanner.find(gbk, 0, gbk.length)).isNegative();
        assertThat(new BlockScanner(Catalog.builtIn(), EXACT.inPlace(Charset.forName("GBK")), CodeBytes.words(), true)
                        .find(gbk, 0, gbk.length))
                .isNotNegative();
    }

    /** In GB18030 a character may end in a digit, which then looks like the first of eight. */
    @Test
    void digitOfAWideCharacterInFrontMayBelongToIt() {
        byte[] gb18030 = "\uFFFD1306201 ".getBytes(Charset.forName("GB18030"));

        assertThat(gb18030).startsWith(0x84, '1', 0xA4, '7', '1');
        assertThat(new BlockScanner(
                                Catalog.builtIn(), EXACT.inPlace(Charset.forName("GB18030")), CodeBytes.words(), true)
                        .find(gb18030, 0, gb18030.length))
                .isEqualTo(3);
    }

    @Test
    void lineEndsTheLastNumber() {
        byte[] line = "code=13062011".getBytes(StandardCharsets.US_ASCII);

        assertThat(scanner.find(line, 0, line.length)).isNegative();
        scanner.forget();
        assertThat(scanner.find(line, 0, line.length - 1)).isEqualTo(5);
    }

    @Test
    void anyRunOfSevenIsARun() {
        byte[] line = "ab ERRORCODE".getBytes(StandardCharsets.US_ASCII);

        assertThat(new CodeRuns(CodeBytes.words()).find(line, 0, line.length)).isEqualTo(3);
        assertThat(new CodeRuns(CodeBytes.words()).find(line, 0, 9)).isNegative();
    }

    private int find(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        scanner.forget();
        return scanner.find(bytes, 0, bytes.length);
    }
}
