package io.github.bkerrcode.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    private synchronized Resolution workOut(String token) {
        Resolution known = remembered(token);
        if (known != null) {
            // Another thread was faster.
            hits.increment();
            return known;
        }
        misses.increment();
        Resolution resolution = lookup.resolve(token);
        if (resolution instanceof Resolution.Listed code && code.code().token().equals(token)) {
            listed.put(token, resolution);
        } else {
            bounded().put(token, resolution);
        }
        return resolution;
    }

    private Cache<String, Resolution> bounded() {
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
