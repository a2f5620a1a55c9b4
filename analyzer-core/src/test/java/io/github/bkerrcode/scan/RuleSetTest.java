package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetTest {

    @ParameterizedTest
    @CsvSource({
        "'errorCode=1199014, took 1301002 ms', 1199014",
        "'the answer is 1301002, APIGW_LACK_PARAMS', 1301002 APIGW_LACK_PARAMS",
        "'nothing but 1301002', ''"
    })
    void rulesMadeReadyDecideAsTheyDoOtherwise(String line, String codes) {
        RuleSet rules =
                RuleSet.parse("high mine listed answer is <code>", "mine.rules").followedBy(RuleSet.builtIn());
        rules.prepare();
        rules.prepare();

        assertThat(CodeScanner.create(Catalog.builtIn(), rules, Confidence.MEDIUM)
                        .detect(line))
                .extracting(detection -> detection.code().token())
                .containsExactly(codes.isEmpty() ? new String[0] : codes.split(" ", -1));
    }
}
