package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.summary.LineOrigin;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UrgencyTest {

    private static final Instant START = Instant.parse("2025-10-24T07:00:00Z");

    private final Tally tally;

    UrgencyTest() throws IOException {
        tally = new Tally(SampleCatalog.read());
    }

    @Test
    void codeThatStillOccursGoesBeforeOneThatWasFarMoreFrequent() throws IOException {
        record("1301002", 9, 0);
        record("1301005", 1, 1_000);
        assertThat(ranked()).containsExactly("1301005", "1301002");
    }

    @Test
    void tenTimesAsManyDetectionsOutweighThatACodeHasCeased() throws IOException {
        record("1301002", 11, 0);
        record("1301005", 1, 1_000);
        assertThat(ranked()).containsExactly("1301002", "1301005");
    }

    @Test
    void failureGoesBeforeMistakesOfCallers() throws IOException {
        record("FAILED_PRECONDITION", 9, 0);
        record("1301005", 1, 0);
        assertThat(ranked()).containsExactly("1301005", "FAILED_PRECONDITION");
    }

    @Test
    void statusOfAServerIsNoMistakeOfTheCaller() throws IOException {
        record("APIGW_UPSTREAM_CONNECTION_TIMED_OUT", 2, 0);
        record("1301005", 1, 0);
        assertThat(ranked()).containsExactly("APIGW_UPSTREAM_CONNECTION_TIMED_OUT", "1301005");
    }

    @Test
    void equallyFrequentCodesAreInTheirOrder() throws IOException {
        record("1301005", 3, 0);
        record("1250001", 3, 0);
        record("1250099", 3, 0);
        assertThat(ranked()).containsExactly("1250001", "1250099", "1301005");
    }

    @Test
    void withoutTimesTheCountDecides() throws IOException {
        record("1301002", 2, null);
        record("1250001", 3, null);
        assertThat(ranked()).containsExactly("1250001", "1301002");
        Urgency urgency = Urgency.in(tally.snapshot());
        assertThat(urgency.rank(tally.snapshot()))
                .noneMatch(urgency::stillOccurs)
                .noneMatch(urgency::hasCeased);
    }

    @Test
    void lastTenthOfTheTimeCoveredCountsAsNow() throws IOException {
        record("1301002", 1, 0);
        record("1250001", 1, 899);
        record("1250099", 1, 900);
        record("1301005", 1, 1_000);
        Summary summary = tally.snapshot();
        Urgency urgency = Urgency.in(summary);
        assertThat(urgency.rank(summary).stream()
                        .filter(urgency::stillOccurs)
                        .map(code -> code.code().token()))
                .containsExactly("1250099", "1301005");
        assertThat(urgency.rank(summary).stream()
                        .filter(urgency::hasCeased)
                        .map(code -> code.code().token()))
                .containsExactly("1250001", "1301002");
    }

    @Test
    void codesOfOneMomentStillOccur() throws IOException {
        record("1301002", 1, 0);
        Summary summary = tally.snapshot();
        assertThat(summary.platforms().get(0).codes()).allMatch(Urgency.in(summary)::stillOccurs);
    }

    private List<String> ranked() {
        Summary summary = tally.snapshot();
        return Urgency.in(summary).rank(summary).stream()
                .map(CodeSummary::code)
                .map(code -> code.token())
                .toList();
    }

    private void record(String token, int lines, @Nullable Integer second) throws IOException {
        for (int i = 0; i < lines; i++) {
            Instant time = second == null ? null : START.plusSeconds(second);
            tally.record(new LineOrigin("a.log", i + 1L, time), token, List.of(SampleCatalog.detection(token, token)));
        }
    }
}
