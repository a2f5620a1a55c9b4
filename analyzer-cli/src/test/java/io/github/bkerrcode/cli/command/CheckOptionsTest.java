package io.github.bkerrcode.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkerrcode.cli.report.Palette;
import io.github.bkerrcode.code.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Baselines and the rules under which a run counts as failed, through the command line. */
class CheckOptionsTest {

    private record Run(int exitCode, String out, String err) {}

    @TempDir
    private Path directory;

    private String today = "";

    @BeforeEach
    void write() throws IOException {
        today = log("today.log", "errorCode=1306201\n".repeat(60) + "errorCode=1250001\n".repeat(2) + "x\n".repeat(38));
    }

    @ParameterizedTest
    @CsvSource({
        "total>61, 3",
        "total>62, 0",
        "total > 0, 3",
        "unlisted>0, 0",
        "platform:paas>59, 3",
        "platform:paas>60, 0",
        "platform:job>1, 3",
        "platform:cmdb>0, 0",
        "code:1250001>0, 3",
        "code:1250001>2, 0",
        "code:1301002>0, 0"
    })
    void ruleThatIsMetMakesTheRunFail(String rule, int exitCode) {
        Run run = run(today, "--fail-on", rule);

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).contains("1306201");
        assertThat(run.err())
                .isEqualTo(exitCode == 0 ? "" : "analyzer: --fail-on " + rule + ": " + detections(rule) + "\n");
    }

    @Test
    void unlistedCodesAreCounted() throws IOException {
        assertThat(run(log("a.log", "errorCode=1199014\n"), "--fail-on", "unlisted>0")
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void everyRuleThatIsMetIsSaid() {
        assertThat(run(today, "--fail-on", "total>1", "--fail-on", "code:1250001>0", "--fail-on", "total>1000")
                        .err())
                .hasLineCount(2);
    }

    @Test
    void failedRuleGoesBeforeIncompleteInput() {
        assertThat(run(today, directory.resolve("no-such.log").toString(), "--fail-on", "total>0")
                        .exitCode())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "total", "total>", "total>-1", "total<5", "total>x", "platform:>1", "old", "code>3"})
    void whatIsNoRuleIsAUsageError(String rule) {
        Run run = run(today, "--fail-on", rule);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("[" + rule + "] is no rule", "total>N");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void newNeedsABaseline() {
        Run run = run(today, "--fail-on", "new");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("needs --baseline");
    }

    @Test
    void whatChangedSinceTheBaselineIsSaid() throws IOException {
        String baseline = summary(log(
                "yesterday.log",
                "errorCode=1306201\n".repeat(10) + "errorCode=1301002\n".repeat(3) + "x\n".repeat(87)));

        Run run = run(today, "--baseline", baseline, "--fail-on", "new", "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("analyzer: --fail-on new: codes that the baseline does not have: 1250001\n");
        assertThat(run.out())
                .contains("compared with " + baseline)
                .containsPattern("new +1250001 +2 ")
                .containsPattern("gone +1301002 +3 → 0 ")
                .containsPattern("more +1306201 +10 → 60 \\(×6\\.0\\)");
    }

    @Test
    void ratesAreComparedByLinesAndSmallNumbersNotAtAll() throws IOException {
        // Ten times as much was read with ten times as many codes: nothing has changed.
        String baseline = summary(log(
                "yesterday.log",
                "errorCode=1306201\n".repeat(600) + "errorCode=1250001\n".repeat(4) + "x\n".repeat(396)));

        Run run = run(today, "--baseline", baseline, "--fail-on", "new", "--lang", "en");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("nothing that is worth a word");
    }

    @Test
    void baselineThatIsNoSummaryIsRefusedBeforeAnythingIsRead() throws IOException {
        Run run = run(today, "--baseline", log("wrong.json", "{}"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("wrong.json");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void jsonHoldsTheSummaryAlone() throws IOException {
        String baseline = summary(today);

        assertThat(run(today, "--baseline", baseline, "--format", "json").out())
                .isEqualTo(Files.readString(Path.of(baseline)));
    }

    @Test
    void markdownHasTheComparisonToo() throws IOException {
        String baseline = summary(log("yesterday.log", "errorCode=1301002\n"));

        Run run = run(today, "--baseline", baseline, "--format", "md", "--lang", "en");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("## compared with ", "| new | 1306201 | 60 |", "| gone | 1301002 | 1 → 0 |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv"})
    void formatWithoutAPlaceForTheComparisonIsSaid(String format) {
        String baseline = summary(today);

        assertThat(run(today, "--baseline", baseline, "--format", format))
                .isEqualTo(new Run(
                        0,
                        run(today, "--format", format).out(),
                        "analyzer: --baseline: " + format
                                + " has no place for the comparison; text, md and html have, and"
                                + " --fail-on new works with every format\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv"})
    void nothingIsSaidWhereTheBaselineServesARule(String format) {
        String baseline = summary(today);

        assertThat(run(today, "--baseline", baseline, "--fail-on", "new", "--format", format)
                        .err())
                .isEmpty();
    }

    @Test
    void mergedSummariesCanBeCheckedToo() throws IOException {
        assertThat(run("merge", summary(today), "--fail-on", "total>61").exitCode())
                .isEqualTo(3);
    }

    @Test
    void ruleIsReadWithoutBlanks() {
        assertThat(FailRule.parse(" platform:job>10 "))
                .isEqualTo(new FailRule("platform:job>10", "platform", "job", 10));
        assertThatThrownBy(() -> FailRule.parse("job>10")).isInstanceOf(UsageException.class);
    }

    private static String detections(String rule) {
        return (rule.startsWith("total") ? 62 : rule.contains("paas") ? 60 : 2) + " detections";
    }

    private String log(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private String summary(String log) {
        String json = log + ".json";
        assertThat(run(log, "-o", json).exitCode()).isZero();
        return json;
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), Palette.NONE, 100).in(Language.EN);
        List<String> complete = new ArrayList<>(List.of(arguments));
        return new Run(AnalyzerCommand.run(complete, console), out.toString(), err.toString());
    }
}
