package io.github.bkerrcode.batch;

import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Tally;
import java.nio.charset.Charset;

/**
 * Lines that were looked at and have bytes that are no text in their charset. Immutable.
 *
 * @param count how many
 * @param first the number of the first, 0 if there is none
 */
public record MalformedLines(long count, long first) {

    /** None at all. */
    public static final MalformedLines NONE = new MalformedLines(0, 0);

    MalformedLines with(long line) {
        return new MalformedLines(count + 1, first == 0 ? line : first);
    }

    /** These, and those of the next part of the file, which begins so many lines further down. */
    public MalformedLines and(MalformedLines next, long linesBefore) {
        long firstOfNext = next.first == 0 ? 0 : next.first + linesBefore;
        return new MalformedLines(count + next.count, first == 0 ? firstOfNext : first);
    }

    /**
     * Makes them a problem of a tally, unless there are none.
     *
     * @param file the input's name
     * @param charset the one they are malformed in
     */
    public void report(String file, Charset charset, Tally tally) {
        if (count > 0) {
            tally.addProblem(new Problem(
                    file,
                    first,
                    count + (count == 1 ? " line has" : " lines have") + " bytes that are not " + charset
                            + ", this is the first; if the file is in another charset, give --charset",
                    false));
        }
    }
}
