package io.github.bkerrcode.catalog;

/**
 * How a {@link CachingLookup} has fared since it was created.
 *
 * @param hits resolutions answered from memory
 * @param misses resolutions worked out; a token that was evicted and comes back counts again
 * @param evictions tokens forgotten because too many unlisted ones were asked for
 * @param size tokens remembered now, approximately
 */
public record LookupStatistics(long hits, long misses, long evictions, long size) {

    /** Returns hits per resolution, from 0 to 1; 1 if nothing was resolved yet. */
    public double hitRate() {
        long requests = hits + misses;
        return requests == 0 ? 1.0 : (double) hits / requests;
    }
}
