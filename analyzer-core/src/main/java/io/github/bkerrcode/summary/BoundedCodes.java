package io.github.bkerrcode.summary;

import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.summary.Summary.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The unlisted codes of a tally, which a log may hold without end: at most {@link #MAX_CODES} different ones, the first in
 * the order of their tokens, none longer than {@link #MAX_TOKEN_LENGTH}. Of the rest it is known how often they occurred.
 *
 * <p>The first of a set are among the first of each of its subsets that they lie in. So a code that is kept in the end was
 * never left out on the way, its counts are whole, and neither the order of lines nor that of merges makes a difference.
 */
final class BoundedCodes {

    /** How many different codes are kept: with their samples less than 20 MB. */
    static final int MAX_CODES = 10_000;

    /** The longest token that is kept, in characters; a name that someone invents may be as long as its line. */
    static final int MAX_TOKEN_LENGTH = 200;

    private final TreeMap<ErrorCode, CodeCount> kept = new TreeMap<>();
    private final LeftOut leftOut = new LeftOut();

    boolean has(ErrorCode code) {
        return kept.containsKey(code);
    }

    /**
     * Returns the count of a code to add one detection to, or null if there is no room; the detection is then left out.
     *
     * @param input the name of the input that has the detection
     */
    @Nullable
    CodeCount forDetection(Resolution.Known code, String input) {
        CodeCount count = countOf(code);
        if (count == null) {
            leftOut.add(input, 1);
        }
        return count;
    }

    void merge(BoundedCodes other, long linesSoFar) {
        for (CodeCount theirs : other.kept.values()) {
            CodeCount mine = countOf(theirs.resolution());
            if (mine == null) {
                leaveOut(theirs);
            } else {
                mine.merge(theirs, linesSoFar);
            }
        }
        leftOut.add(other.leftOut);
    }

    /** The count of a code, a new one if there is none; null if the code has no room. */
    private @Nullable CodeCount countOf(Resolution.Known known) {
        ErrorCode code = known.code();
        CodeCount count = kept.get(code);
        if (count != null || !hasRoomFor(code)) {
            return count;
        }
        if (kept.size() == MAX_CODES) {
            leaveOut(kept.pollLastEntry().getValue());
        }
        CodeCount created = new CodeCount(known);
        kept.put(code, created);
        return created;
    }

    private boolean hasRoomFor(ErrorCode code) {
        return code.token().length() <= MAX_TOKEN_LENGTH
                && (kept.size() < MAX_CODES || code.compareTo(kept.lastKey()) < 0);
    }

    private void leaveOut(CodeCount count) {
        leftOut.add(count.sample().file(), count.detections());
    }

    void moveDown(long lines) {
        kept.values().forEach(count -> count.moveDown(lines));
    }

    /** Returns the counts that are kept, by the id of their platform. */
    Map<String, List<CodeCount>> byPlatform() {
        return kept.values().stream()
                .collect(Collectors.groupingBy(
                        count -> count.resolution().platform().id()));
    }

    /** Says how many detections are of codes that were left out; null if none is. */
    @Nullable
    Problem problem() {
        String input = leftOut.firstInput();
        if (input == null) {
            return null;
        }
        String detections = leftOut.times() == 1
                ? "1 detection of an unlisted code is counted for its platform only"
                : leftOut.times() + " detections of unlisted codes are counted for their platform only";
        String limit = "at most " + MAX_CODES + " different ones, of at most " + MAX_TOKEN_LENGTH
                + " characters, are told apart";
        return new Problem(input, 0, detections + ": " + limit, false);
    }
}
