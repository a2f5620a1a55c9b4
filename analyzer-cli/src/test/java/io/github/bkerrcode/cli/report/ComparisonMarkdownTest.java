package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonMarkdownTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void rowForEachCodeThatIsDifferent(Language language) throws IOException {
        Summary one = SampleSummaries.withSample("errorCode=1301002");
        String both = markdown(SampleSummaries.busy(), one, "old.json", language)
                + markdown(one, SampleSummaries.busy(), "old.json", language);
        GoldenFile.assertMatches("comparison-" + (language == Language.ZH ? "zh" : "en") + ".md", both);
    }

    @Test
    void sameSummaryHasNoChange() throws IOException {
        assertThat(markdown(SampleSummaries.busy(), SampleSummaries.busy(), "old.json", Language.EN))
                .isEqualTo("\n## compared with old.json\n\nnothing that is worth a word\n");
    }

    @Test
    void hostileTextIsShownAsItIs() throws IOException {
        String hostile = "<script>alert(1)</script>|`x`[a](javascript:b)**c**\u001b]8;;http://x\u0007.json";
        Extension tables = TablesExtension.create();

        String html = HtmlRenderer.builder()
                .extensions(List.of(tables))
                .build()
                .render(Parser.builder()
                        .extensions(List.of(tables))
                        .build()
                        .parse(markdown(
                                SampleSummaries.hostile(hostile), SampleSummaries.empty(), hostile, Language.EN)));

        assertThat(html)
                .contains("<table>", "&lt;script&gt;alert(1)&lt;/script&gt;|`x`[a](javascript:b)**c**")
                .doesNotContain("<script", "<a ", "<strong", "<code", "\u001b", "\u0007");
    }

    private static String markdown(Summary before, Summary now, String name, Language language) {
        StringWriter text = new StringWriter();
        new ComparisonMarkdown(language).write(Comparison.of(before, now), name, new PrintWriter(text));
        return text.toString();
    }
}
