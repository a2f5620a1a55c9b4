package io.github.bkerrcode.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how often something is to be done, as people write it: {@code 5 minutes}, {@code 30s}, {@code PT5M}; a bare number means seconds. {@code
 * off} is zero, which means never.
 */
public final class Interval {

    private static final String NEVER = "off";
    private static final Pattern AMOUNT =
            Pattern.compile("(\\d+)\\s*(|ms|milliseconds?|s|seconds?|m|minutes?|h|hours?)");

    private Interval() {}

    /** Returns the duration; empty if the text is none, or one that cannot be told in milliseconds. */
    public static Optional<Duration> parse(String text) {
        String written = text.strip().toLowerCase(Locale.ROOT);
        if (written.equals(NEVER)) {
            return Optional.of(Duration.ZERO);
        }
        try {
            Duration read = read(written);
            boolean isTooShort = read.toMillis() == 0 && !read.isZero();
            return read.isNegative() || isTooShort ? Optional.empty() : Optional.of(read);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Duration read(String text) {
        Matcher amount = AMOUNT.matcher(text);
        return amount.matches()
                ? Duration.of(Long.parseLong(amount.group(1)), unit(amount.group(2)))
                : Duration.parse(text);
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
