package io.github.bkerrcode.scan;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** Tells the instants of local times. Immutable to its users and safe for several threads. */
final class LocalZone {

    /*
     * Between two turns of the clocks a zone has one offset, so the zone's rules are asked once and not for every line. At a turn, when
     * local times are missing or come twice, they are asked each time.
     */
    private final ZoneId id;

    /** Threads may overwrite each other's; each sees one that is whole. */
    private Stretch last = new Stretch(0, 0, 0);

    /**
     * Local times that have one offset, in seconds as {@link LocalDateTime#toEpochSecond} counts them in UTC.
     *
     * @param after the last one that does not belong to it
     * @param before the first one behind it
     * @param offset in seconds
     */
    private record Stretch(long after, long before, int offset) {

        private boolean has(long second) {
            return second > after && second < before;
        }
    }

    LocalZone(ZoneId id) {
        this.id = id;
    }

    ZoneId id() {
        return id;
    }

    /** Returns the second since the epoch of a local time; of two, the earlier; of one that is skipped, as much later as clocks turn. */
    long toUtc(long localSecond) {
        Stretch stretch = last;
        if (!stretch.has(localSecond)) {
            LocalDateTime local = LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC);
            stretch = stretchOf(local.atZone(id).toInstant());
            if (!stretch.has(localSecond)) {
                return local.atZone(id).toEpochSecond();
            }
            last = stretch;
        }
        return localSecond - stretch.offset();
    }

    private Stretch stretchOf(Instant instant) {
        ZoneRules rules = id.getRules();
        ZoneOffsetTransition next = rules.nextTransition(instant);
        return new Stretch(
                lastTouched(rules.previousTransition(instant.plusSeconds(1))),
                next == null ? Long.MAX_VALUE : seconds(earlier(next)),
                rules.getOffset(instant).getTotalSeconds());
    }

    /** Local times up to this one may have another offset. */
    private static long lastTouched(@Nullable ZoneOffsetTransition turn) {
        return turn == null
                ? Long.MIN_VALUE
                : Math.max(seconds(turn.getDateTimeBefore()), seconds(turn.getDateTimeAfter()));
    }

    private static LocalDateTime earlier(ZoneOffsetTransition turn) {
        return turn.isGap() ? turn.getDateTimeBefore() : turn.getDateTimeAfter();
    }

    private static long seconds(LocalDateTime local) {
        return local.toEpochSecond(ZoneOffset.UTC);
    }
}
