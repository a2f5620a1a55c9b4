package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.Verdict.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    private final CodeScanner scanner = CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM);

    @Test
    void everyCandidateOfALineHasOne() {
        List<Verdict> verdicts = scanner.explain("bk_biz_id=1301002, code=1306201, took 1250001 us");

        assertThat(verdicts).extracting(Verdict::start).containsExactly(10, 24, 38);
        assertThat(verdicts)
                .extracting(Verdict::decision)
                .containsExactly(Decision.NO_CODE, Decision.CODE, Decision.NO_CODE);
        assertThat(verdicts).extracting(Verdict::rule).containsExactly("numbered-key", "error-key", "unit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "code=9712345 => its first two digits are no platform's",
                "v1301002 => part of a longer word or number",
                "1301002f => part of a longer word or number",
                "see 1199014 there => not in the catalog, and no error-code key or word in front of it",
                "state UNKNOWN now => no rule vouches for it",
                "1301002 bytes => a quantity: a unit or a counted thing stands behind it"
            })
    void reasonSaysWhyItIsNoCode(String line, String reason) {
        Verdict verdict = only(scanner, line);

        assertThat(verdict.decision()).isEqualTo(Decision.NO_CODE);
        assertThat(verdict.confidence()).isNull();
        assertThat(verdict.reason().in(Language.EN)).isEqualTo(reason);
    }

    @Test
    void reasonsAreGivenInChineseToo() {
        assertThat(only(scanner, "errorCode=1301002").reason().in(Language.ZH)).isEqualTo("错误码键的值");
    }

    @Test
    void codeBelowTheMinimumIsUnsureAndKeepsItsConfidence() {
        Verdict verdict = only(scanner, "see 1301002 there");

        assertThat(verdict.decision()).isEqualTo(Decision.UNSURE);
        assertThat(verdict.confidence()).isEqualTo(Confidence.LOW);
        assertThat(verdict.rule()).isEqualTo("bare");
    }

    @Test
    void ruleWithoutAReasonShowsItsPattern() {
        RuleSet rules = RuleSet.parse("reject mine any demo <code>", "my.rules").followedBy(RuleSet.builtIn());
        Verdict verdict = only(CodeScanner.create(Catalog.builtIn(), rules, Confidence.LOW), "demo 1301002");

        assertThat(verdict.rule()).isEqualTo("mine");
        assertThat(verdict.reason().in(Language.EN)).isEqualTo("matches demo <code>");
    }

    @Test
    void lineWithoutACandidateHasNone() {
        assertThat(scanner.explain("2025-10-24 15:02:11 took 12345678901 ns, HTTP_PROXY unset"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"development.tsv", "held-out.tsv"})
    void verdictsThatAreCodesAreTheDetections(String corpus) {
        for (LabelledLine line : LabelledLine.read(corpus)) {
            List<String> explained = scanner.explain(line.text()).stream()
                    .filter(verdict -> verdict.decision() == Decision.CODE)
                    .map(verdict -> verdict.start() + "-" + verdict.end() + " " + verdict.rule())
                    .toList();
            List<String> detected = scanner.detect(line.text()).stream()
                    .map(detection -> detection.start() + "-" + detection.end() + " " + detection.rule())
                    .toList();
            assertThat(explained).as(line.text()).isEqualTo(detected);
        }
    }

    private static Verdict only(CodeScanner scanner, String line) {
        List<Verdict> verdicts = scanner.explain(line);
        assertThat(verdicts).hasSize(1);
        return verdicts.get(0);
    }
}
