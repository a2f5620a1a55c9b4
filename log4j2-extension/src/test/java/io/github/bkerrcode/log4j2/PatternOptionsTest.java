package io.github.bkerrcode.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatternOptionsTest {

    private static List<String> options(String... braces) {
        return PatternOptions.of(braces, 0);
    }

    @Test
    void commasSeparate() {
        assertThat(options("meaning, lang=en ,max=1")).containsExactly("meaning", "lang=en", "max=1");
    }

    @Test
    void bracesSeparate() {
        assertThat(options("meaning", "lang=en")).containsExactly("meaning", "lang=en");
    }

    @Test
    void earlierBracesCanBeLeftOut() {
        assertThat(PatternOptions.of(new String[] {"%msg", "lang=en"}, 1)).containsExactly("lang=en");
        assertThat(PatternOptions.of(new String[0], 1)).isEmpty();
    }

    @Test
    void emptyOptionsAreNone() {
        assertThat(options("", " ", ",", "a,,b")).containsExactly("a", "b");
    }

    @Test
    void quotesKeepCommasAndBlanks() {
        assertThat(options("' a, {code} ', lang=en")).containsExactly(" a, {code} ", "lang=en");
        assertThat(options("\" it's \"")).containsExactly(" it's ");
    }

    @Test
    void quoteThatIsNotClosedIsText() {
        assertThat(options("'a, b")).containsExactly("'a, b");
        assertThat(options("'")).containsExactly("'");
    }

    @Test
    void apostropheInsideAWordIsText() {
        assertThat(options("it's, b")).containsExactly("it's", "b");
    }

    @Test
    void textWithBracesIsOneOption() {
        assertThat(options(" <{code}, {meaning}>")).containsExactly(" <{code}, {meaning}>");
    }
}
