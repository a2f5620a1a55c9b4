package io.github.bkerrcode.batch;

import io.github.bkerrcode.input.LineReader;
import io.github.bkerrcode.scan.internal.BlockScanner;

/** Finds lines with places that may hold a code. For one thread. */
final class CodePlaceFinder implements LineReader.Finder {

    private final BlockScanner blocks;

    CodePlaceFinder(BlockScanner blocks) {
        this.blocks = blocks;
    }

    @Override
    public int find(byte[] block, int from, int to) {
        return blocks.find(block, from, to);
    }

    @Override
    public int lineFeeds(byte[] block) {
        return blocks.lineFeeds(block);
    }

    @Override
    public void forget() {
        blocks.forget();
    }
}
