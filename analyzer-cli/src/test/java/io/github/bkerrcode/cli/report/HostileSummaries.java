package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.catalog.Origin;
import io.github.bkerrcode.catalog.Remediation;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.code.Platform;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.Dependency;
import io.github.bkerrcode.summary.Summary.InputSummary;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Summary.Sample;
import io.github.bkerrcode.summary.Summary.TimeBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Summaries that nobody would write on purpose, or somebody would. */
final class HostileSummaries {

    /** Three libraries, seven of our own, and the data. */
    static final int SCRIPTS_OF_A_PAGE = 11;

    /** Every text in it tries to leave the place where it stands. */
    static final String TEXT = "<script>window.hacked=1</script></script><script>window.hacked=1</script><!-- <![CDATA["
            + "<img src=x onerror=window.hacked=1>\" ' ` ${data} ${scripts} &lt; &amp; \u0000 \u001b[31m \u202e\u2066 \u2028 \u2029"
            + " \ud83d x \udd25 \ufeff" + "x".repeat(2_000);

    private static final Instant TIME = Instant.parse("2025-10-24T07:00:00Z");

    private HostileSummaries() {}

    static Summary everywhere() {
        LocalizedText text = new LocalizedText(TEXT, TEXT + " en");
        Platform platform = new Platform(TEXT, 12, text, new Category(TEXT, 10, 29, text));
        ErrorCode code = ErrorCode.parse("1250001").orElseThrow();
        CatalogEntry entry = new CatalogEntry(
                code,
                platform,
                TEXT,
                TEXT,
                TEXT,
                text,
                new Remediation(List.of(text, text)),
                500,
                TEXT,
                TEXT + 2,
                null,
                null,
                Origin.BUILT_IN);
        CodeSummary summary = new CodeSummary(
                new Resolution.Listed(code, platform, null, List.of(entry)),
                3,
                2,
                TIME,
                TIME.plusSeconds(90),
                new Sample(TEXT, 7, TEXT));
        return new Summary(
                1,
                10,
                5,
                2,
                3,
                TIME,
                TIME.plusSeconds(90),
                List.of(new PlatformSummary(platform, 3, 2, List.of(summary))),
                List.of(new TimeBucket(TIME, Duration.ofMinutes(1), TEXT, 3)),
                List.of(new Dependency(TEXT, TEXT + 2, 3, false), new Dependency(TEXT + 2, TEXT, 1, true)),
                List.of(new InputSummary(TEXT, 10, 5, 2, 3)),
                List.of(new Problem(TEXT, 1, TEXT, true)));
    }

    /** So many unlisted codes of one platform, once each. */
    static Summary manyCodes(int count) {
        Platform job = new Platform("job", 12, LocalizedText.same("JOB"), null);
        List<CodeSummary> codes = IntStream.range(0, count)
                .mapToObj(i -> new CodeSummary(
                        new Resolution.Unlisted(ErrorCode.numeric(1_260_000 + i), job, null),
                        1,
                        1,
                        null,
                        null,
                        new Sample("a.log", i + 1L, "code=" + (1_260_000 + i))))
                .toList();
        return new Summary(
                1,
                10,
                count,
                count,
                count,
                null,
                null,
                List.of(new PlatformSummary(job, count, count, codes)),
                List.of(),
                List.of(),
                List.of(new InputSummary("a.log", 10, count, count, count)),
                List.of());
    }
}
