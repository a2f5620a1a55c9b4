package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.cli.report.Comparison;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Tally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that judges a summary. */
final class CheckOptions {

    @Option(
            names = "--baseline",
            paramLabel = "OLD.json",
            description =
                    "Compare with an earlier summary: codes that are new or gone, and those at least twice as frequent"
                            + " or as rare per line. Shown in text, md and html; --fail-on new works with every format.")
    private @Nullable Path baseline;

    @Option(
            names = "--fail-on",
            paramLabel = "RULE",
            description =
                    "Exit with 3 if this is so: new (a code that the baseline does not have), total>N, unlisted>N,"
                            + " platform:ID>N, code:CODE>N. May be given several times.")
    private List<String> failOn = new ArrayList<>();

    /**
     * What a summary is held against.
     *
     * @param name the name of the baseline, or null if there is none
     * @param baseline what it says
     */
    record Checks(@Nullable String name, @Nullable Summary baseline, List<FailRule> rules) {

        /** Says whether there is a baseline that serves no rule, so that a report without the comparison would make it useless. */
        boolean isBaselineOnlyShown() {
            return baseline != null
                    && rules.stream().noneMatch(rule -> rule.subject().equals(FailRule.NEW));
        }

        /** Compares with the baseline; null if there is none. */
        @Nullable
        Comparison compare(Summary summary) {
            return baseline == null ? null : Comparison.of(baseline, summary);
        }

        /**
         * Says which rules are met.
         *
         * @param exitCode what the run would end with
         * @return the exit code of a failed run if a rule is met, or the one that was given
         */
        int exitCode(int exitCode, Summary summary, Console console) {
            Comparison comparison = compare(summary);
            boolean failed = false;
            for (FailRule rule : rules) {
                LocalizedText violation = rule.violation(summary, comparison);
                if (violation != null) {
                    String option = "--fail-on " + rule.text() + ": ";
                    console.report(option + violation.zh(), option + violation.en());
                    failed = true;
                }
            }
            return failed ? ExitCode.FAILED_RULE : exitCode;
        }
    }

    /**
     * Reads the options before there is anything to hold against them.
     *
     * @param catalog what codes mean that only the baseline has
     * @throws UsageException if a rule is none, or the baseline no summary
     */
    Checks checks(Catalog catalog) {
        if (failOn.isEmpty() && baseline == null) {
            return new Checks(null, null, List.of());
        }
        List<FailRule> rules = failOn.stream().map(FailRule::parse).toList();
        if (baseline == null) {
            if (rules.stream().anyMatch(rule -> rule.subject().equals(FailRule.NEW))) {
                throw new UsageException(
                        "--fail-on new 需要 --baseline OLD.json 才能知道什么是新增的",
                        "--fail-on new needs --baseline OLD.json to know what is new");
            }
            return new Checks(null, null, rules);
        }
        String name = baseline.toString();
        Summary summary = SummaryFile.of(List.of(name), null).get(0).read();
        return new Checks(name, Tally.of(summary, catalog).snapshot(), rules);
    }
}
