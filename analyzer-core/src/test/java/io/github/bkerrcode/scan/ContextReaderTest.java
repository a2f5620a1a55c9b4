package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "code=", "a.b-c_d [x] (y) {z} <v> 'q' \"r\" ~!@#$^*+|;:,?", "100% sure & safe", "错误码"})
    void plainTextIsReadAsItIs(String text) {
        assertThat(after(text)).isEqualTo(text);
        assertThat(before(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\"", "\\\\\"", "\\\\\\\"", "\\\\\\\\\\\\\\\""})
    void escapedQuoteIsAQuoteAtAnyDepth(String escaped) {
        assertThat(after("code" + escaped + ":")).isEqualTo("code\":");
        assertThat(before("code" + escaped + ":")).isEqualTo("code\":");
    }

    @ParameterizedTest
    @CsvSource({"\\/, /", "\\\\\\/, /"})
    void escapedSlashIsASlash(String escaped, String slash) {
        assertThat(after("a" + escaped + "b")).isEqualTo("a" + slash + "b");
        assertThat(before("a" + escaped + "b")).isEqualTo("a" + slash + "b");
    }

    @Test
    void escapedApostropheIsAnApostrophe() {
        assertThat(after("{\\'code\\':")).isEqualTo("{'code':");
        assertThat(before("{\\'code\\':")).isEqualTo("{'code':");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\\\n", "\\\\\\\\n"})
    void escapedLineBreakIsALineBreakAtAnyDepth(String escaped) {
        assertThat(after(":" + escaped + "code")).isEqualTo(":\ncode");
        assertThat(before(":" + escaped + "code")).isEqualTo(":\ncode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\r", "\\t", "\\\\r", "\\\\\\\\t"})
    void escapedTabIsABlankAtAnyDepth(String escaped) {
        assertThat(after(":" + escaped + "code")).isEqualTo(": code");
        assertThat(before(":" + escaped + "code")).isEqualTo(": code");
    }

    @ParameterizedTest
    @CsvSource({
        "\\xe9\\x94\\x99, 错",
        "\\xE9\\x94\\x99, 错",
        "\\\\xe9\\\\x94\\\\x99, 错",
        "%E9%94%99, 错",
        "%e9%94%99, 错",
        "%EF%BC%9A, :",
        "\\xef\\xbc\\x88, (",
    })
    void characterWrittenByteByByteIsReadAsOne(String escaped, String character) {
        assertThat(after("a" + escaped + "b")).isEqualTo("a" + character + "b");
        assertThat(before("a" + escaped + "b")).isEqualTo("a" + character + "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%E9%94", "%94%99", "%E9%94%", "%E9%94x9", "%", "%E9"})
    void bytesThatAreNoWholeCharacterDoNotStopReading(String cut) {
        assertThat(after(cut + "错")).endsWith("错");
        assertThat(before("错" + cut)).startsWith("错");
    }

    @Test
    void lettersThatOnlyLookLikeAnEscapeStayLetters() {
        assertThat(after("return nxu003c")).isEqualTo("return nxu003c");
        assertThat(before("return nxu003c")).isEqualTo("return nxu003c");
    }

    @ParameterizedTest
    @CsvSource({
        "\\u003c, <",
        "\\u003C, <",
        "\\\\u003c, <",
        "\\\\\\\\u003c, <",
        "\\u0022, '\"'",
        "\\u9519, 错",
        "\\uff1a, :",
        "\\uFF08, (",
        "\\u3010, [",
        "\\u000a, ' '"
    })
    void jsonEscapeIsItsCharacter(String escaped, String character) {
        assertThat(after("/" + escaped + "code")).isEqualTo("/" + character + "code");
        assertThat(before("/" + escaped + "code")).isEqualTo("/" + character + "code");
    }

    @ParameterizedTest
    @CsvSource({"\\x3c, <", "\\x3C, <", "\\\\x3c, <", "\\x22, '\"'", "\\x0a, ' '"})
    void pythonEscapeIsItsCharacter(String escaped, String character) {
        assertThat(before("/" + escaped + "code")).isEqualTo("/" + character + "code");
        assertThat(after("/" + escaped + "code")).isEqualTo("/" + character + "code");
    }

    @ParameterizedTest
    @CsvSource({"%3C, <", "%3c, <", "%22, '\"'", "%3A, :", "%20, ' '", "%7E, ~", "%25, %"})
    void percentEscapeIsItsCharacter(String escaped, String character) {
        assertThat(after("code" + escaped + "x")).isEqualTo("code" + character + "x");
        assertThat(before("code" + escaped + "x")).isEqualTo("code" + character + "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%E4%BD", "%0A", "%7F", "%", "%3", "%3G", "%G3"})
    void percentThatEscapesNoPrintableAsciiStaysAPercent(String text) {
        assertThat(after(text)).isEqualTo(text);
        assertThat(before(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"&lt;, <", "&gt;, >", "&amp;, &", "&quot;, '\"'", "&apos;, ''''", "&#34;, '\"'", "&#39;, ''''"})
    void entityIsItsCharacter(String entity, String character) {
        assertThat(after("code" + entity + "x")).isEqualTo("code" + character + "x");
        assertThat(before("code" + entity + "x")).isEqualTo("code" + character + "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "&lt", "&hellip;", "&LT;", "a=1&b=2;", ";"})
    void otherAmpersandsStayAsTheyAre(String text) {
        assertThat(after(text)).isEqualTo(text);
        assertThat(before(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "（１３）：＝, (13):=",
        "ｃｏｄｅ！～, code!~",
        "【】〔〕「」『』〖〗, [][][][][]",
        "《》〈〉, <><>",
        "“”„, '\"\"\"'",
        "‘’, ''''''",
        "–—−, ---"
    })
    void fullWidthAndTypographicCharactersAreTheirAsciiRelatives(String text, String ascii) {
        assertThat(after(text)).isEqualTo(ascii);
        assertThat(before(text)).isEqualTo(ascii);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u3000", "\u00a0", "\u200b", "\ufeff"})
    void otherBlanksAreBlanks(String blank) {
        assertThat(after("码" + blank + ":")).isEqualTo("码 :");
        assertThat(before("码" + blank + ":")).isEqualTo("码 :");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\t", "\n", "\r", "\u001b", "\u001f", "\u007f", "\u0085"})
    void controlCharactersAreBlanks(String control) {
        assertThat(after("a" + control + "b")).isEqualTo("a b");
        assertThat(before("a" + control + "b")).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[31m",
                "\u001b[m",
                "\u001b[0m",
                "\u001b[1;31;40m",
                "\u001b[0m\u001b[1m",
                "\\u001b[31m",
                "\\u001B[31m",
                "\\\\u001b[31m",
                "\\x1b[31m",
                "\\x1B[0m",
                "\\033[0m",
                "\\e[0m",
                "\\\\e[0m\u001b[31m"
            })
    void coloursAreLeftOut(String colour) {
        assertThat(after("(" + colour + ":")).isEqualTo("(:");
        assertThat(before("(" + colour + ":")).isEqualTo("(:");
    }

    @ParameterizedTest
    @CsvSource({"[31m, [31m", "'\u001b[31', ' [31'", "'\u001b[31x', ' [31x'", "'\u001bm', ' m'", "m, m", "[m, [m"})
    void whatOnlyLooksLikeAColourIsText(String text, String read) {
        assertThat(after("(" + text)).isEqualTo("(" + read);
        assertThat(before("(" + text)).isEqualTo("(" + read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\u", "\\u00", "\\u003", "\\uzzzz", "\\x", "\\x3", "\\q", "\\d"})
    void backslashThatEscapesNothingStandsForItself(String text) {
        assertThat(after(text)).isEqualTo(text);
        assertThat(before(text)).isEqualTo(text);
    }

    @Test
    void layersAreTakenOffTogether() {
        String line = "\u001b[31m{\\\\\\\"code\\\\\\\"\\uff1a\\t%22";

        assertThat(before(line)).isEqualTo("{\"code\": \"");
        assertThat(after(line)).isEqualTo("{\"code\": \"");
    }

    @Test
    void readingStopsAtTheEdges() {
        assertThat(ContextReader.character(ContextReader.before("x", 0))).isEqualTo(EvidenceAutomaton.EDGE);
        assertThat(ContextReader.character(ContextReader.after("x", 1))).isEqualTo(EvidenceAutomaton.EDGE);
    }

    @Test
    void edgeBehindAColourIsStillTheEdge() {
        assertThat(ContextReader.character(ContextReader.before("\u001b[31m", 5)))
                .isEqualTo(EvidenceAutomaton.EDGE);
        assertThat(ContextReader.character(ContextReader.after("\u001b[31m", 0)))
                .isEqualTo(EvidenceAutomaton.EDGE);
    }

    @Test
    void lastCharacterThereIsIsNotTakenForTheEdge() {
        assertThat(ContextReader.character(ContextReader.after("\uffff", 0))).isEqualTo(0xffff);
        assertThat(ContextReader.character(ContextReader.before("\uffff", 1))).isEqualTo(0xffff);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\u001b[31m", "\\u001b[0m"})
    void stepNeverGoesFurtherThanTheContext(String layer) {
        String text = "(" + layer.repeat(1_000) + "\"";

        assertThat(ContextReader.position(ContextReader.after(text, 1))).isLessThanOrEqualTo(1 + CodeScanner.CONTEXT);
        int end = text.length() - 1;
        assertThat(ContextReader.position(ContextReader.before(text, end)))
                .isGreaterThanOrEqualTo(end - CodeScanner.CONTEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "1306201, 0, 0",
        "'[1306201', 1, 1",
        "错1306201, 1, 1",
        "\\uff081306201, 4, 6",
        "\\uFF081306201, 2, 6",
        "\\u8d251306201, 4, 6",
        "\\\\u003a1306201, 7, 7",
        "\\x3c1306201, 4, 4",
        "\\x3A1306201, 2, 4",
        "%3A1306201, 1, 3",
        "%3a1306201, 3, 3",
        "%201306201, 1, 3",
        "%1306201, 1, 1",
        "\\n1306201, 2, 2",
        "\\\\t1306201, 3, 3",
        "'\u001b[31m1306201', 5, 5",
        "\\u001b[0m1306201, 9, 9",
        "\\e[31m1306201, 6, 6"
    })
    void tokenBeginsBehindTheEscapeItTouches(String text, int runStart, int tokenStart) {
        assertThat(ContextReader.tokenStart(text, runStart)).isEqualTo(tokenStart);
    }

    @ParameterizedTest
    @CsvSource({"x1306201, 1", "cn1306201, 2", "nm1306201, 2", "[31m1306201, 4", "u1306201, 1", "dead1306201, 4"})
    void tokenGluedToAWordIsNone(String text, int runStart) {
        assertThat(ContextReader.tokenStart(text, runStart)).isEqualTo(-1);
    }

    private static String after(String text) {
        StringBuilder read = new StringBuilder();
        long step = ContextReader.after(text, 0);
        while (ContextReader.character(step) != EvidenceAutomaton.EDGE) {
            read.append((char) ContextReader.character(step));
            step = ContextReader.after(text, ContextReader.position(step));
        }
        return read.toString();
    }

    private static String before(String text) {
        StringBuilder read = new StringBuilder();
        long step = ContextReader.before(text, text.length());
        while (ContextReader.character(step) != EvidenceAutomaton.EDGE) {
            read.append((char) ContextReader.character(step));
            step = ContextReader.before(text, ContextReader.position(step));
        }
        return read.reverse().toString();
    }
}
