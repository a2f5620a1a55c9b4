package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternParserTest {

    private static final PatternNode A = new PatternNode.Chars(CharSet.of('a', 'a'));
    private static final PatternNode B = new PatternNode.Chars(CharSet.of('b', 'b'));
    private static final PatternNode C = new PatternNode.Chars(CharSet.of('c', 'c'));

    @Test
    void emptyPatternIsNothing() {
        assertThat(PatternParser.parse("")).isEqualTo(PatternNode.EMPTY);
    }

    @Test
    void charactersFollowEachOther() {
        assertThat(PatternParser.parse("ab")).isEqualTo(new PatternNode.Sequence(List.of(A, B)));
    }

    @Test
    void choiceBindsWeakerThanSequence() {
        assertThat(PatternParser.parse("ab|c"))
                .isEqualTo(new PatternNode.Choice(List.of(new PatternNode.Sequence(List.of(A, B)), C)));
    }

    @Test
    void optionMayBeEmpty() {
        assertThat(PatternParser.parse("a|")).isEqualTo(new PatternNode.Choice(List.of(A, PatternNode.EMPTY)));
    }

    @Test
    void repeatBindsStrongerThanSequence() {
        assertThat(PatternParser.parse("ab*"))
                .isEqualTo(new PatternNode.Sequence(
                        List.of(A, new PatternNode.Repeat(B, 0, PatternNode.Repeat.UNBOUNDED))));
    }

    @ParameterizedTest
    @CsvSource({
        "a?, 0, 1",
        "a*, 0, -1",
        "a+, 1, -1",
        "'a{3}', 3, 3",
        "'a{2,5}', 2, 5",
        "'a{2,}', 2, -1",
        "'a{0,64}', 0, 64"
    })
    void repeatHasMinimumAndMaximum(String pattern, int min, int max) {
        assertThat(PatternParser.parse(pattern)).isEqualTo(new PatternNode.Repeat(A, min, max));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a|b)c", "(?:a|b)c"})
    void groupIsOneThing(String pattern) {
        assertThat(PatternParser.parse(pattern))
                .isEqualTo(new PatternNode.Sequence(List.of(new PatternNode.Choice(List.of(A, B)), C)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"^", "$"})
    void anchorIsTheEdge(String pattern) {
        assertThat(PatternParser.parse(pattern)).isEqualTo(new PatternNode.Edge());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "\\d 0189 a_-",
                "\\w aZ0_ -.é",
                "\\D a_- 059",
                "\\W -.é aZ0_",
                "\\S a-é ' '",
                "[abc] abc dA-",
                "[a-c] abc `d-",
                "[^a-c] `d-Aé abc",
                "[a-] a- bc",
                "[-a] a- bc",
                "[]a] ]a b[",
                "[^]a] b[ ]a",
                "[a-c-e] abc-e d",
                "[\\d_] 09_ a-",
                "[\\]\\\\] ]\\ [a",
                "[.*+?(){}|$^] .*+?(){}|$^ a\\",
                "[一-鿿] 一错鿿 a。",
                "\\. . a",
                "\\\\ \\ a",
                "(?i:a) aA bB",
                "(?i:[a-c]) abcABC dD"
            })
    void classHoldsItsCharactersAndNoOthers(String pattern, String inside, String outside) {
        PatternNode node = PatternParser.parse(pattern);

        assertThat(inside.chars()).allMatch(c -> contains(node, c));
        assertThat(outside.chars()).noneMatch(c -> contains(node, c));
    }

    @Test
    void blanksAreTheAsciiOnes() {
        PatternNode node = PatternParser.parse("\\s");

        assertThat(" \t\n\f\r".chars()).allMatch(c -> contains(node, c));
        assertThat("a\u00a0\u3000".chars()).noneMatch(c -> contains(node, c));
    }

    @Test
    void dotIsAnyCharacter() {
        PatternNode node = PatternParser.parse(".");

        assertThat("a.错\u0000\uffff".chars()).allMatch(c -> contains(node, c));
    }

    @Test
    void classWithoutCaseHoldsNeitherCaseOfWhatItExcludes() {
        PatternNode node = PatternParser.parse("(?i:[^a])");

        assertThat("bB1".chars()).allMatch(c -> contains(node, c));
        assertThat("aA".chars()).noneMatch(c -> contains(node, c));
    }

    @Test
    void rangeMayEndInAnEscapedCharacter() {
        PatternNode node = PatternParser.parse("[+-\\-]");

        assertThat("+,-".chars()).allMatch(c -> contains(node, c));
        assertThat("*.0A\\".chars()).noneMatch(c -> contains(node, c));
    }

    @Test
    void rangeMayBeginWithAnEscapedCharacter() {
        PatternNode node = PatternParser.parse("[\\+-9]");

        assertThat("+,-./059".chars()).allMatch(c -> contains(node, c));
        assertThat("*:".chars()).noneMatch(c -> contains(node, c));
    }

    @Test
    void caseIsIgnoredInsideItsGroupOnly() {
        assertThat(PatternParser.parse("(?i:(b))a"))
                .isEqualTo(new PatternNode.Sequence(
                        List.of(new PatternNode.Chars(CharSet.of('B', 'B').union(CharSet.of('b', 'b'))), A)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "a) => unexpected ')' at column 2 of a)",
                "ab)c) => unexpected ')' at column 3 of ab)c)",
                "(ab => expected ')' at column 4 of (ab",
                "(?a) => expected ':' at column 3 of (?a)",
                "(?iab) => expected ':' at column 4 of (?iab)",
                "(?P<x>a) => expected ':' at column 3 of (?P<x>a)",
                "a\\ => the pattern ends too early at column 3 of a\\",
                "[ab => the pattern ends too early at column 4 of [ab",
                "[^ => the pattern ends too early at column 3 of [^",
                "a{ => expected a number of at most 64 at column 3 of a{",
                "a{x} => expected a number of at most 64 at column 3 of a{x}",
                "a{,3} => expected a number of at most 64 at column 3 of a{,3}",
                "a{2 => expected '}' at column 4 of a{2",
                "a{2,3 => expected '}' at column 6 of a{2,3"
            })
    void wrongSyntaxIsRefusedWithTheColumnWhereItIs(String pattern, String message) {
        assertThatThrownBy(() -> PatternParser.parse(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "+", "?", "{2}", "]", "}"})
    void operatorWithNothingToApplyToIsNamedWithItsColumn(String operator) {
        assertThatThrownBy(() -> PatternParser.parse("a|" + operator))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + operator.charAt(0) + "' has nothing to apply to")
                .hasMessageContaining(" at column 3 of ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "a{65} => repeat of 65 exceeds the maximum of 64",
                "a{1,999} => repeat of 999 exceeds the maximum of 64",
                "a{3,2} => repeat {3,2} is empty",
                "[b-a] => range b-a is empty",
                "\\b => escape \\b is not supported here",
                "\\pL => escape \\p is not supported here",
                "\\1 => escape \\1 is not supported here",
                "[\\b] => escape \\b is not supported here"
            })
    void whatIsNotSupportedIsRefusedWithTheReason(String pattern, String reason) {
        assertThatThrownBy(() -> PatternParser.parse(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(reason + " at column ")
                .hasMessageEndingWith(" of " + pattern);
    }

    /** RE2 refuses them, except those that end in a question mark: they are lazy there, not repeated twice. */
    @ParameterizedTest
    @ValueSource(strings = {"a**", "a+*", "a*+", "a++", "a{2}*", "a{2}{3}"})
    void repeatOfARepeatIsRefused(String pattern) {
        assertThatThrownBy(() -> PatternParser.parse(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    /** To RE2, {@code a-\d} is no range. */
    @Test
    void rangeThatEndsInAClassIsRefused() {
        assertThatThrownBy(() -> PatternParser.parse("[A-\\d]")).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean contains(PatternNode node, int c) {
        return ((PatternNode.Chars) node).set().contains(c);
    }
}
