package io.github.bkerrcode.batch;

import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.summary.LineOrigin;
import java.util.List;

/** Takes the lines that have codes, in the order of the source. */
@FunctionalInterface
public interface LineSink {

    /**
     * Takes one line, or one piece of a line too long to be held.
     *
     * @param origin where and when the line was logged
     * @param text the line; only lent, until this returns
     * @param detections at least one, with positions in {@code text}
     * @param offset how many characters of the line come before {@code text}
     */
    void accept(LineOrigin origin, CharSequence text, List<Detection> detections, long offset);
}
