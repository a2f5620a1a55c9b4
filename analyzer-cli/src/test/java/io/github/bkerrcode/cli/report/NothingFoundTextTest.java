package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.Confidence;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class NothingFoundTextTest {

    @Test
    void defaultsAreSaidWithWhatWouldFindMore() {
        SearchScope scope = new SearchScope(StandardCharsets.UTF_8, Confidence.MEDIUM, null, null, List.of());
        assertThat(text(Language.EN, scope, 200)).isEqualTo("""
                looked for: charset UTF-8 · confidence medium or higher
                if there should be some, try --charset GBK, --min-confidence low; analyzer detect --explain PATH says of each number why it is none
                """);
        assertThat(text(Language.ZH, scope, 200)).isEqualTo("""
                查找范围: 字符集 UTF-8 · 可信度 medium 及以上
                若不应为空，可试 --charset GBK、--min-confidence low；analyzer detect --explain PATH 会说明每处数字为何不算
                """);
    }

    @Test
    void onlyOptionsThatCanHelpAreNamed() {
        SearchScope scope = new SearchScope(
                Charset.forName("GBK"),
                Confidence.LOW,
                Instant.parse("2025-10-24T07:00:00Z"),
                null,
                List.of("job", "evil\u001b]0;x\u0007"));
        assertThat(text(Language.EN, scope, 200))
                .contains("charset GBK", "times 2025-10-24 15:00:00 – …", "platforms job evil·]0;x·")
                .contains("try --charset UTF-8, a wider --since/--until, no --platform;")
                .doesNotContain("--min-confidence", "\u001b", "\u0007");
    }

    @Test
    void linesKeepWithinTheWidth() {
        SearchScope scope = new SearchScope(StandardCharsets.UTF_8, Confidence.MEDIUM, null, null, List.of());
        assertThat(text(Language.ZH, scope, 80).lines())
                .hasSizeLessThanOrEqualTo(4)
                .allSatisfy(line -> assertThat(DisplayText.width(line)).isLessThanOrEqualTo(80));
    }

    private static String text(Language language, SearchScope scope, int columns) {
        StringWriter text = new StringWriter();
        new NothingFoundText(language, columns, ZoneId.of("Asia/Shanghai")).write(scope, new PrintWriter(text));
        return text.toString();
    }
}
