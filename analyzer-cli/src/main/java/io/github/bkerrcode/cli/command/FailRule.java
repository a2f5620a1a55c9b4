package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.cli.report.Comparison;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition under which a run counts as failed: {@code new}, {@code total>100}, {@code unlisted>0}, {@code platform:job>10}, {@code
 * code:1250001>0}.
 *
 * @param text as it was written
 * @param subject what is counted; {@code new} for codes that a baseline does not have
 * @param name the platform or code, or null where the subject is all there is to say
 * @param limit how many are still fine
 */
record FailRule(String text, String subject, @Nullable String name, long limit) {

    static final String NEW = "new";

    private static final List<String> FORMS = List.of(NEW, "total>N", "unlisted>N", "platform:ID>N", "code:CODE>N");

    private static final Pattern SYNTAX =
            Pattern.compile("(total|unlisted|platform:([^>\\s]+)|code:([^>\\s]+))\\s*>\\s*(\\d{1,18})");

    /**
     * Reads a rule.
     *
     * @throws UsageException if it is none
     */
    static FailRule parse(String text) {
        String rule = text.strip();
        if (rule.equals(NEW)) {
            return new FailRule(rule, NEW, null, 0);
        }
        Matcher matcher = SYNTAX.matcher(rule);
        if (!matcher.matches()) {
            throw new UsageException(
                    "--fail-on [" + text + "] 不是规则；可以写：" + String.join("、", FORMS),
                    "--fail-on [" + text + "] is no rule; give one of: " + String.join(", ", FORMS));
        }
        String subject = matcher.group(1);
        int colon = subject.indexOf(':');
        return new FailRule(
                rule,
                colon < 0 ? subject : subject.substring(0, colon),
                colon < 0 ? null : subject.substring(colon + 1),
                Long.parseLong(matcher.group(4)));
    }

    /**
     * Says what meets the rule, or returns null if nothing does.
     *
     * @param comparison with the baseline, or null if there is none
     */
    @Nullable
    LocalizedText violation(Summary summary, @Nullable Comparison comparison) {
        if (subject.equals(NEW)) {
            return comparison == null || comparison.added().isEmpty() ? null : added(comparison);
        }
        long count = count(summary);
        return count > limit ? new LocalizedText(count + " 次命中", count + " detections") : null;
    }

    private static LocalizedText added(Comparison comparison) {
        List<String> codes =
                comparison.added().stream().map(code -> code.code().token()).toList();
        return new LocalizedText(
                "基线中没有的错误码：" + String.join("、", codes),
                "codes that the baseline does not have: " + String.join(", ", codes));
    }

    private long count(Summary summary) {
        return switch (subject) {
            case "unlisted" ->
                codes(summary)
                        .filter(code -> !code.listed())
                        .mapToLong(CodeSummary::detections)
                        .sum();
            case "platform" ->
                summary.platforms().stream()
                        .filter(platform -> platform.platform().id().equals(name))
                        .mapToLong(PlatformSummary::detections)
                        .sum();
            case "code" ->
                codes(summary)
                        .filter(code -> code.code().token().equals(name))
                        .mapToLong(CodeSummary::detections)
                        .sum();
            default -> summary.detections();
        };
    }

    private static Stream<CodeSummary> codes(Summary summary) {
        return summary.platforms().stream().flatMap(platform -> platform.codes().stream());
    }
}
