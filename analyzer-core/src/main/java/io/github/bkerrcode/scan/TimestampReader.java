package io.github.bkerrcode.scan;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time a log line was written, in the layouts that BlueKing systems and their neighbours use: ISO 8601 and its
 * relatives ({@code 2025-10-24 15:02:11,123}, {@code 2025.10.24T15:02:11.123+08:00}, {@code 2025/10/24 15:02:11}), glog and
 * klog ({@code E1024 15:02:11.123456}, {@code E20251024 15:02:11.123456}), nginx and Apache ({@code 24/Oct/2025:15:02:11 +0800}), syslog ({@code Oct 24
 * 15:02:11}), and seconds or milliseconds since the epoch under a JSON key such as {@code "ts"} or {@code "timestamp"}.
 *
 * <p>Immutable to its users and safe for several threads.
 */
public final class TimestampReader {

    /** A line's time stands near its beginning, except in JSON lines, where keys come in any order. */
    private static final int SEARCH_LENGTH = 128;

    private static final int JSON_SEARCH_LENGTH = 2_048;

    /** The longest fraction and zone that are read behind a time, rounded up. */
    private static final int TAIL_LENGTH = 64;

    private static final int TIME_LENGTH = 8;
    private static final int MAX_OFFSET_HOURS = 14;
    private static final long FIRST_EPOCH_MILLIS = 100_000_000_000L;
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String[] EPOCH_KEYS = {
        "\"ts\":", "\"time\":", "\"timestamp\":", "\"@timestamp\":", "\"epoch\":"
    };

    private static final int SECONDS_PER_DAY = 86_400;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private static final long NO_DAY = Long.MIN_VALUE;
    private static final int NO_YEAR = -1;

    private final LocalZone zone;
    private final LocalDateTime latest;
    private final @Nullable LocalDateTime earliest;

    /** Neighbouring lines are of one day. Threads may overwrite each other's; each sees one that is whole. */
    private KnownDay lastDay = new KnownDay(1970, 1, 1, 0);

    /** The same of dates without a year. */
    private KnownDay lastDayOfSomeYear = new KnownDay(NO_YEAR, 0, 0, 0);

    private record KnownDay(int year, int month, int day, long epochDay) {

        private boolean isOf(int otherYear, int otherMonth, int otherDay) {
            return day == otherDay && month == otherMonth && year == otherYear;
        }
    }

    /**
     * Creates a reader.
     *
     * @param zone the zone of times that do not name one
     * @param latest the latest time a line can have; a time without a year gets the last year in which it is at most a day after
     *     it, which leaves room for another zone
     */
    public TimestampReader(ZoneId zone, Instant latest) {
        this(new LocalZone(zone), LocalDateTime.ofInstant(latest, zone).plusDays(1), null);
    }

    private TimestampReader(LocalZone zone, LocalDateTime latest, @Nullable LocalDateTime earliest) {
        this.zone = zone;
        this.latest = latest;
        this.earliest = earliest;
    }

    /**
     * Returns a reader for the rest of a log whose first line has a certain time: a time without a year gets the first year in
     * which it is not before that line, so that files of last year and files over New Year's Eve are read right. The head of a
     * glog file, {@code Log file created at: 2025/10/24 15:02:11}, is such a line.
     *
     * @param first the time of the first line
     */
    public TimestampReader startingAt(Instant first) {
        return new TimestampReader(
                zone, latest, LocalDateTime.ofInstant(first, zone.id()).minusDays(1));
    }

    /** Returns the time of the line, or null if it has none that can be read. */
    public @Nullable Instant read(String line) {
        // What is not in ISO 8859-1 is no part of a time, and neither is what stands for it then.
        byte[] bytes = line.substring(0, Math.min(line.length(), reach(line.startsWith("{"))))
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteLine characters = new ByteLine();
        characters.show(bytes, 0, bytes.length);
        return read(characters, searchLength(line.startsWith("{")));
    }

    /**
     * Returns the time of a line in UTF-8, as of its text.
     *
     * @param block the bytes
     * @param from where the line begins
     * @param to where it ends, exclusive
     */
    public @Nullable Instant read(byte[] block, int from, int to) {
        ByteLine line = new ByteLine();
        line.show(block, from, to);
        boolean json = to > from && block[from] == '{';
        int length = searchLength(json);
        if (line.length() <= length) {
            return read(line, length);
        }
        // The first so many bytes are among the first so many characters, but which key of JSON counts depends on all
        // of them.
        Instant time = json ? null : read(line, length);
        int bytes = time == null ? lengthOfCharacters(line, length) : length;
        return json || bytes > length ? read(line, bytes) : time;
    }

    private static int searchLength(boolean json) {
        return json ? JSON_SEARCH_LENGTH : SEARCH_LENGTH;
    }

    private static int reach(boolean json) {
        return searchLength(json) + TAIL_LENGTH;
    }

