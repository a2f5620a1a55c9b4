package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listed number that no rule vouches for is a code where the line tells its meaning. */
class MeaningBesideTest {

    private final CodeScanner scanner = CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "job [1239999] 系统内部异常",
                "Access frequency limit [1306429] app_code=bk_sops",
                "views: get 2219 139901 1303100 load user desktop app error: x",
                "步骤 [1239999] \\u7cfb\\u7edf\\u5185\\u90e8\\u5f02\\u5e38",
            })
    void meaningBesideANumberMakesItACode(String line) {
        assertThat(scanner.detect(line))
                .singleElement()
                .satisfies(d -> assertThat(d.rule()).isEqualTo("meaning-beside"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"bk_biz_id\": 1239999, \"name\": \"系统内部异常\"",
                "job_instance_id=1239999 系统内部异常",
                "wrote 1239999 bytes: 系统内部异常",
                "/data/1239999/ 系统内部异常",
                "upload file to saas failed: size 1301300 over quota",
                "job [1239999] done",
            })
    void idsAndQuantitiesStayWhatTheyAre(String line) {
        assertThat(scanner.detect(line)).isEmpty();
    }

    @Test
    void meaningFarAwayIsNoEvidence() {
        String line = "job [1239999] done" + " .".repeat(200) + "系统内部异常";

        assertThat(scanner.detect(line)).isEmpty();
    }

    @Test
    void whatUsersRejectStaysRejected() {
        RuleSet rules = RuleSet.parse("reject our-job listed job \\[<code>\\]", "my.rules")
                .followedBy(RuleSet.builtIn());

        List<Detection> found =
                CodeScanner.create(Catalog.builtIn(), rules, Confidence.LOW).detect("job [1239999] 系统内部异常");

        assertThat(found).isEmpty();
    }

    @Test
    void explanationNamesTheRule() {
        assertThat(scanner.explain("job [1239999] 系统内部异常"))
                .singleElement()
                .satisfies(v -> assertThat(v.rule()).isEqualTo("meaning-beside"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error code 1301002 (db), 1301004 (redis)",
                "“1306201: 请求超时” → 1306001",
                "连续报 1259001 与 1252001，导出任务挂起",
            })
    void listedNumberToldInOneBreathWithACodeIsOneToo(String line) {
        assertThat(scanner.detect(line)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "errorCode=1306201, offset=1304201",
                "errorCode: 1306201 | tpl 1201000",
                "job 1207101: errorCode=1306201",
                "hosts: [1203101 1203102], reply: {\"code\": 1306201}",
                "errcode: 1306201, read 1301200 bytes",
                "错误码：1306201，订阅 1303201 正在执行",
            })
    void numberThatMeansSomethingElseBesideACodeIsNone(String line) {
        assertThat(scanner.detect(line))
                .singleElement()
                .satisfies(d -> assertThat(d.code().token()).isEqualTo("1306201"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%E9%94%99%E8%AF%AF%E7%A0%81%EF%BC%9A1306401",
                "b'\\xe9\\x94\\x99\\xe8\\xaf\\xaf\\xe7\\xa0\\x811306401'",
                "错误代码&nbsp;1306401",
            })
    void textThatIsWrittenByteByByteIsRead(String line) {
        assertThat(scanner.detect(line)).hasSize(1);
    }
}
