package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.scan.Verdict;
import java.util.List;

/** Writes what was decided about the candidates of a line. */
@FunctionalInterface
public interface VerdictReport {

    /**
     * Writes the verdicts on one line.
     *
     * @param file the source's name
     * @param line the line's number, from 1
     * @param text the line, or the piece of it that holds the candidates
     * @param verdicts at least one, with positions in {@code text}
     * @param offset how many characters of the line come before {@code text}
     */
    void write(String file, long line, String text, List<Verdict> verdicts, long offset);
}
