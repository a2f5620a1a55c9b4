package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.cli.report.KnownReason;
import io.github.bkerrcode.input.IoReason;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.Problem;
import java.util.ArrayList;
import java.util.List;

/** Says the problems of a run on stderr, a line each. */
final class ProblemReport {

    private ProblemReport() {}

    /** Returns the exit code that follows from the problems. */
    static int write(Summary summary, Console console) {
        return write(summary.problems(), console);
    }

    /**
     * Says the problems of a run that was ended early. How many inputs that left unread is said in one line for all of them, since they
     * may be thousands.
     *
     * @param inputs how many there are, whether they were read or not
     * @return the exit code of such a run
     */
    static int writeInterrupted(Summary summary, int inputs, Console console) {
        List<Problem> others = new ArrayList<>(summary.problems());
        others.removeIf(problem -> problem.message().equals(IoReason.INTERRUPTED));
        write(others, console);
        int cut = summary.problems().size() - others.size();
        if (cut > 0) {
            console.report(
                    "被中断：" + inputs + " 个输入中有 " + cut + " 个未能完整读取",
                    "interrupted: " + cut + " of " + inputs + (inputs == 1 ? " input was" : " inputs were")
                            + " not read whole");
        }
        return ExitCode.INTERRUPTED;
    }

    private static int write(List<Problem> problems, Console console) {
        boolean incomplete = false;
        for (Problem problem : problems) {
            String place = problem.line() == 0 ? problem.file() : problem.file() + ":" + problem.line();
            console.report(KnownReason.localized(place, problem.message()));
            incomplete |= problem.incomplete();
        }
        return incomplete ? ExitCode.INCOMPLETE : ExitCode.FINE;
    }
}
