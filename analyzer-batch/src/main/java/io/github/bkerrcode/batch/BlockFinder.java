package io.github.bkerrcode.batch;

import io.github.bkerrcode.input.LineReader;
import io.github.bkerrcode.scan.internal.PlaceFinder;

/** Finds the lines that have what is looked for in blocks of bytes. For one thread. */
final class BlockFinder implements LineReader.Finder {

    private final PlaceFinder places;

    BlockFinder(PlaceFinder places) {
        this.places = places;
    }

    @Override
    public int find(byte[] block, int from, int to) {
        return places.find(block, from, to);
    }

    @Override
    public int lineFeeds(byte[] block) {
        return places.lineFeeds(block);
    }

    @Override
    public void forget() {
        places.forget();
    }
}
