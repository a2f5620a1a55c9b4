package io.github.bkerrcode.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.bkerrcode.code.ErrorCode.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"1306201", "0000000", "9999999"})
    void sevenDigitsAreNumeric(String token) {
        assertThat(ErrorCode.parse(token)).contains(new ErrorCode(token, Kind.NUMERIC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0"})
    void minusOneAndZeroAreCommon(String token) {
        assertThat(ErrorCode.parse(token)).contains(new ErrorCode(token, Kind.COMMON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"APIGW_LACK_PARAMS", "UNKNOWN", "ABORTED", "HTTP_BAD_GATEWAY", "HTTP2_ERROR"})
    void upperCaseWordsAreSymbolic(String token) {
        assertThat(ErrorCode.parse(token)).contains(new ErrorCode(token, Kind.SYMBOLIC));
    }

    @ParameterizedTest
    @CsvSource({"E1301002_BASE_DATABASE_ERROR,1301002", "E1306201_X,1306201"})
    void flagStandsForItsNumber(String flag, String number) {
        assertThat(ErrorCode.parse(flag)).contains(new ErrorCode(number, Kind.NUMERIC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"E1301002_base", "e1301002_BASE", "E130100_base_error", "E1301002_BASE ERROR"})
    void malformedFlagIsNoCode(String token) {
        assertThat(ErrorCode.parse(token)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" 1306201", "1306201\t", "\n-1 ", " APIGW_LACK_PARAMS ", " E1301002_BASE_DATABASE_ERROR "})
    void whiteSpaceAroundTheTokenIsIgnored(String text) {
        assertThat(ErrorCode.parse(text))
                .isEqualTo(ErrorCode.parse(text.strip()))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "-2",
                "00",
                "+1",
                "--1",
                "130620",
                "13062011",
                "-1306201",
                "130620a",
                "1306 201",
                "0x13062",
                "１３０６２０１",
                "١٣٠٦٢٠١",
                "apigw_lack_params",
                "Apigw_Lack",
                "SHORTY",
                "_APIGW_X",
                "1APIGW_X",
                "APIGW-LACK-PARAMS",
                "APIGW_LÄCK",
                "组件默认错误码啊"
            })
    void anythingElseIsNoCode(String token) {
        assertThat(ErrorCode.parse(token)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1306201,1306201", "42,0000042", "0,0000000", "9999999,9999999"})
    void numberIsPaddedToSevenDigits(int number, String token) {
        assertThat(ErrorCode.numeric(number)).isEqualTo(new ErrorCode(token, Kind.NUMERIC));
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000_000, Integer.MAX_VALUE, -1, -130_620, -1_306_201, Integer.MIN_VALUE})
    void numberOutsideSevenDigitsIsRefused(int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> ErrorCode.numeric(number));
    }

    @ParameterizedTest
    @CsvSource({
        "APIGW_LACK_PARAMS,NUMERIC",
        "1306201,SYMBOLIC",
        "1306201,COMMON",
        "1,COMMON",
        "0,NUMERIC",
        "-1,SYMBOLIC"
    })
    void tokenOfAnotherKindIsRefused(String token, Kind kind) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ErrorCode(token, kind))
                .withMessage("not a " + kind + " code [" + token + "]");
    }

    @ParameterizedTest
    @CsvSource({"1306201,1306201,13", "0600001,600001,6", "9900000,9900000,99"})
    void numericCodeGivesItsNumberAndPrefix(String token, int number, int prefix) {
        ErrorCode code = new ErrorCode(token, Kind.NUMERIC);

        assertThat(code.number()).isEqualTo(number);
        assertThat(code.prefix()).isEqualTo(prefix);
    }

    @ParameterizedTest
    @CsvSource({"-1,COMMON", "0,COMMON", "APIGW_LACK_PARAMS,SYMBOLIC"})
    void onlyNumericCodesHaveNumberAndPrefix(String token, Kind kind) {
        ErrorCode code = new ErrorCode(token, kind);

        assertThatIllegalStateException().isThrownBy(code::number).withMessageContaining(token);
        assertThatIllegalStateException().isThrownBy(code::prefix).withMessageContaining(token);
    }

    @Test
    void codesAreEqualWhenKindAndTokenAre() {
        ErrorCode code = ErrorCode.numeric(1306201);

        assertThat(code).isEqualTo(ErrorCode.parse("E1306201_FLAG").orElseThrow());
        assertThat(code).hasSameHashCodeAs(ErrorCode.parse("1306201").orElseThrow());
        assertThat(code).isNotEqualTo(ErrorCode.numeric(1306202));
        assertThat(code).isNotEqualTo("1306201");
        assertThat(new ErrorCode("0", Kind.COMMON)).isNotEqualTo(ErrorCode.numeric(0));
    }

    @Test
    void ordersByTokenDigitsBeforeLetters() {
        Stream<String> tokens = Stream.of("UNKNOWN", "1306201", "0", "APIGW_LACK_PARAMS", "-1", "1004000");

        assertThat(tokens.map(token -> ErrorCode.parse(token).orElseThrow()).sorted())
                .extracting(ErrorCode::token)
                .containsExactly("-1", "0", "1004000", "1306201", "APIGW_LACK_PARAMS", "UNKNOWN");
    }

    @Test
    void readsAsItsToken() {
        assertThat(ErrorCode.numeric(1306201)).hasToString("1306201");
    }
}
