package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.Problem;

/** Says the problems of a run on stderr, a line each. */
final class ProblemReport {

    private ProblemReport() {}

    /** Returns the exit code that follows from the problems. */
    static int write(Summary summary, Console console) {
        boolean incomplete = false;
        for (Problem problem : summary.problems()) {
            String place = problem.line() == 0 ? problem.file() : problem.file() + ":" + problem.line();
            console.report(place + ": " + problem.message());
            incomplete |= problem.incomplete();
        }
        return incomplete ? ExitCode.INCOMPLETE : ExitCode.FINE;
    }
}
