package io.github.bkerrcode.batch;

import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.catalog.Resolution;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what was resolved first, for one worker: a log has few codes and many of each, and a cache that all workers share keeps
 * books about every question. The rest is asked anew.
 */
final class LocalLookup implements CodeLookup {

    private static final int MAX_REMEMBERED = 1_024;

    private final CodeLookup lookup;
    private final Map<String, Resolution> remembered = new ConcurrentHashMap<>();

    LocalLookup(CodeLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public Resolution resolve(String token) {
        Resolution known = remembered.get(token);
        if (known != null) {
            return known;
        }
        Resolution resolution = lookup.resolve(token);
        if (remembered.size() < MAX_REMEMBERED) {
            remembered.put(token, resolution);
        }
        return resolution;
    }
}
