package io.github.bkerrcode.summary;

import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.summary.Summary.Problem;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** A code on its platform. Only summaries of different catalogs give one code to two platforms. */
    private record Owned(ErrorCode code, String platform) implements Comparable<Owned> {

        private static Owned of(Resolution.Known known) {
            return new Owned(known.code(), known.platform().id());
        }

        @Override
        public int compareTo(Owned other) {
            int byToken = code.compareTo(other.code);
            return byToken != 0 ? byToken : platform.compareTo(other.platform);
        }
    }

    private final TreeMap<Owned, CodeCount> kept = new TreeMap<>();
    private final LeftOut leftOut = new LeftOut();

    boolean has(Resolution.Known code) {
        return kept.containsKey(Owned.of(code));
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
            add(theirs, linesSoFar);
        }
        leftOut.add(other.leftOut);
    }

    /** Adds a count of a code; it stays as it is. */
    void add(CodeCount theirs, long linesSoFar) {
        CodeCount mine = countOf(theirs.resolution());
        if (mine == null) {
            leaveOut(theirs);
        } else {
            mine.merge(theirs, linesSoFar);
        }
    }

    /** Adds detections that had no room elsewhere, which {@link #problem} has said. */
    void addLeftOut(String input, long detections) {
        leftOut.add(input, detections);
    }

    /** The count of a code, a new one if there is none; null if the code has no room. */
    private @Nullable CodeCount countOf(Resolution.Known known) {
        Owned code = Owned.of(known);
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

    private boolean hasRoomFor(Owned code) {
        return code.code().token().length() <= MAX_TOKEN_LENGTH
                && (kept.size() < MAX_CODES || code.compareTo(kept.lastKey()) < 0);
    }

    private void leaveOut(CodeCount count) {
        leftOut.add(count.sample().file(), count.detections());
    }

    void renumber(LineNumbering numbering) {
        for (CodeCount count : kept.values()) {
            count.renumber(numbering);
        }
    }

    void write(DataOutput out) throws IOException {
        Wire.writeAll(kept.values(), kept.size(), out, count -> count.write(out));
        leftOut.write(out);
    }

    void read(DataInput in, CodeLookup lookup) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            CodeCount count = CodeCount.read(in, lookup);
            kept.put(Owned.of(count.resolution()), count);
        }
        leftOut.read(in);
    }

    /** Returns the counts that are kept, by the id of their platform. */
    Map<String, List<CodeCount>> byPlatform() {
        Map<String, List<CodeCount>> counts = new HashMap<>();
        for (CodeCount count : kept.values()) {
            String platform = count.resolution().platform().id();
            List<CodeCount> same = counts.get(platform);
            if (same == null) {
                same = new ArrayList<>();
                counts.put(platform, same);
            }
            same.add(count);
        }
        return counts;
    }

    /** Says how many detections are of codes that were left out; null if none is. */
    @Nullable
    Problem problem() {
        String input = leftOut.firstInput();
        return input == null ? null : problem(input, leftOut.times());
    }

    /** What is said of so many detections that were left out, the first of them in this input. */
    static Problem problem(String input, long times) {
        String detections = times == 1
                ? "1 detection of an unlisted code is counted for its platform only"
                : times + " detections of unlisted codes are counted for their platform only";
        String limit = "at most " + MAX_CODES + " different ones, of at most " + MAX_TOKEN_LENGTH
                + " characters, are told apart";
        return new Problem(input, 0, detections + ": " + limit, false);
    }
}
