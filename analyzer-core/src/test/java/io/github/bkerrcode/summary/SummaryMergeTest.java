package io.github.bkerrcode.summary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.RuleSet;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.InputSummary;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Summary.TimeBucket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Summaries that were written, read and merged, against one tally of all lines. */
class SummaryMergeTest {

    private static final Instant START = Instant.parse("2025-10-24T00:00:00Z");

    private static final List<String> LINES = List.of(
            "\"code\":1306201",
            "\"code\":1306401 \"code\":1306401",
            "errorCode=1250001",
            "errorCode=1252001 \"code\":1306201",
            "\"bk_error_code\":1199014",
            "APIGW_LACK_PARAMS",
            "APIGW_NEVER_HEARD_OF",
            "\"code\":1860106",
            "no code at all");

    private final CodeScanner scanner = CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void summariesMergedInAnyOrderAndShapeSayWhatOneTallySays(long seed) throws IOException {
        Random random = new Random(seed);
        Tally whole = newTally();
        List<Tally> hosts = new ArrayList<>();
        for (int host = 1 + random.nextInt(6); host > 0; host--) {
            Tally tally = newTally();
            record(host, new Random(seed * 100 + host), tally);
            record(host, new Random(seed * 100 + host), whole);
            hosts.add(tally);
        }

        while (hosts.size() > 1) {
            Tally from = hosts.remove(random.nextInt(hosts.size()));
            int to = random.nextInt(hosts.size());
            Tally merged = random.nextBoolean() ? hosts.get(to) : reread(hosts.get(to), random);
            merged.merge(random.nextBoolean() ? from : reread(from, random));
            hosts.set(to, merged);
        }

        String json = json(reread(hosts.get(0), random).snapshot(), Language.EN);
        assertThat(json).isEqualTo(json(whole.snapshot(), Language.EN));
        assertThat(SummarySchema.read().errorsOf(json)).isEmpty();
    }

    @Test
    void codesLeftOutOfEachAndOfTheSumAreCountedTogether() throws IOException {
        Tally whole = newTally();
        Tally one = newTally();
        Tally other = newTally();
        for (int i = 0; i < 13_000; i++) {
            String line = "\"bk_error_code\":" + (1_150_000 + i);
            Tally part = i % 13 == 0 ? other : one;
            for (Tally tally : List.of(part, whole)) {
                record(tally, i % 13 == 0 ? "b.log" : "a.log", i + 1, START, line);
            }
        }

        Tally merged = reread(one, new Random(1));
        merged.merge(reread(other, new Random(2)));

        assertThat(one.snapshot().problems()).hasSize(1);
        assertThat(json(merged.snapshot(), Language.EN)).isEqualTo(json(whole.snapshot(), Language.EN));
        assertThat(json(reread(merged, new Random(3)).snapshot(), Language.EN))
                .isEqualTo(json(whole.snapshot(), Language.EN));
        assertThat(SummarySchema.read().errorsOf(json(merged.snapshot(), Language.EN)))
                .isEmpty();
    }

    @Test
    void problemsLeftOutOfEachAndOfTheSumAreCountedTogether() throws IOException {
        Tally whole = newTally();
        Tally one = newTally();
        Tally other = newTally();
        for (int i = 1; i <= 2_500; i++) {
            Problem problem = new Problem("a.log", i, "not UTF-8", i == 2_500);
            (i % 2 == 0 ? one : other).addProblem(problem);
            whole.addProblem(problem);
        }

        Tally merged = reread(one, new Random(1));
        merged.merge(reread(other, new Random(2)));

        assertThat(json(merged.snapshot(), Language.EN)).isEqualTo(json(whole.snapshot(), Language.EN));
        assertThat(SummarySchema.read().errorsOf(json(merged.snapshot(), Language.EN)))
                .isEmpty();
    }

    @Test
    void inputsOfTheSameNameAreBothListed() throws IOException {
        Tally one = newTally();
        Tally other = newTally();
        record(one, "job.log", 1, START, "errorCode=1250001");
        one.addRead("job.log", 10, 100);
        other.addRead("job.log", 5, 50);

        Tally merged = reread(one, new Random(1));
        merged.merge(reread(other, new Random(1)));

        assertThat(merged.snapshot().files()).isEqualTo(2);
        assertThat(merged.snapshot().inputs())
                .containsExactly(new InputSummary("job.log", 50, 5, 0, 0), new InputSummary("job.log", 100, 10, 1, 1));
    }

    @Test
    void timelinesOfTwoWidthsGetTheWiderOne() throws IOException {
        Tally narrow = newTally();
        Tally wide = newTally();
        record(narrow, "a.log", 1, START.plusSeconds(61), "errorCode=1250001");
        for (int i = 0; i < 121; i++) {
            record(wide, "b.log", i + 1, START.plusSeconds(60L * i), "errorCode=1250001");
        }

        Tally merged = reread(narrow, new Random(1));
        merged.merge(reread(wide, new Random(1)));

        assertThat(merged.snapshot().timeline().get(0))
                .isEqualTo(new TimeBucket(START, Duration.ofMinutes(5), "job", 6));
    }

