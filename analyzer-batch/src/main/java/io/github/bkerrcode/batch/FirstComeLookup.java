package io.github.bkerrcode.batch;

import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.catalog.Resolution;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Remembers what was resolved first, for all workers of a run: a log has few codes and many of each. Listed codes stay for good, since
 * there are only as many as the catalog has; of other tokens, which a log may hold without end, the first {@value #MAX_OTHERS} stay, and
 * the rest are worked out each time. Keeps no books about what is asked, as caches do that choose what to keep, so it costs nothing to set
 * up. Safe for use by several threads.
 */
final class FirstComeLookup implements CodeLookup {

    /** How many tokens that are not in the catalog are remembered. */
    static final int MAX_OTHERS = 4_096;

    private final CodeLookup lookup;
    private final Map<String, Resolution> remembered = new ConcurrentHashMap<>();
    private final AtomicInteger others = new AtomicInteger();

    FirstComeLookup(CodeLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public Resolution resolve(String token) {
        Resolution known = remembered.get(token);
        return known == null ? resolveAnew(token) : known;
    }

    private Resolution resolveAnew(String token) {
        Resolution resolution = lookup.resolve(token);
        if (!isListed(token, resolution) && !hasRoomForAnother()) {
            return resolution;
        }
        // Workers that come at the same time get the same object, so that merging their counts need not compare texts.
        Resolution earlier = remembered.putIfAbsent(token, resolution);
        return earlier == null ? resolution : earlier;
    }

    /** By the token of the listed code itself; the many ways to spell one, such as flags, are not free. */
    private static boolean isListed(String token, Resolution resolution) {
        return resolution instanceof Resolution.Listed listed
                && listed.code().token().equals(token);
    }

    /** The counter is not touched any more once all room is taken, so it cannot overflow. */
    private boolean hasRoomForAnother() {
        return others.get() < MAX_OTHERS && others.getAndIncrement() < MAX_OTHERS;
    }
}
