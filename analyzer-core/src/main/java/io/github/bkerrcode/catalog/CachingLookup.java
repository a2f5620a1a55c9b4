package io.github.bkerrcode.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Resolves each token once and remembers the result, rendered text included. Safe for use by several threads.
 *
 * <p>Listed codes stay for good: there are only as many as the catalog has. Of everything else, which a log may hold
 * without end, the most useful {@value #MAX_UNLISTED} stay.
 */
public final class CachingLookup implements CodeLookup {

    /** How many tokens that are not in the catalog are remembered. */
    public static final int MAX_UNLISTED = 4_096;

    private final CodeLookup lookup;

    /** By the token of the listed code itself; the many ways to spell one, such as flags, are not free. */
    private final Map<String, Resolution> listed = new ConcurrentHashMap<>();

    /** Null until it is needed: setting it up takes longer than reading many a log. */
    private volatile @Nullable Cache<String, Resolution> others;

    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** Creates a lookup that has resolved nothing yet. */
    public CachingLookup(CodeLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public Resolution resolve(String token) {
        Resolution known = remembered(token);
        if (known == null) {
            return workOut(token);
        }
        hits.increment();
        return known;
    }

    private @Nullable Resolution remembered(String token) {
        Resolution known = listed.get(token);
        if (known != null) {
            return known;
        }
        Cache<String, Resolution> cache = others;
        return cache == null ? null : cache.getIfPresent(token);
    }

    /** Makes only those wait who ask for the same token, and a few others by chance: applications log while this runs. */
    private Resolution workOut(String token) {
        AtomicReference<@Nullable Resolution> other = new AtomicReference<>();
        Resolution known = listed.computeIfAbsent(token, key -> {
            Resolution resolution = rememberedOrNew(key);
            other.set(resolution);
            return isListed(key, resolution) ? resolution : null;
        });
        Resolution workedOut = other.get();
        if (workedOut != null) {
            return workedOut;
        }
        hits.increment();
        return Objects.requireNonNull(known);
    }

    private Resolution rememberedOrNew(String token) {
        Cache<String, Resolution> cache = others;
        Resolution known = cache == null ? null : cache.getIfPresent(token);
        if (known != null) {
            // Another thread was faster.
            hits.increment();
            return known;
        }
        misses.increment();
        Resolution resolution = lookup.resolve(token);
        if (!isListed(token, resolution)) {
            bounded().put(token, resolution);
        }
        return resolution;
    }

    private static boolean isListed(String token, Resolution resolution) {
        return resolution instanceof Resolution.Listed listed
                && listed.code().token().equals(token);
    }

    private Cache<String, Resolution> bounded() {
        Cache<String, Resolution> cache = others;
        return cache == null ? setUp() : cache;
    }

    private synchronized Cache<String, Resolution> setUp() {
        Cache<String, Resolution> cache = others;
        if (cache == null) {
            cache = Caffeine.newBuilder()
                    .maximumSize(MAX_UNLISTED)
                    .executor(Runnable::run)
                    .recordStats()
                    .build();
            others = cache;
        }
        return cache;
    }

    /** Returns the counts up to now. */
    public LookupStatistics statistics() {
        Cache<String, Resolution> cache = others;
        if (cache == null) {
            return new LookupStatistics(hits.sum(), misses.sum(), 0, listed.size());
        }
        cache.cleanUp();
        return new LookupStatistics(
                hits.sum(), misses.sum(), cache.stats().evictionCount(), listed.size() + cache.estimatedSize());
    }
}
