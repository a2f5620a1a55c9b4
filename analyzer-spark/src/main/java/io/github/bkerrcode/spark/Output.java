package io.github.bkerrcode.spark;

import java.io.PrintWriter;

/**
 * Where a job says something: data to {@code out}, all else to {@code err}, where Spark logs too.
 *
 * @param out flushed at the end
 * @param err flushed with each line
 */
record Output(PrintWriter out, PrintWriter err) {

    /** Says something about the job's work, on one line. */
    void report(String message) {
        err.println("analyzer: " + message.replaceAll("\\p{Cntrl}", "?"));
        err.flush();
    }
}
