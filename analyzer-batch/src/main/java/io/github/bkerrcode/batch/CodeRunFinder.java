package io.github.bkerrcode.batch;

import io.github.bkerrcode.input.LineReader;
import io.github.bkerrcode.scan.internal.CodeRuns;

/** Finds lines with anything that has the shape of a code, for those who want to know why it is none. For one thread. */
final class CodeRunFinder implements LineReader.Finder {

    private final CodeRuns runs;

    CodeRunFinder(CodeRuns runs) {
        this.runs = runs;
    }

    @Override
    public int find(byte[] block, int from, int to) {
        return runs.next(block, from, to);
    }

    @Override
    public int lineFeeds(byte[] block) {
        return runs.lineFeeds(block);
    }

    @Override
    public void forget() {
        runs.forget();
    }
}
