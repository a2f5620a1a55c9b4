package io.github.bkerrcode.batch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads points in time as people write them on a command line. */
final class PointInTime {

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss[.SSS]]");

    private PointInTime() {}

    /**
     * Reads a point in time.
     *
     * @param option the option it is given with, for messages
     * @param text {@code 2025-10-24}, {@code "2025-10-24 15:02[:11]"}, {@code 2025-10-24T15:02:11+08:00}, or how long ago: {@code 90s}, {@code
     *     30m}, {@code 2h}, {@code 3d}
     * @param zone of times that do not name one
     * @param now what "ago" counts from
     * @throws IllegalArgumentException if it is none of these; the message is for the user
     */
    static Instant parse(String option, String text, ZoneId zone, Instant now) {
        String written = text.strip();
        Matcher ago = AGO.matcher(written);
        if (ago.matches()) {
            long count = Long.parseLong(ago.group(1));
            return now.minus(
                    switch (ago.group(2)) {
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    });
        }
        try {
            if (written.length() <= "2025-10-24".length()) {
                return LocalDate.parse(written).atStartOfDay(zone).toInstant();
            }
            String local = written.replace('T', ' ');
            boolean namesZone = local.endsWith("Z") || local.substring(10).matches(".*[+-]\\d\\d:?\\d\\d");
            return namesZone
                    ? OffsetDateTime.parse(written.replace(' ', 'T')).toInstant()
                    : LocalDateTime.parse(local, DATE_TIME).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(option + ": [" + text + "] is no time; give one such as 2025-10-24,"
                    + " \"2025-10-24 15:02\", 2025-10-24T15:02:11+08:00, or how long ago: 30m, 2h, 3d");
        }
    }
}