    @Test
    void widestBucketsAtTheEndsOfTimeAreStillFewEnough() {
        Tally tally = newTally();
        List<TimeBucket> buckets = new ArrayList<>();
        Duration width = Duration.ofDays(33_600);
        for (int i = -150; i < 150; i++) {
            buckets.add(new TimeBucket(Instant.ofEpochSecond(i * width.toSeconds()), width, "job", 1));
        }
        Summary far = new Summary(0, 0, 0, 0, 0, null, null, List.of(), buckets, List.of(), List.of(), List.of());

        tally.merge(Tally.of(far, Catalog.builtIn()));

        assertThat(tally.snapshot().timeline()).hasSizeLessThanOrEqualTo(Timeline.MAX_BUCKETS);
        assertThat(tally.snapshot().timeline().stream()
                        .mapToLong(TimeBucket::detections)
                        .sum())
                .isEqualTo(300);
    }

    @Test
    void textsAreThoseOfTheCatalogInTheLanguageAskedFor() throws IOException {
        Tally tally = newTally();
        record(tally, "job.log", 1, START, "errorCode=1250001 \"code\":1860106 \"bk_error_code\":1199014");

        Summary read = read(json(tally.snapshot(), Language.ZH));

        assertThat(json(Tally.of(read, Catalog.builtIn()).snapshot(), Language.EN))
                .isEqualTo(json(tally.snapshot(), Language.EN));
    }

    @Test
    void textsThatNoCatalogHasAreThoseOfTheSummary() throws IOException {
        Tally tally = newTally();
        record(tally, "job.log", 1, START, "errorCode=1250001 \"code\":1860106 \"bk_error_code\":1199014");
        String json = json(tally.snapshot(), Language.ZH);

        assertThat(json(Tally.of(read(json), Catalog.of(List.of())).snapshot(), Language.EN))
                .isEqualTo(json);
    }

    @Test
    void textsOfSummariesThatDifferDoNotDependOnTheirOrder() throws IOException {
        Tally tally = newTally();
        record(tally, "job.log", 1, START, "errorCode=1250001 \"code\":1860106 \"bk_error_code\":1199014");
        Catalog none = Catalog.of(List.of());
        Summary zh = read(json(tally.snapshot(), Language.ZH));
        Summary en = read(json(tally.snapshot(), Language.EN));

        Tally one = Tally.of(zh, none);
        one.merge(Tally.of(en, none));
        Tally other = Tally.of(en, none);
        other.merge(Tally.of(zh, none));

        assertThat(json(one.snapshot(), Language.EN)).isEqualTo(json(other.snapshot(), Language.EN));
    }

    @Test
    void codeThatOneSummaryHasAsListedIsListedOnce() throws IOException {
        Tally tally = newTally();
        record(tally, "job.log", 1, START, "errorCode=1250001");
        String listed = json(tally.snapshot(), Language.EN);
        String unlisted = listed.replace("\"listed\" : true", "\"listed\" : false")
                .replaceAll("\"(meaning|remediation)\" : \".*\"", "\"$1\" : null");
        Catalog none = Catalog.of(List.of());

        for (List<String> order : List.of(List.of(listed, unlisted), List.of(unlisted, listed))) {
            Tally merged = Tally.of(read(order.get(0)), none);
            merged.merge(Tally.of(read(order.get(1)), none));
            PlatformSummary platform = merged.snapshot().platforms().get(0);
            assertThat(platform.codes()).hasSize(1);
            CodeSummary code = platform.codes().get(0);
            assertThat(code.listed()).isTrue();
            assertThat(code.detections()).isEqualTo(2);
            assertThat(read(json(merged.snapshot(), Language.EN)).detections()).isEqualTo(2);
        }
    }

    @Test
    void dependenciesAreNotCountedAnew() throws IOException {
        Tally tally = newTally();
        record(tally, "job.log", 1, START, "errorCode=1250001");

        Tally merged = reread(tally, new Random(1));
        record(merged, "later.log", 1, START, "errorCode=1250001");

        assertThat(tally.snapshot().dependencies()).hasSize(1);
        assertThat(merged.snapshot().dependencies().get(0).detections()).isEqualTo(2);
    }

    private void record(int host, Random random, Tally tally) {
        Duration[] spans = {Duration.ofMinutes(30), Duration.ofHours(30), Duration.ofDays(90), Duration.ofDays(4_000)};
        long seconds = spans[random.nextInt(spans.length)].toSeconds();
        String file = "host-" + host + "/job.log";
        int lines = random.nextInt(200);
        for (int line = 1; line <= lines; line++) {
            Instant time = START.plusSeconds(random.nextLong(seconds)).plusMillis(random.nextInt(1_000));
            record(tally, file, line, time, LINES.get(random.nextInt(LINES.size())));
        }
        tally.addRead(file, lines, lines * 20L);
        tally.addProblem(new Problem(file, random.nextInt(3), "not UTF-8", random.nextBoolean()));
        tally.addProblem(new Problem("gone.log", 0, "no such file", true));
    }

    private void record(Tally tally, String file, long line, Instant time, String text) {
        tally.record(new LineOrigin(file, line, time), text, scanner.detect(text));
    }

    private static Tally reread(Tally tally, Random random) throws IOException {
        Language language = random.nextBoolean() ? Language.EN : Language.ZH;
        return Tally.of(read(json(tally.snapshot(), language)), Catalog.builtIn());
    }

    private static Summary read(String json) throws IOException {
        return SummaryReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)), "host.json");
    }

    private static Tally newTally() {
        return new Tally(Catalog.builtIn());
    }

    private static String json(Summary summary, Language language) {
        StringWriter json = new StringWriter();
        try {
            SummaryJson.write(summary, language, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }
}
