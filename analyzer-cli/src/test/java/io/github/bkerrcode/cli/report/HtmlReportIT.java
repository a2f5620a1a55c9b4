package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bkerrcode.cli.command.AnalyzerCommand;
import io.github.bkerrcode.cli.command.Console;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTML report in a real browser, opened from a file as a reader does. */
class HtmlReportIT {

    private static final Path PROJECT =
            Path.of(System.getProperty("project.directory")).toAbsolutePath().normalize();

    /** Where pictures of the report are left to be looked at. */
    private static final Path PICTURES = Path.of("target", "report-pictures");

    private static final int WIDE = 1440;
    private static final int PHONE = 360;
    private static final int ESCAPE = 27;

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path directory;

    private static Chromium browser;
    private static Path samples;

    @BeforeAll
    static void startBrowser() throws Exception {
        Path program = Chromium.find().orElse(null);
        if (program == null) {
            String missing = "no chromium on the path, so the HTML report is not tested in a browser;"
                    + " on Debian install it with: apt-get install chromium";
            if (Boolean.parseBoolean(System.getenv("CHROMIUM_REQUIRED"))) {
                fail(missing);
            }
            // What was skipped is counted on the console; why is not.
            System.err.println(missing);
            abort(missing);
        }
        Files.createDirectories(PICTURES);
        browser = Chromium.start(program, directory);
        samples = directory.resolve("samples.html");
        StringWriter errors = new StringWriter();
        int exit = AnalyzerCommand.run(
                List.of(
                        PROJECT.resolve("sample-logs").toString(),
                        "--lang",
                        "zh",
                        "--tz",
                        "Asia/Shanghai",
                        "-o",
                        samples.toString()),
                new Console(new PrintWriter(errors), new PrintWriter(errors), Palette.NONE, 80));
        assertThat(exit).as(errors.toString()).isZero();
    }

    @AfterAll
    static void endBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void wideAndLight() {
        browser.prefer("light");
        browser.resize(WIDE, 1000);
    }

    private static void openSamples() throws InterruptedException {
        browser.open(samples);
    }

    private static void open(Summary summary, Language language) throws IOException, InterruptedException {
        open(summary, null, language);
    }

