package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkerrcode.catalog.Catalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserRulesTest {

    @Test
    void acceptsWhatTheBuiltInRulesReject() {
        assertThat(tokens("", "ticket #1301002")).isEmpty();
        assertThat(tokens("high our-ticket listed ticket #<code>", "ticket #1301002"))
                .containsExactly("1301002");
    }

    @Test
    void rejectsWhatTheBuiltInRulesAccept() {
        assertThat(tokens("", "code=1301002 (demo)")).containsExactly("1301002");
        assertThat(tokens("reject demo any <code> \\(demo\\)", "code=1301002 (demo)"))
                .isEmpty();
    }

    @Test
    void leavesToTheBuiltInRulesWhatItDoesNotSpeakOf() {
        String rules = "reject demo any <code> \\(demo\\)";

        assertThat(tokens(rules, "code=1301002, bk_biz_id=1301004")).containsExactly("1301002");
    }

    @Test
    void firstOfItsRulesDecides() {
        String accept = "high a listed ticket #<code>\n";
        String reject = "reject b listed #<code>\n";

        assertThat(tokens(accept + reject, "ticket #1301002")).containsExactly("1301002");
        assertThat(tokens(reject + accept, "ticket #1301002")).isEmpty();
    }

    @Test
    void ownRulesOfOneFileDecideBeforeThoseOfTheNext() {
        RuleSet first = RuleSet.parse("high a listed ticket #<code>", "a.rules");
        RuleSet second = RuleSet.parse("reject b listed #<code>", "b.rules");

        assertThat(tokens(first.followedBy(second).followedBy(RuleSet.builtIn()), "ticket #1301002"))
                .containsExactly("1301002");
        assertThat(tokens(second.followedBy(first).followedBy(RuleSet.builtIn()), "ticket #1301002"))
                .isEmpty();
    }

    @Test
    void haveTheWholeSyntaxOfRe2() {
        assertThat(tokens("high a listed \\p{Han}+\\b.{0,1000}?<code>\\B", "票 x 1301002"))
                .isEmpty();
        assertThat(tokens("high a listed (?P<what>\\p{Han}{1,100}) [[:alpha:]] <code>$", "票 x 1301002"))
                .containsExactly("1301002");
    }

    @Test
    void anchorsMeanTheEdgesOfTheLine() {
        String rules = "high whole listed ^id <code>$";

        assertThat(tokens(rules, "id 1301002")).containsExactly("1301002");
        assertThat(tokens(rules, "an id 1301002")).isEmpty();
        assertThat(tokens(rules, "id 1301002 of")).isEmpty();
    }

    @Test
    void placeWhereLongTextIsCutIsNoEdgeOfTheLine() {
        String far = "x".repeat(CodeScanner.CONTEXT);

        assertThat(tokens("high whole listed ^x+ <code>", far + " 1301002")).isEmpty();
        assertThat(tokens("high whole listed <code> x+$", "id 1301002 " + far)).isEmpty();
    }

    @Test
    void patternsSeeTheTextAsItsWriterMeantIt() {
        assertThat(tokens("high a listed \"id\":\"<code>\"", "{\\\"id\\\":\\\"1301002\\\"}"))
                .containsExactly("1301002");
        assertThat(tokens("high a listed 编号\\(<code>\\)", "编号（1301002）")).containsExactly("1301002");
    }

    @Test
    void definitionsOfTheFileCanBeUsed() {
        assertThat(tokens("let SIGN [#@]\nhigh a listed ticket {SIGN}<code>", "ticket @1301002"))
                .containsExactly("1301002");
    }

    @Test
    void numbersOfNoPlatformAreNoCodesWhateverARuleSays() {
        assertThat(tokens("high a any <code>", "code=9712345")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "high mine any code(<code> => rule [mine]: missing closing ) [code(] at column 1 of code(",
                "high mine any id <code>[a => rule [mine]: missing closing ] [[a] at column 1 of [a",
                "high mine any x <code> y{2000} => rule [mine]: invalid repeat count [{2000}] at column 3 of  y{2000}",
                "high mine any (?=x)<code> => rule [mine]: invalid or unsupported Perl syntax [(?=] at column 1 of (?=x)",
                "maybe mine any <code> => unknown verdict [maybe], expected high, medium, low or reject"
            })
    void mistakeIsRefusedWithFileLineRuleAndPlace(String line, String reason) {
        assertThatThrownBy(() -> RuleSet.parse("# ours\n" + line, "my.rules"))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessageStartingWith("my.rules:2: " + reason);
    }

    private static List<String> tokens(String rules, String line) {
        return tokens(RuleSet.parse(rules, "my.rules").followedBy(RuleSet.builtIn()), line);
    }

    private static List<String> tokens(RuleSet rules, String line) {
        return CodeScanner.create(Catalog.builtIn(), rules, Confidence.MEDIUM).detect(line).stream()
                .map(detection -> detection.code().token())
                .toList();
    }
}
