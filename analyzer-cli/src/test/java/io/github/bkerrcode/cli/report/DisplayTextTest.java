package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTextTest {

    private static final String EMOJI = "\uD83D\uDE00";

    @Test
    void asciiCharactersTakeOneColumn() {
        assertThat(DisplayText.width("job 1250001")).isEqualTo(11);
    }

    @Test
    void chineseCharactersTakeTwoColumns() {
        assertThat(DisplayText.width("作业平台")).isEqualTo(8);
    }

    @Test
    void fullWidthPunctuationTakesTwoColumns() {
        assertThat(DisplayText.width("（），。：")).isEqualTo(10);
    }

    @Test
    void combiningMarksTakeNone() {
        assertThat(DisplayText.width("e\u0301")).isEqualTo(1);
    }

    @Test
    void characterOfTwoCharsIsMeasuredOnce() {
        assertThat(DisplayText.width(EMOJI)).isEqualTo(2);
    }

    @Test
    void paddingCountsColumnsNotCharacters() {
        assertThat(DisplayText.padRight("错误码", 8)).isEqualTo("错误码  ");
        assertThat(DisplayText.padLeft("次数", 6)).isEqualTo("  次数");
    }

    @Test
    void paddingLeavesLongerTextAlone() {
        assertThat(DisplayText.padRight("错误码", 5)).isEqualTo("错误码");
        assertThat(DisplayText.padLeft("错误码", 5)).isEqualTo("错误码");
    }

    @Test
    void escapeSequencesLoseTheirEscape() {
        assertThat(DisplayText.harmless("\u001b[2J\u001b]0;title\u0007 text")).isEqualTo("·[2J·]0;title· text");
    }

    @Test
    void eightBitControlsAreReplaced() {
        assertThat(DisplayText.harmless("\u009b2J \u0085 \u007f")).isEqualTo("·2J · ·");
    }

    @Test
    void nulBytesAreReplaced() {
        assertThat(DisplayText.harmless("a\0b")).isEqualTo("a·b");
    }

    @Test
    void lineBreaksAndTabsBecomeBlanks() {
        assertThat(DisplayText.harmless("a\tb\rc\nd")).isEqualTo("a b c d");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'})
    void charactersThatTurnTheDirectionAreReplaced(char direction) {
        assertThat(DisplayText.harmless("1301002" + direction + "2001031")).isEqualTo("1301002·2001031");
    }

    @Test
    void harmlessTextIsUnchanged() {
        assertThat(DisplayText.harmless("错误码：1306401 é " + EMOJI)).isEqualTo("错误码：1306401 é " + EMOJI);
    }

    @Test
    void textThatFitsIsNotTruncated() {
        assertThat(DisplayText.truncate("错误码", 6)).isEqualTo("错误码");
    }

    @Test
    void truncatedTextEndsWithAnEllipsisAndFits() {
        assertThat(DisplayText.truncate("错误码说明", 7)).isEqualTo("错误码…");
    }

    @Test
    void wideCharacterThatWouldHalfFitIsLeftOut() {
        assertThat(DisplayText.truncate("错误码说明", 6)).isEqualTo("错误…");
    }

    @Test
    void truncationDoesNotCutACharacterOfTwoChars() {
        assertThat(DisplayText.truncate(EMOJI.repeat(3), 4)).isEqualTo(EMOJI + "…");
    }

    @Test
    void wrapBreaksAtBlanks() {
        assertThat(DisplayText.wrap("look at the stack trace", 12)).containsExactly("look at the", "stack trace");
    }

    @Test
    void wrapBreaksBetweenChineseCharacters() {
        assertThat(DisplayText.wrap("数据库操作失败", 6)).containsExactly("数据库", "操作失", "败");
    }

    @Test
    void wrapKeepsClosingPunctuationFromTheBeginningOfALine() {
        assertThat(DisplayText.wrap("数据库，操作", 6)).containsExactly("数据", "库，操", "作");
    }

    @Test
    void wrapCutsAWordThatIsLongerThanTheLine() {
        assertThat(DisplayText.wrap("APIGW_LACK_PARAMS", 10)).containsExactly("APIGW_LACK", "_PARAMS");
    }

    @Test
    void wrapKeepsTextThatFitsExactly() {
        assertThat(DisplayText.wrap("数据库", 6)).containsExactly("数据库");
    }

    @Test
    void wrapOfNothingIsOneEmptyLine() {
        assertThat(DisplayText.wrap("  ", 10)).containsExactly("");
    }
}
