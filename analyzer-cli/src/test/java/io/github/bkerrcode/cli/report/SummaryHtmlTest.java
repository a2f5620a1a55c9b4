package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryHtmlTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
    private static final Pattern POLICY = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"");
    private static final Pattern DATA =
            Pattern.compile("<script id=\"data\" type=\"application/json\">(.*?)</script>", Pattern.DOTALL);

    /** Style and scripts have files of their own, and what they do is tested in a browser. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void pageHoldsTheSummaryAsData(Language language) throws IOException {
        String page = html(SampleSummaries.busy(), language);
        String frame = SCRIPT.matcher(STYLE.matcher(page).replaceAll("<style>…</style>"))
                .replaceAll("<script>…</script>");

        GoldenFile.assertMatches(
                "summary-" + (language == Language.ZH ? "zh" : "en") + ".html",
                frame.replaceAll("'sha256-[^']+'", "'sha256-…'"));
    }

    @Test
    void policyAllowsNothingButWhatTheReportBringsAlong() throws Exception {
        String page = html(SampleSummaries.busy(), Language.EN);

        List<String> scripts = all(SCRIPT, page);
        assertThat(scripts).hasSize(HostileSummaries.SCRIPTS_OF_A_PAGE - 1);
        List<String> hashes = new ArrayList<>();
        for (String script : scripts) {
            hashes.add(hash(script));
        }
        assertThat(all(POLICY, page))
                .containsExactly("default-src 'none'; script-src " + String.join(" ", hashes) + "; style-src "
                        + hash(all(STYLE, page).get(0)) + "; base-uri 'none'; form-action 'none'");
    }

    @Test
    void policyStandsBeforeEverythingItCouldConcern() throws IOException {
        String page = html(SampleSummaries.busy(), Language.EN);

        assertThat(page.indexOf("Content-Security-Policy"))
                .isLessThan(page.indexOf("<style"))
                .isLessThan(page.indexOf("<script"));
        assertThat(page.indexOf("<meta charset=\"utf-8\">")).isLessThan(1_024);
    }

    @Test
    void nothingIsLoadedAndNothingStandsInAttributesThatRun() throws IOException {
        String page = html(SampleSummaries.busy(), Language.EN);
        String frame = SCRIPT.matcher(STYLE.matcher(page).replaceAll("")).replaceAll("");

        assertThat(frame).doesNotContain(" src=", "<link", "http:", "https:", "style=", "javascript:");
        assertThat(frame).doesNotContainPattern("\\son[a-z]+=");
        assertThat(all(STYLE, page).get(0)).doesNotContain("url(", "@import");
    }

    @ParameterizedTest
    @ValueSource(strings = {"d3-array", "d3-time", "d3-sankey"})
    void librariesKeepTheirLicence(String library) throws IOException {
        String text = SummaryHtml.library(library);

        assertThat(text).startsWith("/*\nCopyright ").contains("Mike Bostock", "WARRANTIES", "*/\n// https://");
        assertThat(text.substring(text.indexOf("*/") + 2)).doesNotContain("/*");
        assertThat(html(SampleSummaries.busy(), Language.EN)).contains("<script>" + text + "</script>");
    }

    @Test
    void noScriptHoldsWhatWouldEndItsElement() throws IOException {
        String page = html(SampleSummaries.busy(), Language.EN);

        assertThat(all(SCRIPT, page))
                .allSatisfy(script ->
                        assertThat(script.toLowerCase(Locale.ROOT)).doesNotContain("</script", "<script", "<!--"));
    }

    @Test
    void scriptsMakeMarkupOfNothing() throws IOException {
        for (String script : List.of("page.js", "timeline.js", "blame.js", "codes.js", "report.js")) {
            assertThat(PageResource.text(script))
                    .startsWith("'use strict';")
                    .doesNotContain(
                            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(");
        }
    }

    @Test
    void hostileTextStaysInsideTheData() throws IOException {
        String page = html(HostileSummaries.everywhere(), Language.EN);
        String quiet = html(SampleSummaries.empty(), Language.EN);

        String data = all(DATA, page).get(0);
        assertThat(DATA.matcher(page).replaceAll(""))
                .isEqualTo(DATA.matcher(quiet).replaceAll(""));
        assertThat(data).doesNotContain("<", ">", "&", "'");
        assertThat(data.codePoints())
                .allMatch(c ->
                        c == '\n' || c >= 0x20 && c != 0x7f && Character.getType(c) != Character.FORMAT && !isBreak(c))
                .noneMatch(c -> c >= 0xd800 && c < 0xe000);
        JsonNode sample = new ObjectMapper().readTree(data).get("codes").get(0).get("sample");
        assertThat(sample.get("text").textValue()).isEqualTo(HostileSummaries.TEXT);
        assertThat(sample.get("file").textValue()).isEqualTo(HostileSummaries.TEXT);
    }

    private static boolean isBreak(int c) {
        return c == 0x2028 || c == 0x2029;
    }

    @Test
    void everyCharacterCanBeWrittenAsUtf8() throws IOException {
        String page = html(HostileSummaries.everywhere(), Language.ZH);

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(page)).isTrue();
    }

    @Test
    void timesAreThoseOfTheClockInTheZone() throws IOException {
        JsonNode data = data(SampleSummaries.busy());

        assertThat(data.get("zone").textValue()).isEqualTo("Asia/Shanghai");
        assertThat(data.get("totals").get("first").longValue())
                .isEqualTo(Instant.parse("2025-10-24T15:00:00Z").getEpochSecond());
    }

    @Test
    void derivedSystemsAreMarked() throws IOException {
        JsonNode dependencies = data(HostileSummaries.everywhere()).get("dependencies");

        assertThat(dependencies.get(0).get("derived").booleanValue()).isFalse();
        assertThat(dependencies.get(1).get("derived").booleanValue()).isTrue();
    }

    private static JsonNode data(Summary summary) throws IOException {
        return new ObjectMapper().readTree(all(DATA, html(summary, Language.EN)).get(0));
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    private static String html(Summary summary, Language language) throws IOException {
        StringWriter text = new StringWriter();
        new SummaryHtml(language, SHANGHAI).write(summary, null, text);
        return text.toString();
    }
}
