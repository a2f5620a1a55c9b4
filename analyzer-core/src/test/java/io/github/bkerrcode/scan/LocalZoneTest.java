package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalZoneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "+08:00",
                "Asia/Shanghai",
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Asia/Kathmandu",
                "Africa/Casablanca"
            })
    void localTimesAreThoseOfTheZonesRules(String zone) {
        ZoneId id = ZoneId.of(zone);
        LocalZone local = new LocalZone(id);
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            LocalDateTime time = i % 2 == 0 ? anyTime(random) : nearATurn(id, random);

            assertThat(local.toUtc(time.toEpochSecond(ZoneOffset.UTC)))
                    .as("%s in %s", time, zone)
                    .isEqualTo(time.atZone(id).toEpochSecond());
        }
    }

    private static LocalDateTime anyTime(Random random) {
        return LocalDateTime.ofEpochSecond(random.nextLong(-70L * 366 * 86_400, 80L * 366 * 86_400), 0, ZoneOffset.UTC);
    }

    private static LocalDateTime nearATurn(ZoneId id, Random random) {
        Instant from = anyTime(random).toInstant(ZoneOffset.UTC);
        ZoneOffsetTransition turn = id.getRules().nextTransition(from);
        LocalDateTime near = turn == null
                ? LocalDateTime.ofInstant(from, id)
                : random.nextBoolean() ? turn.getDateTimeBefore() : turn.getDateTimeAfter();
        return near.plusSeconds(random.nextInt(5) - 2 + (random.nextInt(5) - 2) * 1_800L);
    }
}
