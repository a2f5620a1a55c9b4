package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.Confidence;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a summary may have no codes: what was looked for, and which options would look for more.
 *
 * @param language of all words
 * @param columns width to keep within
 * @param zone in which times are shown
 */
public record NothingFoundText(Language language, int columns, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Writes the report. */
    public void write(SearchScope scope, PrintWriter out) {
        wrapped(lookedFor(scope), out);
        wrapped(advice(scope), out);
    }

    private void wrapped(String text, PrintWriter out) {
        DisplayText.wrap(DisplayText.harmless(text), Math.max(SummaryText.MIN_COLUMNS, columns))
                .forEach(out::println);
    }

    private String lookedFor(SearchScope scope) {
        List<String> parts = new ArrayList<>();
        parts.add(say("字符集 ", "charset ") + scope.charset().name());
        String confidence = scope.minConfidence().name().toLowerCase(Locale.ROOT);
        parts.add(say("可信度 " + confidence + " 及以上", "confidence " + confidence + " or higher"));
        if (isWindow(scope)) {
            parts.add(say("时间 ", "times ") + time(scope.since()) + " – " + time(scope.until()));
        }
        if (!scope.platforms().isEmpty()) {
            parts.add(say("平台 ", "platforms ") + String.join(" ", scope.platforms()));
        }
        return say("查找范围: ", "looked for: ") + String.join(" · ", parts);
    }

    private String advice(SearchScope scope) {
        List<String> options = new ArrayList<>();
        options.add(scope.charset().equals(StandardCharsets.UTF_8) ? "--charset GBK" : "--charset UTF-8");
        if (scope.minConfidence() != Confidence.LOW) {
            options.add("--min-confidence low");
        }
        if (isWindow(scope)) {
            options.add(say("更宽的 --since/--until", "a wider --since/--until"));
        }
        if (!scope.platforms().isEmpty()) {
            options.add(say("不带 --platform", "no --platform"));
        }
        String tried = String.join(say("、", ", "), options);
        return say(
                "若不应为空，可试 " + tried + "；analyzer detect --explain PATH 会说明每处数字为何不算",
                "if there should be some, try " + tried
                        + "; analyzer detect --explain PATH says of each number why it is none");
    }

    private static boolean isWindow(SearchScope scope) {
        return scope.since() != null || scope.until() != null;
    }

    private String time(@Nullable Instant time) {
        return time == null ? "…" : TIME.format(time.atZone(zone));
    }

    private String say(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }
}
