package io.github.bkerrcode.log4j2;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads stretches of time as people write them: {@code 5 minutes}, {@code 30 s}, {@code PT5M}; a bare number means seconds. */
final class Interval {

    private static final Pattern AMOUNT =
            Pattern.compile("(\\d+)\\s*(|ms|milliseconds?|s|seconds?|m|minutes?|h|hours?)");

    private Interval() {}

    /** Returns the duration; empty if the text is none. */
    static Optional<Duration> parse(String text) {
        try {
            Matcher amount = AMOUNT.matcher(text.strip().toLowerCase(Locale.ROOT));
            Duration read = amount.matches()
                    ? Duration.of(Long.parseLong(amount.group(1)), unit(amount.group(2)))
                    : Duration.parse(text.strip());
            return read.isNegative() ? Optional.empty() : Optional.of(read);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static ChronoUnit unit(String name) {
        return switch (name) {
            case "ms", "millisecond", "milliseconds" -> ChronoUnit.MILLIS;
            case "m", "minute", "minutes" -> ChronoUnit.MINUTES;
            case "h", "hour", "hours" -> ChronoUnit.HOURS;
            default -> ChronoUnit.SECONDS;
        };
    }
}