    private static void open(Summary summary, @Nullable ComparedWith compared, Language language)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile(directory, "report", ".html");
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            new SummaryHtml(language, ZoneId.of("Asia/Shanghai")).write(summary, compared, out);
        }
        browser.open(file);
    }

    private static void assertQuiet() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isEmpty();
    }

    private static void picture(String name, int height) throws IOException {
        browser.resize(browser.evaluate("innerWidth").asInt(), height);
        browser.evaluate("scrollTo(0, 0)");
        Files.write(PICTURES.resolve(name), browser.picture());
    }

    @Test
    void sampleLogsAreShownWithoutComplaintOrNetwork() throws Exception {
        openSamples();

        assertThat(browser.text("h1")).isEqualTo("错误码报告");
        assertThat(browser.text("#totals")).contains("181", "171", "500", "15");
        assertThat(browser.text("#span")).contains("2025-10-24 14:58:55", "Asia/Shanghai");
        assertThat(browser.count("#timeline svg .bar")).isGreaterThan(10);
        assertThat(browser.count("#blame .link")).isGreaterThan(10);
        assertThat(browser.count("#codes details.code")).isGreaterThan(50);
        assertThat(browser.count("#unlisted details.code")).isGreaterThan(5);
        assertThat(Files.size(samples)).isLessThan(250_000);
        assertQuiet();
        picture("wide.png", 2000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#codes", "#next"})
    void mostUrgentCodesComeFirstAsOnATerminal(String list) throws Exception {
        openSamples();

        assertThat(tokens(list)).startsWith(terminal().toArray(String[]::new));
        assertThat(browser.text(".legend[data-text=codesLegend]")).contains("十倍", "十分之一");
    }

    private static List<String> tokens(String list) {
        return List.of(browser.evaluate("[...document.querySelectorAll('" + list
                        + " .token')].slice(0, 5).map((e) => e.textContent).join()")
                .asText()
                .split(","));
    }

    /** What the text report of the same logs says is to be explained next. */
    private static List<String> terminal() {
        StringWriter text = new StringWriter();
        AnalyzerCommand.run(
                List.of(PROJECT.resolve("sample-logs").toString(), "--lang", "en", "--tz", "Asia/Shanghai"),
                new Console(new PrintWriter(text), new PrintWriter(text), Palette.NONE, 200));
        String last = text.toString().strip().lines().reduce("", (before, line) -> line);
        String command = "analyzer explain ";
        return List.of(last.substring(last.indexOf(command) + command.length()).split(" "));
    }

    @Test
    void whatToDoNextLeadsToEverythingKnownOfTheCode() throws Exception {
        openSamples();
        String token = browser.text("#next li:nth-child(2) .token");
        choose("#listed", "unlisted");

        browser.click("#next li:nth-child(2) .token");

        assertThat(browser.text("#codes details.code[open] .token")).isEqualTo(token);
        assertThat(browser.count("#codes details.code[open] .detail")).isPositive();
        assertQuiet();
    }

    @Test
    void changesSinceTheBaselineAreShownInBothLanguages() throws Exception {
        Summary before = SampleSummaries.withSample("errorCode=1301002");
        Summary now = SampleSummaries.busy();

        open(now, new ComparedWith("<script>old\u202e.json", Comparison.of(before, now)), Language.EN);

        assertThat(browser.text("#comparison-section"))
                .contains("Compared with", "<script>old[U+202E].json", "new", "1250001", "Redis is not available");
        assertThat(browser.count("#comparison .ongoing")).isPositive();
        browser.click("#language-zh");
        assertThat(browser.text("#comparison")).contains("新增", "Redis 服务不可用");
        assertQuiet();
        picture("comparison.png", 1400);

        open(before, new ComparedWith("old.json", Comparison.of(now, before)), Language.EN);
        assertThat(browser.text("#comparison")).contains("gone", "40 → 0");

        open(now, new ComparedWith("old.json", Comparison.of(now, now)), Language.EN);
        assertThat(browser.text("#comparison")).isEqualTo("Nothing that is worth a word.");

        openSamples();
        assertThat(browser.count("#comparison-section")).isZero();
    }

    @Test
    void languageIsSwitchedInThePageWithTheTextsOfTheCatalog() throws Exception {
        openSamples();

        browser.click("#language-en");

        assertThat(browser.text("h1")).isEqualTo("Error code report");
        assertThat(browser.evaluate("document.documentElement.lang").asText()).isEqualTo("en");
        assertThat(browser.text("#codes li:first-child .meaning")).isEqualTo("Database exception");
        assertThat(browser.text("#blame")).contains("third party", "derived from the meaning");
        assertThat(browser.evaluate("document.querySelector('main').innerText.match(/错误码|平台/g)")
                        .isNull())
                .isTrue();
        picture("english.png", 2000);

        browser.click("#language-zh");

        assertThat(browser.text("#codes li:first-child .meaning")).isEqualTo("数据库异常");
        assertQuiet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1306201", "第三方系统接口出现异常", "requesting the third-party system api", "worker.out 1306201"})
    void searchFindsCodesByWhateverIsKnownOfThem(String words) throws Exception {
        openSamples();

        browser.type("/");
        browser.type(words);

        assertThat(browser.evaluate("document.activeElement.id").asText()).isEqualTo("search");
        assertThat(browser.evaluate("document.getElementById('search').value").asText())
                .isEqualTo(words);
        assertThat(browser.count("#codes details.code")).isBetween(1, 8);
        assertThat(browser.text("#codes")).contains("1306201");
        assertThat(browser.text("#matches")).endsWith(" / 110 个");
        assertQuiet();
    }

    @Test
    void searchForNothingThatIsThereSaysSo() throws Exception {
        openSamples();

        browser.click("#search");
        browser.type("no such thing");

        assertThat(browser.text("#codes")).isEqualTo("没有符合条件的错误码。");
    }

    @Test
    void platformIsChosenByItsTimelineAndByTheFilter() throws Exception {
        openSamples();

        browser.click("#timeline .row:nth-child(2) .row-name");

        assertThat(browser.evaluate("document.getElementById('platform').value").asText())
                .isEqualTo("job");
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('.code .tag:not(.ongoing)')].every((e) => e.textContent === '作业平台')")
                        .asBoolean())
                .isTrue();

        choose("#platform", "");
        choose("#listed", "unlisted");

        assertThat(browser.count("#codes details.code")).isZero();
        assertThat(browser.count("#unlisted details.code")).isEqualTo(15);
        assertQuiet();
    }

    @Test
    void ordersAreByCountLatestAndCode() throws Exception {
        openSamples();

        choose("#order", "code");

        assertThat(browser.text("#codes li:first-child .token")).isEqualTo("1201000");

        choose("#order", "latest");

        assertThat(browser.text("#codes li:first-child .when")).endsWith("16:06");
    }

    private static void choose(String selector, String value) {
        browser.evaluate("(() => { const e = document.querySelector('" + selector + "'); e.value = '" + value
                + "'; e.dispatchEvent(new Event('change', {bubbles: true})); })()");
    }

    @Test
    void codeOpensWithStepsAndASampleThatCanBeCopied() throws Exception {
        openSamples();
        browser.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }");
        browser.click("#search");
        browser.type("4313021");

        browser.click("#codes li:first-child summary");

        assertThat(browser.count("#codes .detail ol li")).isGreaterThan(1);
        assertThat(browser.text("#codes .sample summary")).matches("(?s)日志样例.*bkpaas3/.*:\\d+");
        assertThat(browser.text("#codes .sample pre mark")).isEqualTo("4313021");

        browser.click("#codes .copy-line");

        assertThat(browser.evaluate("window.copied").asText()).isEqualTo(browser.text("#codes .sample pre"));

        browser.click("#codes .copy-place");

        assertThat(browser.evaluate("window.copied").asText()).matches(".*bkpaas3/.*:\\d+");
        assertQuiet();
    }

    @Test
    void timelineIsZoomedByDraggingAndReset() throws Exception {
        openSamples();
        String whole = browser.text("#timeline .axis");

        browser.drag("#timeline .row:first-child svg", 0.85, 0.97);

        assertThat(browser.text("#range")).matches("10-2\\d \\d\\d:\\d\\d – 10-2\\d \\d\\d:\\d\\d");
        assertThat(browser.text("#timeline .axis")).isNotEqualTo(whole);
        picture("zoomed.png", 1000);

        browser.click("#zoom-reset");

        assertThat(browser.text("#range")).isEmpty();
        assertThat(browser.text("#timeline .axis")).isEqualTo(whole);
        assertQuiet();
    }

    @Test
    void timelineIsZoomedByKeysAndButtons() throws Exception {
        openSamples();
        browser.evaluate("document.getElementById('timeline').focus()");

        browser.type("+");
        String zoomed = browser.text("#range");
        browser.press("ArrowRight", 39);
        String moved = browser.text("#range");
        browser.press("Escape", ESCAPE);

        assertThat(zoomed).isNotEmpty();
        assertThat(moved).isNotEmpty().isNotEqualTo(zoomed);
        assertThat(browser.text("#range")).isEmpty();

        browser.click("#zoom-in");
        browser.click("#zoom-in");
        browser.click("#pan-left");
        browser.click("#zoom-out");
        assertThat(browser.text("#range")).isNotEmpty();
        browser.click("#zoom-out");
        assertThat(browser.text("#range")).isEmpty();
        assertQuiet();
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, 1100, 800, PHONE})
    void timesBelowTheTimelineStandApart(int width) throws Exception {
        browser.resize(width, 1000);
        openSamples();

        for (int zoomed = 0; zoomed < 4; zoomed++) {
            JsonNode labels = browser.evaluate("[...document.querySelectorAll('.axis text')].map((e) =>"
                    + " { const b = e.getBoundingClientRect(); return [b.left, b.right]; })");
            assertThat(labels.size()).isPositive();
            for (int i = 1; i < labels.size(); i++) {
                assertThat(labels.get(i).get(0).doubleValue())
                        .isGreaterThan(labels.get(i - 1).get(1).doubleValue());
            }
            browser.click("#zoom-in");
        }
    }

    @Test
    void barSaysWhatItStandsFor() throws Exception {
        openSamples();

        browser.moveTo("#timeline .row:first-child .bar", 0.5);

        assertThat(browser.text("#tip")).matches("10-2\\d \\d\\d:\\d\\d – .* · \\d+ 次");
    }

    @Test
    void blamedSystemIsSearchedFor() throws Exception {
        openSamples();

        browser.click("#blame .node:last-of-type text");

        assertThat(browser.evaluate("document.getElementById('search').value").asText())
                .isNotEmpty();
        assertThat(browser.count("#codes details.code")).isPositive();
        assertThat(browser.count("#blame .link.derived")).isPositive();
        assertThat(browser.count("#blame .link:not(.derived)")).isPositive();
    }

    @Test
    void darkIsThatOfTheSystemOrTheReaders() throws Exception {
        String background = "getComputedStyle(document.body).backgroundColor";
        openSamples();
        String light = browser.evaluate(background).asText();

        browser.click("#theme");

        String dark = browser.evaluate(background).asText();
        assertThat(dark).isNotEqualTo(light);
        assertThat(browser.evaluate("document.getElementById('theme').getAttribute('aria-pressed')")
                        .asText())
                .isEqualTo("true");
        picture("dark.png", 1400);

        browser.prefer("dark");
        browser.click("#theme");

        assertThat(browser.evaluate(background).asText()).isEqualTo(light);

        openSamples();

        assertThat(browser.evaluate(background).asText()).isEqualTo(dark);
        assertQuiet();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingIsWiderThanAPhone(Language language) throws Exception {
        browser.resize(PHONE, 740);
        openSamples();
        browser.click(language == Language.ZH ? "#language-zh" : "#language-en");
        browser.click("#codes li:first-child summary");
        browser.click("#inputs summary");

        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isEqualTo(PHONE);
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('main *')].filter((e) => e.checkVisibility()"
                                        + " && e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 80))")
                        .toString())
                .isEqualTo("[]");
        picture(language == Language.ZH ? "phone.png" : "phone-english.png", 3200);
    }

    @Test
    void everyControlIsReachedByTabAndShowsIt() throws Exception {
        openSamples();
        for (int i = 0; i < 30; i++) {
            browser.press("Tab", 9);
            browser.evaluate("(window.reached = window.reached || []).push(document.activeElement.id)");
            assertThat(browser.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                            .asText())
                    .isNotEqualTo("none");
        }

        assertThat(browser.evaluate("window.reached").toString())
                .contains("language-zh", "language-en", "theme", "print", "zoom-in", "timeline");
        assertThat(browser.evaluate("[...document.querySelectorAll('button, [role=button], input, select')]"
                                + ".filter((e) => !(e.innerText || e.textContent || e.getAttribute('aria-label') || e.labels?.length))"
                                + ".length")
                        .asInt())
                .isZero();
    }

    @Test
    void paperHasEverythingOpenAndNothingToPress() throws Exception {
        openSamples();

        byte[] pdf = browser.pdf();

        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(pdf.length).isGreaterThan(50_000);
        Files.write(PICTURES.resolve("print.pdf"), pdf);
        browser.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.count("#codes details.code:not([open])")).isZero();
        assertThat(browser.count("#codes .detail")).isEqualTo(browser.count("#codes details.code"));
        browser.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(browser.count("#codes details.code[open]")).isZero();
        assertQuiet();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void summaryOfNothingIsSaidInWords(Language language) throws Exception {
        open(SampleSummaries.empty(), language);

        assertThat(browser.text("main"))
                .contains(language == Language.ZH ? "没有发现错误码" : "No error codes found")
                .contains(language == Language.ZH ? "没有错误码指向其他系统" : "No code blames another system");
        assertThat(browser.count("#problems-section")).isZero();
        assertQuiet();
        picture("empty-" + language + ".png", 1000);
    }

    @Test
    void problemsAreListedAndIncompleteCountsAnnounced() throws Exception {
        open(SampleSummaries.withProblem("logs/broken.gz", "ends in the middle"), Language.EN);

        assertThat(browser.text("#notice")).contains("counts are not complete");
        assertThat(browser.text("#problems")).contains("logs/broken.gz:3", "ends in the middle", "counts not complete");
        open(SampleSummaries.withProblem("logs/broken.gz", "permission denied"), Language.ZH);
        assertThat(browser.text("#problems")).contains("logs/broken.gz:3", "权限不够");
        assertQuiet();
    }

    @Test
    void hostileTextIsShownAndNothingElse() throws Exception {
        open(HostileSummaries.everywhere(), Language.EN);
        browser.click("#codes li:first-child summary");
        browser.evaluate("dispatchEvent(new Event('beforeprint'))");

        assertThat(browser.evaluate("typeof window.hacked").asText()).isEqualTo("undefined");
        assertThat(browser.evaluate(
                                "document.querySelectorAll('img, iframe, object, a[href]:not([href^=\"#\"])').length")
                        .asInt())
                .isZero();
        assertThat(browser.evaluate("document.scripts.length").asInt()).isEqualTo(HostileSummaries.SCRIPTS_OF_A_PAGE);
        String shown = browser.evaluate("document.body.innerText").asText();
        assertThat(shown)
                .contains("<script>window.hacked=1</script>", "</script><script>", "<!--", "<img src=x onerror=")
                .contains("[U+202E]", "[U+2066]", "␀", "␛", "[U+2028]", "[U+D83D]");
        assertThat(shown.codePoints())
                .noneMatch(c ->
                        c == 0 || c == 0x1b || c == 0x202e || c == 0x2066 || c == 0x2028 || c >= 0xd800 && c < 0xe000);
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(WIDE);
        assertQuiet();
        picture("hostile.png", 2400);

        browser.resize(PHONE, 740);
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isEqualTo(PHONE);
        picture("hostile-phone.png", 2400);
    }

    @Test
    void policyStopsScriptThatGetsIntoThePageAllTheSame() throws Exception {
        openSamples();

        browser.evaluate("""
                (() => {
                  const script = document.createElement('script');
                  script.textContent = 'window.hacked = 1';
                  document.body.append(script);
                  document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.hacked = 1">');
                  document.body.setAttribute('onclick', 'window.hacked = 1');
                  document.body.click();
                })()""");
        assertThat(browser.evaluate("typeof window.hacked").asText()).isEqualTo("undefined");
        assertThat(browser.evaluate("fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'stopped')")
                        .asText())
                .isEqualTo("stopped");
        assertThat(browser.complaints())
                .isNotEmpty()
                .allMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    @Test
    void thousandsOfCodesAreShownAPartAtATime() throws Exception {
        open(HostileSummaries.manyCodes(3_000), Language.EN);

        assertThat(browser.count("#unlisted details.code")).isEqualTo(50);

        browser.click("#unlisted .more button");

        assertThat(browser.count("#unlisted details.code")).isEqualTo(250);
        assertThat(browser.text("#matches")).isEqualTo("3,000");
        assertQuiet();
    }
}