    /** How many bytes so many {@code char}s take in UTF-8. */
    private static int lengthOfCharacters(ByteLine line, int characters) {
        int left = characters;
        int i = 0;
        while (i < line.length()) {
            byte b = (byte) line.charAt(i);
            left -= Utf8.isContinuation(b) ? 0 : Utf8.isLeadOfFour(b) ? 2 : 1;
            if (left < 0) {
                return i;
            }
            i++;
        }
        return i;
    }

    private @Nullable Instant read(ByteLine line, int searchLength) {
        int end = Math.min(line.length(), searchLength);
        for (int time = findTime(line, 0, end); time >= 0; time = findTime(line, time + 1, end)) {
            Instant instant = readAround(line, time);
            if (instant != null) {
                return instant;
            }
        }
        return end > 0 && line.charAt(0) == '{' ? readEpoch(line, end) : null;
    }

    /** Where {@code hh:mm:ss} stands between two positions, or -1. */
    private static int findTime(ByteLine line, int from, int to) {
        for (int i = from + 2; i <= to - 6; i++) {
            if (line.charAt(i) == ':'
                    && line.charAt(i + 3) == ':'
                    && isDigits(line, i - 2, 2)
                    && isDigits(line, i + 1, 2)
                    && isDigits(line, i + 4, 2)) {
                return i - 2;
            }
        }
        return -1;
    }

