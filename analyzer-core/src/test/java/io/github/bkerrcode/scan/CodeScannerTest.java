package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkerrcode.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeScannerTest {

    private final CodeScanner scanner = CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1306201 | {"code": 1306201, "message": "x"}
            1306402 | {'code': 1306402}
            1239996 | resp="{\\"code\\":1239996}"
            1239996 | resp="{\\\\\\"code\\\\\\":1239996}"
            1306201 | {"code":"1306201"}
            1211002 | errorCode=1211002
            1252001 | ServiceException(errorType=TIMEOUT, errorCode=1252001, errorParams=null)
            1213001 | errorCode: 1213001
            1213001 | err_code=1213001
            1213001 | errcode: 1213001
            1213001 | "error_code" : 1213001
            1199014 | {"bk_error_code":1199014,"bk_error_msg":"x"}
            1213001 | retCode=1213001
            1213001 | result_code=1213001
            1306201 | {"error":{"code":1306201}}
            1306401 | 错误码：1306401
            1239803 | 错误码 1239803
            1304302 | 错误码(1304302)
            1210101 | 【1210101】证书服务不可用
            1306403 | [1306403] 应用不存在
            1259001 | NFS 存储不可用(1259001)
            1302005 | <code>1302005</code>
            1306406 | GET /error?code=1306406&lang=zh
            1306406 | GET /error?x=1%26code%3D1306406%26lang%3Dzh
            4313021 | APIError(code=4313021, message=x)
            4313022 | APIError: 4313022 timeout
            1301002 | E1301002_BASE_DATABASE_ERROR
            1301004 | raise PaaSErrorCodes.E1301004_BASE_REDIS_ERROR
            1303200 | 1303200 requests get url:http://a/b error: timeout
            1306201 | 接口返回1306201，请检查
            3801013 | 主机不存在（3801013）
            3801013 | "message": "\\u4e3b\\u673a\\u4e0d\\u5b58\\u5728\\uff083801013\\uff09"
            2101008 | [errorCode=2101008]null
            1306201 | `\t 1306201 Error occured when requesting component`
            APIGW_LACK_PARAMS | {"error": "APIGW_LACK_PARAMS"}
            APIGW_SOMETHING_NEW | failed: APIGW_SOMETHING_NEW
            INVALID_ARGUMENT | {"code":"INVALID_ARGUMENT"}
            NOT_FOUND | {"error":{"code":404,"status":"NOT_FOUND"}}
            UNAUTHENTICATED | 错误码：UNAUTHENTICATED
            HTTP_BAD_GATEWAY | upstream said 502 HTTP_BAD_GATEWAY
            """)
    void findsACodeInEveryFormInWhichItIsLogged(String code, String line) {
        assertThat(tokens(line)).as(line).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bk_biz_id=1301002",
                "\"job_instance_id\": 1207101",
                "\"bk_data_id\": 1578495",
                "pid 1203101",
                "ticket #1301001",
                "1301002 bytes",
                "took 1250001 us",
                "offset 1304201",
                "共处理 1303100 条",
                "1301000K",
                "1,301,002",
                "0x1301002",
                "v1301002",
                "GET /files/1301002/ HTTP/1.1",
                "20250301-1301002",
                "1306201f",
                "1301002.75",
                "code=13062011",
                "branch feature_1301002",
                "state UNKNOWN -> CONNECTED",
                "CANCELLED by user",
                "HTTP_PROXY=http://a",
                "Merge CONFLICT in pom.xml",
                "E0308 05:37:56.181637 2101008 file.go:57] ok",
                "errorCode=9700123",
                "zip code: 1301002",
                "bk_app_code=1301002",
                "export APIGW_TOKEN=abc",
                ""
            })
    void leavesNumbersAndWordsAloneThatOnlyLookLikeCodes(String line) {
        assertThat(tokens(line)).as(line).isEmpty();
    }

    @Test
    void findsTheOuterAndTheInnerCodeOfALine() {
        String line = "{\"bk_error_code\":1199998,\"bk_error_msg\":\"code: 1306201, message: timeout\"}";

        assertThat(tokens(line)).containsExactly("1199998", "1306201");
    }

    @Test
    void findsEveryCodeOfAList() {
        assertThat(tokens("错误码：2199501、2199502")).containsExactly("2199501", "2199502");
    }

    @Test
    void tellsWhereTheCodeStandsAndWhichRuleConfirmedIt() {
        Detection detection = scanner.detect("x errorCode=1301002, y").get(0);

        assertThat(detection.start()).isEqualTo(12);
        assertThat(detection.end()).isEqualTo(19);
        assertThat(detection.listed()).isTrue();
        assertThat(detection.rule()).isEqualTo("error-key");
        assertThat(detection.confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void spanOfAFlagIsTheWholeFlag() {
        String line = "raise E1301002_BASE_DATABASE_ERROR now";
        Detection detection = scanner.detect(line).get(0);

        assertThat(line.substring(detection.start(), detection.end())).isEqualTo("E1301002_BASE_DATABASE_ERROR");
    }

    @Test
    void unlistedCodeOfAKnownPlatformIsMarkedAsUnlisted() {
        assertThat(scanner.detect("error_code: 1199014").get(0).listed()).isFalse();
    }

    @Test
    void bareListedNumberIsFoundOnlyAtLowConfidence() {
        CodeScanner everything = CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.LOW);

        assertThat(tokens("see 1301002 there")).isEmpty();
        assertThat(everything.detect("see 1301002 there"))
                .extracting(Detection::confidence)
                .containsExactly(Confidence.LOW);
    }

    @Test
    void longNumberOfPython2IsACodeWithoutItsLetter() {
        String line = "{u'code': 1306402L, u'id': 1306403L}";

        Detection detection = scanner.detect(line).get(0);

        assertThat(scanner.detect(line)).hasSize(1);
        assertThat(line.substring(detection.start(), detection.end())).isEqualTo("1306402");
        assertThat(tokens("code 1306402LL")).isEmpty();
    }

    @Test
    void codeThatBeginsALineInsideTheRecordIsFound() {
        assertThat(tokens("{\"log\":\"flush table\\n1306405 channel refused: x\\n\"}"))
                .containsExactly("1306405");
        assertThat(tokens("{\"log\":\"\\t1306201 Error occured when requesting CC\\n\"}"))
                .containsExactly("1306201");
    }

    @Test
    void stopsWhenTheSinkHasEnough() {
        List<Detection> taken = new ArrayList<>();
        scanner.scan("code=1301002 code=1306201 code=1250001", detection -> {
            taken.add(detection);
            return taken.size() < 2;
        });

        assertThat(taken).hasSize(2);
    }

    @Test
    void partsOfALineTogetherGiveWhatTheLineGives() {
        String line = "x".repeat(600) + " code=1301002 " + "y".repeat(600) + " errcode: 1306201";
        for (int cut = 0; cut <= line.length(); cut++) {
            List<Detection> parts = new ArrayList<>();
            scanner.scan(line, 0, cut, parts::add);
            scanner.scan(line, cut, line.length(), parts::add);
            assertThat(parts).as("cut at %d", cut).isEqualTo(scanner.detect(line));
        }
    }

    @Test
    void refusesAPartOutsideTheText() {
        assertThatThrownBy(() -> scanner.scan("short", 0, 6, detection -> true))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private List<String> tokens(String line) {
        return scanner.detect(line).stream()
                .map(detection -> detection.code().token())
                .toList();
    }
}
