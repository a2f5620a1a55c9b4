package io.github.bkerrcode.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.RuleSet;
import io.github.bkerrcode.summary.Summary.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryJsonTest {

    private static final Instant NOON = Instant.parse("2025-10-24T12:00:00Z");

    private final CodeScanner scanner = CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM);
    private final Tally tally = new Tally(Catalog.builtIn());

    @ParameterizedTest
    @EnumSource(Language.class)
    void summaryOfEveryKindOfCodeReadsAsReviewed(Language language) throws IOException {
        recordEveryKindOfCode();

        GoldenFile.assertMatches(
                "summary-" + language.name().toLowerCase(Locale.ROOT) + ".json", json(tally.snapshot(), language));
    }

    @Test
    void emptySummaryReadsAsReviewed() throws IOException {
        GoldenFile.assertMatches("summary-empty.json", json(tally.snapshot(), Language.EN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2025-10-24T15:02:00Z",
                "2025-10-24T15:02:11Z",
                "2025-10-24T15:02:00.120Z",
                "2025-10-24T15:02:00.000120Z",
                "2025-10-24T15:02:00.000000012Z",
                "1969-12-31T23:59:00Z",
                "0000-01-01T00:00:00Z",
                "-0001-12-31T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z"
            })
    void timesAreWrittenAsInstantsAre(String time) {
        assertThat(SummaryJson.utc(Instant.parse(time))).isEqualTo(time);
    }

    @Test
    void timesOfManyYearsAreWrittenAsInstantsAre() {
        Random random = new Random(20251024);
        for (int i = 0; i < 20_000; i++) {
            long seconds = random.nextLong() % (40_000L * 366 * 86_400);
            Instant time = Instant.ofEpochSecond(seconds, i % 3 == 0 ? 0 : random.nextInt(1_000_000_000));
            assertThat(SummaryJson.utc(time)).isEqualTo(time.toString());
        }
    }

    @Test
    void keysStandInTheOrderOfTheContract() throws IOException {
        record("job.log", 1, NOON, "errorCode=1252001");
        tally.addProblem(new Problem("job.log", 1, "cut short", true));

        assertThat(keys(json(tally.snapshot(), Language.EN)))
                .containsExactly(
                        "schema files bytes lines linesWithCodes detections firstSeen lastSeen",
                        "platforms id number name category detections lines",
                        "codes code listed meaning remediation detections lines firstSeen lastSeen",
                        "sample file line text",
                        "timeline start seconds platform detections",
                        "dependencies source target detections derived",
                        "inputs file bytes lines linesWithCodes detections",
                        "problems file line message incomplete");
    }

    @Test
    void emptyListsKeepTheirKeys() throws IOException {
        assertThat(keys(json(tally.snapshot(), Language.EN)))
                .containsExactly(
                        "schema files bytes lines linesWithCodes detections firstSeen lastSeen",
                        "platforms",
                        "timeline",
                        "dependencies",
                        "inputs",
                        "problems");
    }

    @Test
    void schemaNamesTheFirstVersion() throws IOException {
        assertThat(values(json(tally.snapshot(), Language.EN), "schema")).containsExactly("bk-errcode/summary/1");
    }

    @Test
    void platformsWithMoreDetectionsComeFirstThenTheIdDecides() throws IOException {
        record("a.log", 1, NOON, "\"code\":1306201");
        record("a.log", 2, NOON, "APIGW_LACK_PARAMS");
        record("a.log", 3, NOON, "errorCode=1252001, errorCode=1252001");

        assertThat(values(json(tally.snapshot(), Language.EN), "id")).containsExactly("job", "apigw", "paas");
    }

    @Test
    void codesWithMoreDetectionsComeFirstThenTheCodeDecides() throws IOException {
        record("a.log", 1, NOON, "\"code\":1306401");
        record("a.log", 2, NOON, "\"code\":1301002");
        record("a.log", 3, NOON, "\"code\":1306201, \"code\":1306201");

        assertThat(values(json(tally.snapshot(), Language.EN), "code"))
                .containsExactly("1306201", "1301002", "1306401");
    }

    @Test
    void numbersOfPlatformsAreNumbersAndNullForSymbolicCodes() throws IOException {
        record("a.log", 1, NOON, "\"code\":1306201, \"code\":1306201");
        record("a.log", 2, NOON, "APIGW_LACK_PARAMS");

        assertThat(values(json(tally.snapshot(), Language.EN), "number")).containsExactly("13", "null");
        assertThat(values(json(tally.snapshot(), Language.EN), "category")).containsExactly("platform", "null");
    }

    @Test
    void codeThatIsNotListedHasNeitherMeaningNorRemediation() throws IOException {
        record("cmdb.log", 1, NOON, "\"bk_error_code\":1199014");

        String json = json(tally.snapshot(), Language.ZH);
        assertThat(values(json, "listed")).containsExactly("false");
        assertThat(values(json, "meaning")).containsExactly("null");
        assertThat(values(json, "remediation")).containsExactly("null");
    }

    @Test
    void timesKeepTheirMilliseconds() throws IOException {
        record("a.log", 1, Instant.parse("2025-10-24T12:00:00.120Z"), "\"code\":1306201");

        assertThat(values(json(tally.snapshot(), Language.EN), "firstSeen"))
                .containsExactly("2025-10-24T12:00:00.120Z", "2025-10-24T12:00:00.120Z");
    }

    @Test
    void widthOfTheTimelineIsInSeconds() throws IOException {
        record("a.log", 1, NOON.plusSeconds(59), "\"code\":1306201");

        String json = json(tally.snapshot(), Language.EN);
        assertThat(values(json, "start")).containsExactly("2025-10-24T12:00:00Z");
        assertThat(values(json, "seconds")).containsExactly("60");
    }

    @Test
    void problemOfTheWholeInputHasNoLine() throws IOException {
        tally.addProblem(new Problem("gone.log", 0, "no such file", true));

        assertThat(values(json(tally.snapshot(), Language.EN), "line")).containsExactly("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code: 1306201 said \"no\"",
                "code: 1306201 C:\\temp\\new",
                "\tcode: 1306201\r",
                "\u001b[31mcode: 1306201\u001b[0m \u0000\u0007\u007f\u0085\u2028",
                "code: 1306201 错误 🔥"
            })
    void sampleIsReadBackAsItWasLogged(String line) throws IOException {
        record("a.log", 1, NOON, line);

        assertThat(values(json(tally.snapshot(), Language.EN), "text")).containsExactly(line);
    }

    @Test
    void controlCharactersOfASampleAreEscaped() throws IOException {
        record("a.log", 1, NOON, "\u001b[31mcode:\t1306201\u0000");

        assertThat(json(tally.snapshot(), Language.EN)).contains("\"\\u001B[31mcode:\\t1306201\\u0000\"");
    }

    @Test
    void lastLineEndsWithOneLineFeed() throws IOException {
        assertThat(json(tally.snapshot(), Language.EN))
                .endsWith("}\n")
                .doesNotEndWith("\n\n")
                .doesNotContain("\r");
    }

    @Test
    void writerIsFlushedAndStaysOpen() throws IOException {
        List<String> calls = new ArrayList<>();
        Writer writer = new StringWriter() {
            @Override
            public void flush() {
                calls.add("flush");
            }

            @Override
            public void close() {
                calls.add("close");
            }
        };

        SummaryJson.write(tally.snapshot(), Language.EN, writer);

        assertThat(calls).contains("flush").doesNotContain("close");
    }

    @Test
    void failureOfTheWriterReachesTheCaller() {
        Writer full = new Writer() {
            @Override
            public void write(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> SummaryJson.write(tally.snapshot(), Language.EN, full))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    private void recordEveryKindOfCode() {
        record(
                "esb.log",
                3,
                NOON,
                "{\"code\": 1306201, \"message\": \"say \\\"no\\\"\tC:\\\\temp \u001b[31mred\u001b[0m\"}");
        record("esb.log", 4, NOON.plusMillis(61_120), "错误码：1306201，错误码：1306201");
        record("esb.log", 9, null, "\"bk_error_code\":1199014,\"bk_error_msg\":\"code: 1306201\"");
        record("job.log", 7, NOON.plusSeconds(60), "ServiceException(errorType=TIMEOUT, errorCode=1252001)");
        record("job.log", 8, NOON.plusSeconds(90), "errorCode=1252001");
        record("paas3.log", 1, NOON.plusSeconds(120), "APIError(code=4313022, message=资源池为空)");
        record("paas3.log", 2, NOON.plusSeconds(121), "\"code\":1860106");
        record("gateway.log", 1, NOON, "{\"code\":\"FAILED_PRECONDITION\"}");
        record("gateway.log", 2, NOON, "APIGW_LACK_PARAMS");
        record("gateway.log", 5, NOON, "APIGW_NEVER_HEARD_OF");
        tally.addRead("esb.log", 10, 2_000);
        tally.addRead("job.log", 8, 800);
        tally.addRead("paas3.log", 2, 150);
        tally.addRead("gateway.log", 6, 400);
        tally.addRead("quiet.log", 1, 12);
        tally.addProblem(new Problem("job.log", 5, "not UTF-8; name its \"--charset\"", false));
        tally.addProblem(new Problem("gone.log", 0, "no such file", true));
    }

    private void record(String file, long line, @Nullable Instant time, String text) {
        tally.record(new LineOrigin(file, line, time), text, scanner.detect(text));
    }

    private static String json(Summary summary, Language language) throws IOException {
        StringWriter out = new StringWriter();
        SummaryJson.write(summary, language, out);
        return out.toString();
    }

    /** The keys in their order; one text for each run of plain keys, which begins with the key of the list or object they are in. */
    private static List<String> keys(String json) throws IOException {
        List<String> runs = new ArrayList<>();
        String run = "";
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.FIELD_NAME) {
                    continue;
                }
                String key = parser.currentName();
                if (parser.nextToken().isStructStart()) {
                    runs.add(run);
                    run = key;
                } else {
                    run = run.isEmpty() ? key : run + " " + key;
                }
            }
        }
        runs.add(run);
        return runs;
    }

    private static List<String> values(String json, String key) throws IOException {
        List<String> values = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals(key)) {
                    JsonToken value = parser.nextToken();
                    values.add(value == JsonToken.VALUE_NULL ? "null" : parser.getText());
                }
            }
        }
        return values;
    }
}
