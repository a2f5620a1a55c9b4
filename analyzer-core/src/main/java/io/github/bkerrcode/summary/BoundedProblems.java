package io.github.bkerrcode.summary;

import io.github.bkerrcode.summary.Summary.Problem;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The different problems of a tally, at most {@link #MAX_PROBLEMS}: incomplete ones before others, then the first by input,
 * line and message. Of the rest it is known how often they were said, and whether one is incomplete.
 *
 * <p>The first of a set are among the first of each of its subsets that they lie in. So a problem that is kept in the end
 * was never left out on the way, and neither the order of additions nor that of merges makes a difference.
 */
final class BoundedProblems {

    /** How many different problems are kept. */
    static final int MAX_PROBLEMS = 1_000;

    /** Problems, and how often each was said: the ones left out cannot be told apart, so all are counted by occurrence. */
    private final TreeMap<Problem, Long> kept = new TreeMap<>(new IncompleteFirst());

    private final LeftOut leftOut = new LeftOut();
    private boolean leftOutIncomplete;

    /** So that no number of lesser problems hides that input is missing. */
    private static final class IncompleteFirst implements Comparator<Problem> {
        @Override
        public int compare(Problem one, Problem other) {
            int order = Boolean.compare(other.incomplete(), one.incomplete());
            return order != 0 ? order : byPlace(one, other);
        }
    }

    private static final class IncompleteLast implements Comparator<Problem> {
        @Override
        public int compare(Problem one, Problem other) {
            int order = byPlace(one, other);
            return order != 0 ? order : Boolean.compare(one.incomplete(), other.incomplete());
        }
    }

    private static int byPlace(Problem one, Problem other) {
        int order = one.file().compareTo(other.file());
        if (order == 0) {
            order = Long.compare(one.line(), other.line());
        }
        return order != 0 ? order : one.message().compareTo(other.message());
    }

    void add(Problem problem) {
        add(problem, 1);
    }

    private void add(Problem problem, long times) {
        Long before = kept.get(problem);
        kept.put(problem, before == null ? times : before + times);
        if (kept.size() > MAX_PROBLEMS) {
            Map.Entry<Problem, Long> last = kept.pollLastEntry();
            leftOut.add(last.getKey().file(), last.getValue());
            leftOutIncomplete |= last.getKey().incomplete();
        }
    }

    void merge(BoundedProblems other) {
        for (Map.Entry<Problem, Long> theirs : other.kept.entrySet()) {
            add(theirs.getKey(), theirs.getValue());
        }
        leftOut.add(other.leftOut);
        leftOutIncomplete |= other.leftOutIncomplete;
    }

    /** Adds all that was listed by {@link #listWith}, but for what it was given further. */
    void addListed(List<Problem> listed) {
        int last = listed.size() - 1;
        long times = last < 0 ? 0 : timesLeftOut(listed.get(last));
        listed.subList(0, times == 0 ? last + 1 : last).forEach(this::add);
        if (times > 0) {
            leftOut.add(listed.get(last).file(), times);
            leftOutIncomplete |= listed.get(last).incomplete();
        }
    }

    /** How many problems another one stands for; 0 if it speaks of itself. */
    private static long timesLeftOut(Problem problem) {
        String number = problem.message().split(" ", 2)[0];
        // Nobody else's message is a number and these very words; so many digits always fit.
        if (problem.line() != 0 || !number.matches("[1-9][0-9]{0,14}")) {
            return 0;
        }
        long times = Long.parseLong(number);
        return problem.message().equals(rest(times)) ? times : 0;
    }

    /** Gives the lines that are named other numbers. Their order stays, so what was left out stays right. */
    void renumber(LineNumbering numbering) {
        List<Map.Entry<Problem, Long>> before = List.copyOf(kept.entrySet());
        kept.clear();
        for (Map.Entry<Problem, Long> entry : before) {
            kept.put(renumbered(entry.getKey(), numbering), entry.getValue());
        }
    }

    private static Problem renumbered(Problem problem, LineNumbering numbering) {
        return problem.line() == 0
                ? problem
                : new Problem(
                        problem.file(),
                        numbering.numberOf(problem.file(), problem.line()),
                        problem.message(),
                        problem.incomplete());
    }

    void write(DataOutput out) throws IOException {
        Wire.writeAll(kept.entrySet(), kept.size(), out, entry -> {
            Problem problem = entry.getKey();
            Wire.writeText(problem.file(), out);
            out.writeLong(problem.line());
            Wire.writeText(problem.message(), out);
            out.writeBoolean(problem.incomplete());
            out.writeLong(entry.getValue());
        });
        leftOut.write(out);
        out.writeBoolean(leftOutIncomplete);
    }

    void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            Problem problem = new Problem(Wire.readText(in), in.readLong(), Wire.readText(in), in.readBoolean());
            kept.put(problem, in.readLong());
        }
        leftOut.read(in);
        leftOutIncomplete = in.readBoolean();
    }

    /**
     * Returns each problem once, in the order of input, line and message; behind them one that says how often others were
     * said, if there are others.
     *
     * @param further is put in order with the rest, without being kept; null if there is none
     */
    List<Problem> listWith(@Nullable Problem further) {
        List<Problem> list = new ArrayList<>(kept.keySet());
        if (further != null) {
            list.add(further);
        }
        list.sort(new IncompleteLast());
        String input = leftOut.firstInput();
        if (input != null) {
            list.add(new Problem(input, 0, rest(leftOut.times()), leftOutIncomplete));
        }
        return List.copyOf(list);
    }

    private static String rest(long times) {
        return times == 1
                ? "1 more problem is not listed"
                : times + " more problems, of this input or later ones, are not listed";
    }
}
