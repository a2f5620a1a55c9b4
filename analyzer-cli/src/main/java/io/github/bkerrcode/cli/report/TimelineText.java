package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import io.github.bkerrcode.summary.Summary.TimeBucket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A platform's detections over time on one line: bars, the time they cover, and how many the highest stands for.
 *
 * @param language of all words
 * @param palette colours, or none
 * @param bars what to draw with
 * @param columns width to keep within
 * @param zone in which times are shown
 * @param timeline of the whole summary
 * @param axis its time, or null if it is too short to show anything
 */
record TimelineText(
        Language language,
        Palette palette,
        Bars bars,
        int columns,
        ZoneId zone,
        List<TimeBucket> timeline,
        @Nullable TimeAxis axis) {

    /** More bars than these show no more. */
    private static final int MOST_BARS = 120;

    private static final int FEWEST_BARS = 8;
    private static final String GAP = "  ";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static TimelineText of(Summary summary, Language language, Palette palette, Bars bars, int columns, ZoneId zone) {
        List<TimeBucket> timeline = summary.timeline();
        TimelineText none = new TimelineText(language, palette, bars, columns, zone, timeline, null);
        if (timeline.isEmpty()) {
            return none;
        }
        long most = summary.platforms().stream()
                .mapToLong(PlatformSummary::detections)
                .max()
                .orElse(0);
        TimeAxis widest = TimeAxis.of(timeline, FEWEST_BARS);
        int words = DisplayText.width(none.span(widest) + none.highest(most, Duration.ofMinutes(30)));
        int room = Math.max(FEWEST_BARS, Math.min(MOST_BARS, columns - 2 * GAP.length() - words));
        TimeAxis axis = TimeAxis.of(timeline, room);
        return axis.stretches() < 2 ? none : new TimelineText(language, palette, bars, columns, zone, timeline, axis);
    }

    /** Returns the line of a platform, or null if nothing of it has a time, or all of it the same. */
    @Nullable
    String line(String platform) {
        if (axis == null) {
            return null;
        }
        long[] counts = axis.counts(timeline, platform);
        long highest = Arrays.stream(counts).max().orElse(0);
        if (highest == 0) {
            return null;
        }
        String drawn = GAP + bars.draw(counts) + GAP;
        String words = span(axis) + highest(highest, axis.stretch());
        int room = columns - DisplayText.width(drawn);
        return drawn + palette.faint(DisplayText.width(words) <= room ? words : span(axis));
    }

    private String span(TimeAxis of) {
        ZonedDateTime start = of.start().atZone(zone);
        ZonedDateTime end = of.end().atZone(zone);
        if (of.stretch().compareTo(Duration.ofDays(1)) >= 0 || start.getYear() != end.getYear()) {
            return DATE.format(start) + " – " + DATE.format(lastMoment(of.end()));
        }
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
        return DATE_TIME.format(start) + " – " + (sameDay ? TIME : DATE_TIME).format(end);
    }

    /** The end itself is the first moment of another day. */
    private ZonedDateTime lastMoment(Instant end) {
        return end.minusSeconds(1).atZone(zone);
    }

    private String highest(long detections, Duration stretch) {
        String number = DisplayText.number(detections);
        return language == Language.ZH
                ? " · 最高 " + number + " 次/" + length(stretch)
                : " · peak " + number + " in " + length(stretch);
    }

    private String length(Duration stretch) {
        if (stretch.toMinutes() % 60 != 0) {
            return stretch.toMinutes() + " " + Label.MINUTES.in(language);
        }
        return stretch.toHours() % 24 != 0
                ? stretch.toHours() + " " + Label.HOURS.of(stretch.toHours(), language)
                : stretch.toDays() + " " + Label.DAYS.of(stretch.toDays(), language);
    }
}
