package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Precision and recall at the default confidence over labelled lines. The rules were developed while looking at {@code
 * development.tsv}; {@code held-out.tsv} was written without knowing the rules and is only measured.
 */
class AccuracyTest {

    private static final double REQUIRED = 0.99;

    private final CodeScanner scanner = CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM);

    @ParameterizedTest
    @ValueSource(strings = {"development.tsv", "held-out.tsv"})
    void precisionAndRecallAreAtLeastNinetyNinePercent(String corpus) {
        CorpusScore score = CorpusScore.measure(corpus, scanner);
        System.out.println(score.report());

        assertThat(score.precision()).as(() -> "precision: " + score.report()).isGreaterThanOrEqualTo(REQUIRED);
        assertThat(score.recall()).as(() -> "recall: " + score.report()).isGreaterThanOrEqualTo(REQUIRED);
    }

    @Test
    void corpusHoldsSixHundredLinesOfEightSystemsAndAtLeastAsManyTrapsAsCodes() {
        CorpusScore development = CorpusScore.measure("development.tsv", scanner);
        CorpusScore heldOut = CorpusScore.measure("held-out.tsv", scanner);
        int lines = development.lines() + heldOut.lines();
        Set<String> systems = Stream.of("development.tsv", "held-out.tsv")
                .flatMap(file -> LabelledLine.read(file).stream())
                .map(LabelledLine::system)
                .collect(Collectors.toSet());

        assertThat(lines).isGreaterThanOrEqualTo(600);
        assertThat(development.traps() + heldOut.traps()).isGreaterThanOrEqualTo(lines / 2);
        assertThat(systems).hasSizeGreaterThanOrEqualTo(8);
    }
}
