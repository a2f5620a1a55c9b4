package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetReaderTest {

    @Test
    void ruleIsTakenApartAtThePlaceOfTheCode() {
        assertThat(read("high  key  listed  code=<code>;", "my.rules"))
                .containsExactly(new ScanRule(
                        "key",
                        Confidence.HIGH,
                        EnumSet.of(CandidateKind.LISTED, CandidateKind.DESCRIBED, CandidateKind.ACCOMPANIED),
                        "code=",
                        ";",
                        null));
    }

    @Test
    void patternMayHoldBlanks() {
        ScanRule rule = only("high key listed error code <code> seen");

        assertThat(rule.before()).isEqualTo("error code ");
        assertThat(rule.after()).isEqualTo(" seen");
    }

    @Test
    void commentsAndEmptyLinesAreSkipped() {
        assertThat(read("# high a any <code>\n\n   \n  # b\n", "my.rules")).isEmpty();
    }

    @Test
    void rulesKeepTheirOrder() {
        assertThat(read("low b any b<code>\nhigh a any a<code>\nreject c any c<code>", "my.rules"))
                .extracting(ScanRule::name)
                .containsExactly("b", "a", "c");
    }

    @Test
    void linesMayEndAsOnWindows() {
        assertThat(read("high a any a<code>\r\nlow b any b<code>c\r\n", "my.rules"))
                .extracting(ScanRule::after)
                .containsExactly("", "c");
    }

    @ParameterizedTest
    @CsvSource({"high, HIGH", "medium, MEDIUM", "low, LOW"})
    void verdictIsTheConfidence(String verdict, Confidence confidence) {
        assertThat(only(verdict + " a any <code>").confidence()).isEqualTo(confidence);
    }

    @Test
    void rejectingRuleHasNoConfidence() {
        assertThat(only("reject a any <code>").confidence()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "listed LISTED,DESCRIBED,ACCOMPANIED",
                "described DESCRIBED",
                "accompanied ACCOMPANIED",
                "unlisted UNLISTED",
                "flag FLAG",
                "family FAMILY",
                "word WORD",
                "numbers LISTED,DESCRIBED,ACCOMPANIED,UNLISTED",
                "symbols FAMILY,WORD",
                "any LISTED,DESCRIBED,ACCOMPANIED,UNLISTED,FLAG,FAMILY,WORD",
                "listed,word LISTED,DESCRIBED,ACCOMPANIED,WORD",
                "flag,numbers FLAG,LISTED,DESCRIBED,ACCOMPANIED,UNLISTED",
                "any,any LISTED,DESCRIBED,ACCOMPANIED,UNLISTED,FLAG,FAMILY,WORD"
            })
    void kindsAreAListOfNamesAndShorthands(String kinds, String expected) {
        Set<CandidateKind> all = EnumSet.noneOf(CandidateKind.class);
        for (String kind : expected.split(",", -1)) {
            all.add(CandidateKind.valueOf(kind));
        }

        assertThat(only("high a " + kinds + " <code>").kinds()).isEqualTo(all);
    }

    @Test
    void definitionStandsForItsPatternAsAWhole() {
        assertThat(read("let SEP :|=\nhigh a any code{SEP}<code>", "my.rules"))
                .extracting(ScanRule::before)
                .containsExactly("code(?::|=)");
    }

    @Test
    void definitionMayUseThoseAboveIt() {
        assertThat(read("let EQ =\nlet SEP \\s*{EQ}\nhigh a any code{SEP}<code>", "my.rules"))
                .extracting(ScanRule::before)
                .containsExactly("code(?:\\s*(?:=))");
    }

    @Test
    void dollarAndBackslashOfADefinitionAreKept() {
        assertThat(read("let END $|\\d\\$\nhigh a any <code>{END}", "my.rules"))
                .extracting(ScanRule::after)
                .containsExactly("(?:$|\\d\\$)");
    }

    @Test
    void countedRepeatIsNoName() {
        assertThat(only("high a any x{2,3}<code>").before()).isEqualTo("x{2,3}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "high => expected: VERDICT NAME KINDS PATTERN, or: let NAME PATTERN",
                "high key any => expected: VERDICT NAME KINDS PATTERN, or: let NAME PATTERN",
                "let SEP => expected: VERDICT NAME KINDS PATTERN, or: let NAME PATTERN",
                "let sep = => expected: VERDICT NAME KINDS PATTERN, or: let NAME PATTERN",
                "sure key any <code> => unknown verdict [sure], expected high, medium, low or reject",
                "HIGH key any <code> => unknown verdict [HIGH], expected high, medium, low or reject",
                "high key all <code> => unknown kind [all], expected listed, described, accompanied, unlisted, flag, family, word, numbers, symbols or any",
                "high key listed, <code> => unknown kind [], expected listed, described, accompanied, unlisted, flag, family, word, numbers, symbols or any",
                "high key any code= => the pattern must hold <code> exactly once",
                "high key any <code>,<code> => the pattern must hold <code> exactly once",
                "high key any {SEP}<code> => {SEP} is not defined above; add: let SEP PATTERN",
                "let SEP {EQ} => {EQ} is not defined above; add: let EQ PATTERN"
            })
    void lineThatIsNoRuleIsRefusedWithFileLineAndReason(String line, String reason) {
        assertThatThrownBy(() -> read("# head\n\n" + line + "\n", "my.rules"))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessage("my.rules:3: " + reason);
    }

    @Test
    void nameThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> read("high a any x<code>\nlow a any y<code>", "my.rules"))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessage("my.rules:2: rule [a] stands twice; give each rule a name of its own");
    }

    @Test
    void definitionBelowItsUseIsRefused() {
        assertThatThrownBy(() -> read("high a any {EQ}<code>\nlet EQ =", "my.rules"))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessageStartingWith("my.rules:1: {EQ} is not defined above");
    }

    @Test
    void firstOfSeveralBadLinesIsNamed() {
        assertThatThrownBy(() -> read("low a any <code>\nbad\nworse", "my.rules"))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessageStartingWith("my.rules:2: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(code=<code>",
                "code)=<code>",
                "(?:code=<code>|x)",
                "[a<code>",
                "*<code>",
                "<code>\\b",
                "<code>x{65}"
            })
    void patternThatCannotBeParsedIsRefusedWithFileAndLine(String pattern) {
        assertThatThrownBy(() -> read("low a any <code>\nhigh b any " + pattern, "my.rules"))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessageStartingWith("my.rules:2: ");
    }

    @Test
    void builtInRulesAreRead() throws IOException {
        assertThat(read(builtInText(), "builtin.rules"))
                .extracting(ScanRule::name)
                .contains("flag", "error-key", "bare");
    }

    /** A blank at the end of a line is taken for layout, so a pattern that means one has to say {@code \s}. */
    @Test
    void noBuiltInRuleEndsInABlankThatIsLost() throws IOException {
        assertThat(builtInText().lines().filter(line -> !line.equals(line.stripTrailing())))
                .isEmpty();
    }

    private static List<ScanRule> read(String text, String source) {
        return RuleSetReader.read(text, source, RuleSetReaderTest::parsed);
    }

    private static ScanRule parsed(ScanRule rule) {
        PatternParser.parse(rule.before());
        PatternParser.parse(rule.after());
        return rule;
    }

    private static ScanRule only(String line) {
        return read(line, "my.rules").get(0);
    }

    private static String builtInText() throws IOException {
        try (InputStream in = Objects.requireNonNull(RuleSet.class.getResourceAsStream("builtin.rules"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
