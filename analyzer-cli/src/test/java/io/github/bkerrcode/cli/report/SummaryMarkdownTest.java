package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.summary.LineOrigin;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SummaryMarkdownTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @EnumSource(Language.class)
    void tablePerPlatform(Language language) throws IOException {
        String name = "summary-" + (language == Language.ZH ? "zh" : "en") + ".md";
        GoldenFile.assertMatches(name, markdown(SampleSummaries.busy(), language, 20));
    }

    @Test
    void onlyTheMostFrequentCodesAreShownAndTheRestCounted() throws IOException {
        assertThat(markdown(SampleSummaries.busy(), Language.EN, 1)).contains("1 more code not shown");
    }

    @Test
    void nothingFoundIsSaidInWords() throws IOException {
        assertThat(markdown(SampleSummaries.empty(), Language.EN, 20)).contains("no error codes found");
    }

    @Test
    void derivedDependenciesAreMarked() throws IOException {
        Tally tally = Tally.of(SampleSummaries.busy(), Catalog.builtIn());
        tally.record(
                new LineOrigin("esb.log", 1, null),
                "code=1306201",
                List.of(new Detection(ErrorCode.numeric(1306201), true, 5, 12, Confidence.HIGH, "test")));

        assertThat(markdown(tally.snapshot(), Language.EN, 20))
                .contains("- JOB → Redis: 40\n")
                .contains("- ESB → third party: 1 (derived from the meaning, not said by a document)\n");
    }

    @Test
    void hostileTextIsShownAsItIs() throws IOException {
        String hostile = "<script>alert(1)</script> | `x` [a](javascript:b) **c** \u001b[31m # d";

        String html = HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .render(Parser.builder()
                        .extensions(List.of(TablesExtension.create()))
                        .build()
                        .parse(markdown(SampleSummaries.withProblem(hostile, hostile), Language.EN, 20)));

        assertThat(html)
                .doesNotContain("<script", "<a ", "<strong", "<code", "\u001b")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; | `x` [a](javascript:b) **c**");
    }

    @Test
    void problemsAreSaidInTheLanguageOfTheReport() throws IOException {
        Summary summary = SampleSummaries.withProblem("a.log", "permission denied");
        assertThat(markdown(summary, Language.ZH, 20)).contains("\n- a.log:3: 权限不够\n");
        assertThat(markdown(summary, Language.EN, 20)).contains("\n- a.log:3: permission denied\n");
    }

    private static String markdown(Summary summary, Language language, int top) {
        StringWriter text = new StringWriter();
        new SummaryMarkdown(language, SHANGHAI, top).write(summary, new PrintWriter(text));
        return text.toString();
    }
}
