package io.github.bkerrcode.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeWordsTest {

    @Test
    void wordsStandBetweenBlanksAndCommasOfBothScripts() {
        assertThat(CodeWords.of(" 1306201,1250001\n-1\t;0，1252001、1259001；A_B "))
                .containsExactly("1306201", "1250001", "-1", "0", "1252001", "1259001", "A_B");
        assertThat(CodeWords.of(" , \n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1306201|1306201",
                "1306201.|1306201",
                "errorCode=1306201|1306201",
                "\"code\":1306201|1306201",
                "错误码：1306201。|1306201",
                "【1306201】|1306201",
                "(1306201)|1306201",
                "１３０６２０１|1306201",
                "'apigw_lack_params'|APIGW_LACK_PARAMS",
                "-1|-1",
                "code=-1|-1",
                "1306201x|1306201X",
                "0x1306201|0X1306201",
            })
    void codeIsFoundInWhatStandsAroundIt(String word, String code) {
        assertThat(CodeWords.codeIn(word)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"code=", "【】", "''''"})
    void wordWithoutACodeHasNone(String word) {
        assertThat(CodeWords.codeIn(word)).isEmpty();
    }
}
