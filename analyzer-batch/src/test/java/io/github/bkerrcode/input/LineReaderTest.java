package io.github.bkerrcode.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void lineFeedEndsALine() throws IOException {
        assertThat(lines("one\ntwo\n")).containsExactly("one", "two");
    }

    @Test
    void carriageReturnBeforeTheLineFeedBelongsToTheLineBreak() throws IOException {
        assertThat(lines("one\r\ntwo\r\n")).containsExactly("one", "two");
    }

    @Test
    void loneCarriageReturnDoesNotEndTheLine() throws IOException {
        assertThat(lines("10%\r20%\rdone\nnext\n")).containsExactly("10%\r20%\rdone", "next");
    }

    @Test
    void onlyTheLastOfSeveralCarriageReturnsBelongsToTheLineBreak() throws IOException {
        assertThat(lines("one\r\r\n")).containsExactly("one\r");
    }

    @Test
    void lastLineNeedsNoLineFeed() throws IOException {
        assertThat(lines("one\ntwo")).containsExactly("one", "two");
    }

    @Test
    void emptyLinesAreLines() throws IOException {
        assertThat(lines("\n\r\n\nfour")).containsExactly("", "", "", "four");
    }

    @Test
    void emptyFileHasNoLines() throws IOException {
        LineReader reader = open("");
        assertThat(reader.next()).isFalse();
        assertThat(reader.lineNumber()).isZero();
        assertThat(reader.bytesRead()).isZero();
    }

    @Test
    void endOfStreamStaysTheEnd() throws IOException {
        LineReader reader = open("one\n");
        assertThat(reader.next()).isTrue();
        assertThat(reader.next()).isFalse();
        assertThat(reader.next()).isFalse();
        assertThat(reader.lineNumber()).isEqualTo(1);
    }

    @Test
    void linesAreNumberedFromOne() throws IOException {
        LineReader reader = open("one\n\nthree");
        List<Long> numbers = new ArrayList<>();
        while (reader.next()) {
            numbers.add(reader.lineNumber());
        }
        assertThat(numbers).containsExactly(1L, 2L, 3L);
    }

    @Test
    void bytesAreCountedWithTheirLineBreaks() throws IOException {
        LineReader reader = open("one\r\n中文\nend");
        reader.next();
        assertThat(reader.bytesRead()).isEqualTo(5);
        reader.next();
        assertThat(reader.bytesRead()).isEqualTo(12);
        reader.next();
        assertThat(reader.bytesRead()).isEqualTo(15);
        assertThat(reader.next()).isFalse();
        assertThat(reader.bytesRead()).isEqualTo(15);
    }

    @Test
    void cuttingDoesNotDependOnHowMuchEachReadGives() throws IOException {
        String text = "first\r\n中文 second\n\nlast";
        LineReader reader = LineReader.open(new Drops(text.getBytes(UTF_8)), UTF_8);
        assertThat(remaining(reader)).containsExactly("first", "中文 second", "", "last");
    }

    @Test
    void linesAcrossBlocksStayWhole() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            expected.add("line " + i + " 错误码 " + "x".repeat(i % 60));
        }
        assertThat(lines(String.join("\n", expected))).isEqualTo(expected);
    }

    @Test
    void textBehindAHoleOfNulBytesIsRead() throws IOException {
        String text = "ERROR errorCode=1301002\n".repeat(10);
        assertThat(lines("\0".repeat(100_000) + "\n" + text))
                .endsWith("ERROR errorCode=1301002")
                .hasSize(11);
    }

    @Test
    void holeOfNulBytesIsNoUtf16HoweverLargeItsShare() throws IOException {
        String text = "2025-10-24 15:02:11 ERROR errorCode=1301002\n".repeat(10);
        assertThat(lines("\0".repeat(text.length()) + "\n" + text)).hasSize(11);
    }

    @Test
    void utf16WithoutByteOrderMarkIsRefusedWithTheOptionThatHelps() {
        byte[] bytes = "2025-10-24 15:02:11 ERROR errorCode=1301002\n".getBytes(StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> LineReader.open(new ByteArrayInputStream(bytes), UTF_8))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--charset UTF-16LE");
    }

    @Test
    void invalidUtf8IsMarkedAndTheRestOfTheLineKept() throws IOException {
        byte[] bytes = bytes("errorCode=1301002 ", new byte[] {(byte) 0xC4, (byte) 0xE3}, " end\nfine\n");
        LineReader reader = LineReader.open(new ByteArrayInputStream(bytes), UTF_8);
        reader.next();
        assertThat(reader.isMalformed()).isTrue();
        assertThat(reader.text().content())
                .startsWith("errorCode=1301002 \uFFFD")
                .endsWith(" end");
        reader.next();
        assertThat(reader.isMalformed()).isFalse();
        assertThat(reader.text().content()).isEqualTo("fine");
    }

    @Test
    void validChineseIsNotMalformed() throws IOException {
        LineReader reader = open("错误码：1306401\n");
        reader.next();
        assertThat(reader.isMalformed()).isFalse();
    }

    @Test
    void loggedReplacementCharacterIsNotMalformed() throws IOException {
        LineReader reader = open("broken before it was logged: \uFFFD\n");
        reader.next();
        assertThat(reader.isMalformed()).isFalse();
    }

    @Test
    void utf8ByteOrderMarkIsNoText() throws IOException {
        assertThat(lines("\uFEFF错误码 1301002\n")).containsExactly("错误码 1301002");
    }

    @Test
    void utf8ByteOrderMarkOverrulesTheCharset() throws IOException {
        byte[] bytes = "\uFEFF错误码 1301002\n".getBytes(UTF_8);
        assertThat(lines(bytes, GBK)).containsExactly("错误码 1301002");
    }

    @Test
    void utf16LittleEndianIsRecognizedByItsMark() throws IOException {
        byte[] bytes = "\uFEFF错误码 1301002\r\n第二行\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(lines(bytes, UTF_8)).containsExactly("错误码 1301002", "第二行");
    }

    @Test
    void utf16BigEndianIsRecognizedByItsMark() throws IOException {
        byte[] bytes = "\uFEFF错误码 1301002\r\n第二行\n".getBytes(StandardCharsets.UTF_16BE);
        assertThat(lines(bytes, UTF_8)).containsExactly("错误码 1301002", "第二行");
    }

    @Test
    void charactersOutsideTheBasicPlaneSurviveUtf16() throws IOException {
        String emoji = "\uD83D\uDE00";
        byte[] bytes = ("\uFEFF" + emoji.repeat(20_000) + "\nend\n").getBytes(StandardCharsets.UTF_16LE);
        assertThat(lines(bytes, UTF_8)).containsExactly(emoji.repeat(20_000), "end");
    }

    @Test
    void gbkIsReadWhenTold() throws IOException {
        byte[] bytes = "错误码 1301002\n第二行\n".getBytes(GBK);
        assertThat(lines(bytes, GBK)).containsExactly("错误码 1301002", "第二行");
    }

    @Test
    void validGbkIsNotMalformedWhenTold() throws IOException {
        LineReader reader = LineReader.open(new ByteArrayInputStream("错误码\n".getBytes(GBK)), GBK);
        reader.next();
        assertThat(reader.isMalformed()).isFalse();
    }

    @Test
    void binaryDataIsRefused() {
        byte[] bytes = new byte[10_000];
        new Random(11).nextBytes(bytes);
        assertThatThrownBy(() -> LineReader.open(new ByteArrayInputStream(bytes), UTF_8))
                .isInstanceOf(InputException.class)
                .hasMessage("binary data, not a log; skipped");
    }

    @Test
    void colourSequencesDoNotMakeALogBinary() throws IOException {
        String line = "\u001b[31mERROR\u001b[0m \u001b[1merrorCode=1301002\u001b[0m";
        assertThat(lines((line + "\n").repeat(3))).containsExactly(line, line, line);
    }

    @Test
    void hugeLineComesInPiecesOfBoundedSize() throws IOException {
        long length = 50L * 1024 * 1024;
        LineReader reader = LineReader.open(new Endless(length), UTF_8);
        long characters = 0;
        int longest = 0;
        while (reader.next()) {
            LineReader.Text piece = reader.text();
            assertThat(reader.charactersBefore()).isEqualTo(characters);
            characters += piece.to() - piece.from();
            longest = Math.max(longest, piece.content().length());
        }
        assertThat(characters).isEqualTo(length);
        assertThat(longest).isLessThanOrEqualTo(LineReader.MAX_PIECE + 2 * LineReader.OVERLAP);
        assertThat(reader.lineNumber()).isEqualTo(1);
        assertThat(reader.bytesRead()).isEqualTo(length);
    }

    @Test
    void piecesOfALineSayHowTheyHangTogether() throws IOException {
        LineReader reader = LineReader.open(new Endless(LineReader.MAX_PIECE * 2L), UTF_8);
        reader.next();
        assertThat(reader.isContinued()).isFalse();
        assertThat(reader.goesOn()).isTrue();
        while (reader.goesOn()) {
            reader.next();
            assertThat(reader.isContinued()).isTrue();
        }
        assertThat(reader.next()).isFalse();
    }

    @Test
    void lineBehindAHugeOneIsWhole() throws IOException {
        String huge = "错误 ".repeat(LineReader.MAX_PIECE);
        LineReader reader = open(huge + "\nnext\n");
        StringBuilder pieces = new StringBuilder();
        while (reader.next() && reader.lineNumber() == 1) {
            LineReader.Text piece = reader.text();
            pieces.append(piece.content(), piece.from(), piece.to());
        }
        assertThat(pieces.toString().equals(huge))
                .as("the pieces together are the line")
                .isTrue();
        assertThat(reader.isContinued()).isFalse();
        assertThat(reader.text().content()).isEqualTo("next");
    }

    @Test
    void hugeLineWithoutBlanksIsNotCutInsideACharacter() throws IOException {
        LineReader reader = open("错".repeat(LineReader.MAX_PIECE));
        while (reader.next()) {
            LineReader.Text piece = reader.text();
            assertThat(piece.content().substring(piece.from(), piece.to()).indexOf('\uFFFD'))
                    .as("replacement character in piece")
                    .isEqualTo(-1);
        }
    }

    @Test
    void longestLinePromisedWholeIsWhole() throws IOException {
        assertThat(lines("x".repeat(LineReader.MAX_PIECE) + "\nnext"))
                .extracting(String::length)
                .containsExactly(LineReader.MAX_PIECE, 4);
    }

    @Test
    void linesInWhichNothingIsFoundAreCountedAndLeftOut() throws IOException {
        LineReader reader = open("one\ntwo x\r\nthree\nfour x\n");
        List<String> found = new ArrayList<>();
        while (reader.next(LineReaderTest::findX)) {
            found.add(reader.lineNumber() + " " + reader.text().content());
        }
        assertThat(found).containsExactly("2 two x", "4 four x");
        assertThat(reader.lineNumber()).isEqualTo(4);
        assertThat(reader.bytesRead()).isEqualTo(24);
    }

    @Test
    void linesAfterTheLastOneFoundAreCountedToo() throws IOException {
        LineReader reader = open("x\n" + "-\n".repeat(1_000_000));
        assertThat(reader.next(LineReaderTest::findX)).isTrue();
        assertThat(reader.next(LineReaderTest::findX)).isFalse();
        assertThat(reader.lineNumber()).isEqualTo(1_000_001);
        assertThat(reader.bytesRead()).isEqualTo(2_000_002);
    }

    private static int findX(byte[] block, int from, int to) {
        for (int i = from; i < to; i++) {
            if (block[i] == 'x') {
                return i;
            }
        }
        return -1;
    }

    @Test
    void earlierLinesCanBeLookedUp() throws IOException {
        LineReader reader = open("head\n\tat one\n\tat two\n");
        reader.next();
        reader.next();
        reader.next();
        LineReader.EarlierLines earlier = reader.earlierLines();
        assertThat(earlier.next()).extracting(LineHead::text).isEqualTo("\tat one");
        assertThat(earlier.next()).extracting(LineHead::text).isEqualTo("head");
        assertThat(earlier.next()).isNull();
    }

    @Test
    void failureIsThrownBehindWhatWasRead() throws IOException {
        LineReader reader = LineReader.open(new Failing("one\ntwo\nthr"), UTF_8);
        List<String> lines = new ArrayList<>();
        assertThatThrownBy(() -> {
                    while (reader.next()) {
                        lines.add(reader.text().content());
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("disk on fire");
        assertThat(lines).containsExactly("one", "two", "thr");
    }

    private static LineReader open(String text) throws IOException {
        return LineReader.open(new ByteArrayInputStream(text.getBytes(UTF_8)), UTF_8);
    }

    private static List<String> lines(String text) throws IOException {
        return lines(text.getBytes(UTF_8), UTF_8);
    }

    private static List<String> lines(byte[] bytes, Charset charset) throws IOException {
        return remaining(LineReader.open(new ByteArrayInputStream(bytes), charset));
    }

    private static List<String> remaining(LineReader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        while (reader.next()) {
            lines.add(reader.text().content());
        }
        return lines;
    }

    private static byte[] bytes(String before, byte[] middle, String after) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(before.getBytes(UTF_8));
        bytes.write(middle);
        bytes.write(after.getBytes(UTF_8));
        return bytes.toByteArray();
    }

    /** Gives one byte at a time, as a slow pipe may. */
    private static final class Drops extends InputStream {
        private final ByteArrayInputStream content;

        private Drops(byte[] content) {
            this.content = new ByteArrayInputStream(content);
        }

        @Override
        public int read() {
            return content.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return content.read(target, offset, Math.min(1, length));
        }
    }

    /** A line of letters and blanks that never stands in memory as a whole. */
    private static final class Endless extends InputStream {
        private long left;

        private Endless(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int given = (int) Math.min(left, length);
            Arrays.fill(target, offset, offset + given, (byte) 'x');
            target[offset] = ' ';
            left -= given;
            return given;
        }
    }

    /** Ends with an error instead of an end. */
    private static final class Failing extends InputStream {
        private final ByteArrayInputStream content;

        private Failing(String content) {
            this.content = new ByteArrayInputStream(content.getBytes(UTF_8));
        }

        @Override
        public int read() throws IOException {
            int b = content.read();
            if (b < 0) {
                throw new IOException("disk on fire");
            }
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int given = content.read(target, offset, length);
            if (given < 0) {
                throw new IOException("disk on fire");
            }
            return given;
        }
    }
}
