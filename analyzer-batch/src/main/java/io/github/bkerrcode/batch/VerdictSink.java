package io.github.bkerrcode.batch;

import io.github.bkerrcode.scan.Verdict;
import java.util.List;

/** Takes the lines that have candidates, in the order of the source. */
@FunctionalInterface
public interface VerdictSink {

    /**
     * Takes one line, or one piece of a line too long to be held.
     *
     * @param file the source's name
     * @param line the line's number, from 1
     * @param text the line
     * @param verdicts at least one, with positions in {@code text}
     * @param offset how many characters of the line come before {@code text}
     */
    void accept(String file, long line, String text, List<Verdict> verdicts, long offset);
}