    private @Nullable Instant readAround(ByteLine line, int time) {
        int hour = number(line, time, 2);
        int minute = number(line, time + 3, 2);
        if (hour > 23 || minute > 59) {
            return null;
        }
        int secondOfDay = (hour * 60 + minute) * 60 + Math.min(59, number(line, time + 6, 2));
        try {
            long day = day(line, time, secondOfDay);
            if (day == NO_DAY) {
                return null;
            }
            long second = day * SECONDS_PER_DAY + secondOfDay;
            int fractionEnd = fractionEnd(line, time + TIME_LENGTH);
            ZoneOffset offset = offset(line, fractionEnd);
            int nanos = nanos(line, time + TIME_LENGTH, fractionEnd);
            return Instant.ofEpochSecond(
                    offset == null ? zone.toUtc(second) : second - offset.getTotalSeconds(),
                    nanos - nanos % NANOS_PER_MILLI);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day of the date that stands in front of a time, counted from 1970-01-01, or {@link #NO_DAY}. */
    private long day(ByteLine line, int time, int secondOfDay) {
        int iso = time - 11;
        if (iso >= 0 && isDigits(line, iso, 4) && isDigits(line, iso + 5, 2) && isDigits(line, iso + 8, 2)) {
            char separator = line.charAt(iso + 4);
            boolean date =
                    (separator == '-' || separator == '/' || separator == '.') && line.charAt(iso + 7) == separator;
            return date ? day(number(line, iso, 4), number(line, iso + 5, 2), number(line, iso + 8, 2)) : NO_DAY;
        }
        int apache = time - 12;
        if (apache >= 0
                && isDigits(line, apache, 2)
                && line.charAt(apache + 2) == '/'
                && isDigits(line, apache + 7, 4)) {
            int month = month(line, apache + 3);
            return month == 0 ? NO_DAY : day(number(line, apache + 7, 4), month, number(line, apache, 2));
        }
        int dated = time - 9;
        if (dated >= 1 && isDigits(line, dated, 8) && "IWEF".indexOf(line.charAt(dated - 1)) >= 0) {
            return day(number(line, dated, 4), number(line, dated + 4, 2), number(line, dated + 6, 2));
        }
        int klog = time - 5;
        if (klog >= 1 && isDigits(line, klog, 4) && "IWEF".indexOf(line.charAt(klog - 1)) >= 0) {
            return dayOfSomeYear(number(line, klog, 2), number(line, klog + 2, 2), secondOfDay);
        }
        int syslog = time - 7;
        if (syslog >= 0 && month(line, syslog) > 0) {
            char tens = line.charAt(syslog + 4);
            if (tens != ' ' && !isDigits(line, syslog + 4, 1) || !isDigits(line, syslog + 5, 1)) {
                return NO_DAY;
            }
            int day = (tens == ' ' ? 0 : number(line, syslog + 4, 1) * 10) + number(line, syslog + 5, 1);
            return dayOfSomeYear(month(line, syslog), day, secondOfDay);
        }
        return NO_DAY;
    }

    private long day(int year, int month, int day) {
        KnownDay known = lastDay;
        if (!known.isOf(year, month, day)) {
            known = new KnownDay(
                    year, month, day, LocalDate.of(year, month, day).toEpochDay());
            lastDay = known;
        }
        return known.epochDay();
    }

    private long dayOfSomeYear(int month, int day, int secondOfDay) {
        boolean leapDay = month == 2 && day == 29;
        if (earliest != null) {
            KnownDay known = lastDayOfSomeYear;
            if (!known.isOf(NO_YEAR, month, day)) {
                LocalDate date = notBefore(earliest.toLocalDate(), month, day, leapDay);
                known = new KnownDay(NO_YEAR, month, day, date.toEpochDay());
                lastDayOfSomeYear = known;
            }
            return known.epochDay();
        }
        int year = latest.getYear();
        while (leapDay && !Year.isLeap(year)) {
            year--;
        }
        LocalDate candidate = LocalDate.of(year, month, day);
        boolean tooLate = candidate.atTime(LocalTime.ofSecondOfDay(secondOfDay)).isAfter(latest);
        return (tooLate ? candidate.minusYears(leapDay ? 4 : 1) : candidate).toEpochDay();
    }

    private static LocalDate notBefore(LocalDate earliest, int month, int day, boolean leapDay) {
        int year = earliest.getYear();
        while (leapDay && !Year.isLeap(year) || LocalDate.of(year, month, day).isBefore(earliest)) {
            year++;
        }
        return LocalDate.of(year, month, day);
    }

    /** The month whose three letters stand at a position, from 1; 0 if none does. */
    private static int month(ByteLine line, int position) {
        if (position + 3 > line.length()) {
            return 0;
        }
        for (int month = 0; month < MONTHS.length(); month += 3) {
            if (line.charAt(position) == MONTHS.charAt(month)
                    && line.charAt(position + 1) == MONTHS.charAt(month + 1)
                    && line.charAt(position + 2) == MONTHS.charAt(month + 2)) {
                return month / 3 + 1;
            }
        }
        return 0;
    }

    private static int fractionEnd(ByteLine line, int start) {
        if (start >= line.length() || line.charAt(start) != '.' && line.charAt(start) != ',') {
            return start;
        }
        int end = start + 1;
        while (end < line.length() && end < start + 10 && isDigits(line, end, 1)) {
            end++;
        }
        return end == start + 1 ? start : end;
    }

    private static int nanos(ByteLine line, int start, int end) {
        int nanos = 0;
        for (int i = 1; i <= 9; i++) {
            nanos = nanos * 10 + (start + i < end ? line.charAt(start + i) - '0' : 0);
        }
        return nanos;
    }

    /** The offset behind a time: Z, +08:00, +0800 or +08; null if what stands there is none. */
    private static @Nullable ZoneOffset offset(ByteLine line, int start) {
        int position = start < line.length() && line.charAt(start) == ' ' ? start + 1 : start;
        if (position >= line.length()) {
            return null;
        }
        char sign = line.charAt(position);
        if (sign == 'Z' && position == start) {
            return ZoneOffset.UTC;
        }
        if (sign != '+' && sign != '-' || !isDigits(line, position + 1, 2)) {
            return null;
        }
        int hours = number(line, position + 1, 2);
        int end = position + 3;
        int minutes = 0;
        int minutesAt = end < line.length() && line.charAt(end) == ':' ? end + 1 : end;
        if (isDigits(line, minutesAt, 2)) {
            minutes = number(line, minutesAt, 2);
            end = minutesAt + 2;
        }
        if (isDigits(line, end, 1) || hours > MAX_OFFSET_HOURS || minutes > 59) {
            return null;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(sign == '-' ? -seconds : seconds);
    }

    private static @Nullable Instant readEpoch(ByteLine line, int end) {
        for (String key : EPOCH_KEYS) {
            int start = indexOf(line, key, end);
            if (start >= 0) {
                Instant instant = epoch(line, start + key.length(), end);
                if (instant != null) {
                    return instant;
                }
            }
        }
        return null;
    }

    private static int indexOf(ByteLine line, String key, int end) {
        for (int start = 0; start + key.length() <= end; start++) {
            int same = 0;
            while (same < key.length() && line.charAt(start + same) == key.charAt(same)) {
                same++;
            }
            if (same == key.length()) {
                return start;
            }
        }
        return -1;
    }

    private static @Nullable Instant epoch(ByteLine line, int position, int lineEnd) {
        int start = position;
        while (start < lineEnd && (line.charAt(start) == ' ' || line.charAt(start) == '"')) {
            start++;
        }
        long value = 0;
        int end = start;
        while (end < lineEnd && isDigits(line, end, 1)) {
            value = value * 10 + line.charAt(end) - '0';
            end++;
        }
        if (end - start < 10 || end - start > 13) {
            return null;
        }
        if (value >= FIRST_EPOCH_MILLIS) {
            return Instant.ofEpochMilli(value);
        }
        int fractionEnd = Math.min(lineEnd, fractionEnd(line, end));
        return Instant.ofEpochSecond(value, nanos(line, end, fractionEnd)).truncatedTo(ChronoUnit.MILLIS);
    }

    private static boolean isDigits(ByteLine line, int start, int count) {
        if (start < 0 || start + count > line.length()) {
            return false;
        }
        for (int i = start; i < start + count; i++) {
            if (line.charAt(i) < '0' || line.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(ByteLine line, int start, int count) {
        int number = 0;
        for (int i = start; i < start + count; i++) {
            number = number * 10 + (line.charAt(i) - '0');
        }
        return number;
    }
}
