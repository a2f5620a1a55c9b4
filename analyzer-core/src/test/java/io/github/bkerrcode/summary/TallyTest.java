package io.github.bkerrcode.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.scan.RuleSet;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {

    private static final Instant NOON = Instant.parse("2025-10-24T12:00:00Z");
    private static final Instant ONE = Instant.parse("2025-10-24T13:00:00Z");

    private final CodeScanner scanner = CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM);
    private final Tally tally = new Tally(Catalog.builtIn());

    @Test
    void nothingRecordedIsAllZero() {
        assertThat(tally.snapshot())
                .isEqualTo(
                        new Summary(0, 0, 0, 0, 0, null, null, List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void lineWithoutDetectionsCountsNothing() {
        tally.record(new LineOrigin("job.log", 1, NOON), "all is well", List.of());

        assertThat(tally.snapshot()).isEqualTo(new Tally(Catalog.builtIn()).snapshot());
    }

    @Test
    void codeThatStandsTwiceInALineIsTwoDetectionsInOneLine() {
        record("esb.log", 1, "\"code\":1306201, \"message\":\"code: 1306201\"");

        assertThat(tally.snapshot().detections()).isEqualTo(2);
        assertThat(tally.snapshot().linesWithCodes()).isEqualTo(1);
        assertThat(code("1306201").detections()).isEqualTo(2);
        assertThat(code("1306201").lines()).isEqualTo(1);
    }

    @Test
    void codeInTwoLinesHasTwoLines() {
        record("esb.log", 1, "\"code\":1306201");
        record("esb.log", 2, "\"code\":1306201");

        assertThat(tally.snapshot().linesWithCodes()).isEqualTo(2);
        assertThat(code("1306201").lines()).isEqualTo(2);
    }

    @Test
    void lineNumbersOfTwoInputsAreDifferentLines() {
        record("esb-1.log", 7, "\"code\":1306201");
        record("esb-2.log", 7, "\"code\":1306201");

        assertThat(code("1306201").lines()).isEqualTo(2);
    }

    @Test
    void lineWithTwoCodesOfAPlatformIsOneLineOfThePlatform() {
        record("esb.log", 1, "\"code\":1306201, \"code\":1306401");

        assertThat(platform("paas").detections()).isEqualTo(2);
        assertThat(platform("paas").lines()).isEqualTo(1);
    }

    @Test
    void lineWithCodesOfTwoPlatformsIsALineOfBoth() {
        record("esb.log", 1, "\"bk_error_code\":1199998,\"bk_error_msg\":\"code: 1306201\"");

        assertThat(tally.snapshot().linesWithCodes()).isEqualTo(1);
        assertThat(platform("cmdb").lines()).isEqualTo(1);
        assertThat(platform("paas").lines()).isEqualTo(1);
    }

    @Test
    void flagCountsForTheNumberItStandsFor() {
        record("paas.log", 1, "PaaSErrorCodes.E1301002_BASE_DATABASE_ERROR");
        record("paas.log", 2, "\"code\":1301002");

        assertThat(code("1301002").detections()).isEqualTo(2);
    }

    @Test
    void unlistedCodeCountsForItsPlatformAndHasNoMeaning() {
        record("cmdb.log", 1, "\"bk_error_code\":1199014");

        CodeSummary code = platform("cmdb").codes().get(0);
        assertThat(code.code()).isEqualTo(ErrorCode.numeric(1199014));
        assertThat(code.listed()).isFalse();
        assertThat(code.resolution().meaning(Language.ZH)).isNull();
    }

    @Test
    void listedCodeHasItsMeaning() {
        record("esb.log", 1, "\"code\":1306201");

        assertThat(code("1306201").listed()).isTrue();
        assertThat(code("1306201").resolution().meaning(Language.ZH)).isEqualTo("请求第三方系统接口出现异常");
    }

    @Test
    void symbolicCodeCountsForTheGateway() {
        record("gateway.log", 1, "APIGW_LACK_PARAMS");

        assertThat(platform("apigw").codes())
                .extracting(code -> code.code().token())
                .containsExactly("APIGW_LACK_PARAMS");
    }

    @Test
    void codeThatTheCatalogDoesNotKnowIsRefused() {
        Detection stranger = new Detection(ErrorCode.numeric(1), false, 0, 7, Confidence.HIGH, "any");

        assertThatThrownBy(() -> tally.record(new LineOrigin("a.log", 1, null), "0000001", List.of(stranger)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0000001");
    }

    @Test
    void platformsWithMoreDetectionsComeFirstThenTheIdDecides() {
        record("a.log", 1, "\"code\":1306201");
        record("a.log", 2, "\"code\":1104600");
        record("a.log", 3, "APIGW_LACK_PARAMS");
        record("a.log", 4, "\"code\":4311003");
        record("a.log", 5, "\"code\":4311003");

        assertThat(tally.snapshot().platforms())
                .extracting(platform -> platform.platform().id())
                .containsExactly("bk_paas3", "apigw", "cmdb", "paas");
    }

    @Test
    void codesWithMoreDetectionsComeFirstThenTheCodeDecides() {
        record("a.log", 1, "\"code\":1306401");
        record("a.log", 2, "\"code\":1301002");
        record("a.log", 3, "\"code\":1306201");
        record("a.log", 4, "\"code\":1306201");

        assertThat(platform("paas").codes())
                .extracting(code -> code.code().token())
                .containsExactly("1306201", "1301002", "1306401");
    }

    @Test
    void firstAndLastSeenDoNotDependOnTheOrderOfLines() {
        record("b.log", 1, ONE, "\"code\":1306201");
        record("a.log", 1, NOON, "\"code\":1306201");

        assertThat(tally.snapshot().firstSeen()).isEqualTo(NOON);
        assertThat(tally.snapshot().lastSeen()).isEqualTo(ONE);
    }

    @Test
    void codeIsSeenOnlyWhereItStands() {
        record("a.log", 1, NOON, "\"code\":1306201");
        record("a.log", 2, ONE, "\"code\":1306401");

        assertThat(code("1306201").firstSeen()).isEqualTo(NOON);
        assertThat(code("1306201").lastSeen()).isEqualTo(NOON);
    }

    @Test
    void lineWithoutTimeIsCountedButNotOnTheTimeline() {
        record("a.log", 1, "\"code\":1306201");

        assertThat(tally.snapshot().detections()).isEqualTo(1);
        assertThat(tally.snapshot().firstSeen()).isNull();
        assertThat(tally.snapshot().timeline()).isEmpty();
    }

    @Test
    void timelineCountsEveryDetectionOfALine() {
        record("a.log", 1, NOON, "\"code\":1306201, \"code\":1306201, \"code\":1199998");

        assertThat(tally.snapshot().timeline())
                .containsExactly(
                        new TimeBucket(NOON, Duration.ofMinutes(1), "cmdb", 1),
                        new TimeBucket(NOON, Duration.ofMinutes(1), "paas", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC", "ACB", "BAC", "BCA", "CAB", "CBA"})
    void sampleIsTheFirstLineOfTheFirstInputWhateverTheOrder(String order) {
        order.chars().forEach(line -> {
            switch (line) {
                case 'A' -> record("a.log", 5, "code: 1306201 of the fifth line");
                case 'B' -> record("a.log", 10, "code: 1306201 of the tenth line");
                default -> record("b.log", 1, "code: 1306201 of the second input");
            }
        });

        assertThat(code("1306201").sample()).isEqualTo(new Sample("a.log", 5, "code: 1306201 of the fifth line"));
    }

    @Test
    void longestLineThatFitsIsKeptWhole() {
        String line = "code: 1306201 " + "y".repeat(Tally.MAX_SAMPLE_LENGTH - 14);

        record("a.log", 1, line);

        assertThat(code("1306201").sample().text()).isEqualTo(line);
    }

    @Test
    void longerLineIsShortenedOnBothSidesOfTheCode() {
        record("a.log", 1, "x".repeat(1_000) + " code: 1306201 " + "y".repeat(1_000));

        assertThat(code("1306201").sample().text())
                .hasSize(Tally.MAX_SAMPLE_LENGTH)
                .startsWith("xxx")
                .contains(" code: 1306201 ")
                .endsWith("yyy");
    }

    @Test
    void longLineThatBeginsWithItsCodeLosesItsEndOnly() {
        String line = "code: 1306201 " + "y".repeat(1_000);

        record("a.log", 1, line);

        assertThat(code("1306201").sample().text()).isEqualTo(line.substring(0, Tally.MAX_SAMPLE_LENGTH));
    }

    @Test
    void longLineThatEndsWithItsCodeLosesItsBeginningOnly() {
        String line = "x".repeat(1_000) + " code: 1306201";

        record("a.log", 1, line);

        assertThat(code("1306201").sample().text()).isEqualTo(line.substring(line.length() - Tally.MAX_SAMPLE_LENGTH));
    }

    @Test
    void eachCodeOfALongLineHasASampleThatShowsIt() {
        record("a.log", 1, "code: 1306201 " + "x".repeat(1_000) + " code: 1306401");

        assertThat(code("1306201").sample().text()).contains("1306201");
        assertThat(code("1306401").sample().text()).contains("1306401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void shortenedSampleCutsNoCharacterInHalf(String shift) {
        record("a.log", 1, shift + "🔥".repeat(500) + " code: 1306201 " + "🔥".repeat(500));

        assertThat(code("1306201").sample().text().codePoints()).noneMatch(TallyTest::isHalfACharacter);
    }

    @Test
    void codeThatBlamesAnotherSystemIsADependency() {
        record("job.log", 1, "errorCode=1250001");
        record("job.log", 2, "errorCode=1250001, errorCode=1250001");
        record("job.log", 3, "errorCode=1252001");

        assertThat(tally.snapshot().dependencies())
                .containsExactly(new Dependency("JOB", "Redis", 3, false), new Dependency("JOB", "MYSQL", 1, false));
    }

    @Test
    void codesThatBlameTheSameSystemAddUp() {
        record("job.log", 1, "errorCode=1210001");
        record("job.log", 2, "errorCode=1210101");

        assertThat(tally.snapshot().dependencies()).containsExactly(new Dependency("JOB", "GSE", 2, false));
    }

    @Test
    void whatAMeaningBlamesIsADerivedDependency() {
        record("esb.log", 1, "\"code\":1306201");
        record("job.log", 1, "errorCode=1250001");

        assertThat(tally.snapshot().dependencies())
                .containsExactly(
                        new Dependency("ESB", "third party", 1, true), new Dependency("JOB", "Redis", 1, false));
    }

    @Test
    void dependenciesOfEqualWeightAreSortedByName() {
        record("job.log", 1, "errorCode=1259001");
        record("job.log", 2, "errorCode=1210001");
        record("job.log", 3, "errorCode=1255001");

        assertThat(tally.snapshot().dependencies())
                .extracting(Dependency::target)
                .containsExactly("GSE", "MQ", "NFS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"errorCode=1239996", "\"code\":1306401", "errorCode=1250999"})
    void codeThatBlamesNobodyElseIsNoDependency(String line) {
        record("job.log", 1, line);

        assertThat(tally.snapshot().detections()).isEqualTo(1);
        assertThat(tally.snapshot().dependencies()).isEmpty();
    }

    @Test
    void inputsAreSortedByNameAndAddUp() {
        tally.addRead("b.log", 10, 1_000);
        tally.addRead("a.log", 20, 2_000);
        tally.addRead("b.log", 1, 100);
        record("b.log", 3, "\"code\":1306201, \"code\":1306201");

        Summary summary = tally.snapshot();
        assertThat(summary.inputs())
                .containsExactly(
                        new InputSummary("a.log", 2_000, 20, 0, 0), new InputSummary("b.log", 1_100, 11, 1, 2));
        assertThat(summary.files()).isEqualTo(2);
        assertThat(summary.lines()).isEqualTo(31);
        assertThat(summary.bytes()).isEqualTo(3_100);
    }

    @Test
    void emptyInputIsAFile() {
        tally.addRead("empty.log", 0, 0);

        assertThat(tally.snapshot().files()).isEqualTo(1);
    }

    @Test
    void inputThatCouldNotBeOpenedIsAProblemAndNoFile() {
        tally.addProblem(new Problem("gone.log", 0, "no such file", true));

        assertThat(tally.snapshot().files()).isZero();
        assertThat(tally.snapshot().problems()).containsExactly(new Problem("gone.log", 0, "no such file", true));
    }

    @Test
    void problemsAreSortedByInputLineAndMessage() {
        tally.addProblem(new Problem("b.log", 0, "cut short", true));
        tally.addProblem(new Problem("a.log", 10, "too long", false));
        tally.addProblem(new Problem("a.log", 9, "too long", false));
        tally.addProblem(new Problem("a.log", 9, "not UTF-8", false));

        assertThat(tally.snapshot().problems())
                .extracting(Problem::file, Problem::line, Problem::message)
                .containsExactly(
                        tuple("a.log", 9L, "not UTF-8"),
                        tuple("a.log", 9L, "too long"),
                        tuple("a.log", 10L, "too long"),
                        tuple("b.log", 0L, "cut short"));
    }

    @Test
    void sameProblemIsSaidOnce() {
        tally.addProblem(new Problem("a.log", 9, "too long", false));
        tally.addProblem(new Problem("a.log", 9, "too long", false));

        assertThat(tally.snapshot().problems()).hasSize(1);
    }

    @Test
    void snapshotStaysAsItWasWhenTheTallyGoesOn() {
        record("a.log", 1, NOON, "\"code\":1306201");
        Summary before = tally.snapshot();

        record("a.log", 2, ONE, "\"code\":1306201");

        assertThat(before.detections()).isEqualTo(1);
        assertThat(before.platforms().get(0).codes().get(0).lastSeen()).isEqualTo(NOON);
        assertThat(tally.snapshot().detections()).isEqualTo(2);
    }

    private static boolean isHalfACharacter(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private void record(String file, long line, String text) {
        record(file, line, null, text);
    }

    private void record(String file, long line, @Nullable Instant time, String text) {
        tally.record(new LineOrigin(file, line, time), text, scanner.detect(text));
    }

    private PlatformSummary platform(String id) {
        return tally.snapshot().platforms().stream()
                .filter(platform -> platform.platform().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private CodeSummary code(String token) {
        return tally.snapshot().platforms().stream()
                .flatMap(platform -> platform.codes().stream())
                .filter(code -> code.code().token().equals(token))
                .findFirst()
                .orElseThrow();
    }
}
