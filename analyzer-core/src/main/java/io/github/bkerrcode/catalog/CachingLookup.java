package io.github.bkerrcode.catalog;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.stats.CacheStats;

/**
 * Resolves each token once and remembers the result, rendered text included. Safe for use by several threads.
 *
 * <p>Listed codes stay for good: there are only as many as the catalog has. Of everything else, which a log may hold
 * without end, the most useful {@value #MAX_UNLISTED} stay.
 */
public final class CachingLookup implements CodeLookup {

    /** How many tokens that are not in the catalog are remembered. */
    public static final int MAX_UNLISTED = 4_096;

    private final LoadingCache<String, Resolution> resolutions;

    /** Creates a lookup that has resolved nothing yet. */
    public CachingLookup(CodeLookup lookup) {
        this.resolutions = Caffeine.newBuilder()
                .maximumWeight(MAX_UNLISTED)
                .weigher(CachingLookup::weight)
                .executor(Runnable::run)
                .recordStats()
                .build(lookup::resolve);
    }

    @Override
    public Resolution resolve(String token) {
        return resolutions.get(token);
    }

    /** Only the token of a listed code itself is free; the many ways to spell it, such as flags, are not. */
    private static int weight(String token, Resolution resolution) {
        return resolution instanceof Resolution.Listed listed
                        && listed.code().token().equals(token)
                ? 0
                : 1;
    }

    /** Returns the counts up to now. */
    public LookupStatistics statistics() {
        resolutions.cleanUp();
        CacheStats stats = resolutions.stats();
        return new LookupStatistics(
                stats.hitCount(), stats.missCount(), stats.evictionCount(), resolutions.estimatedSize());
    }
}
