package io.github.bkerrcode.benchmarks;

/** The lines that are measured, each of 200 characters, a usual length for a line of an application's log. */
final class Lines {

    /** No run of characters could be a code. */
    static final String NONE =
            ofLength("search host of business failed after retry, the remote end closed the connection, "
                    + "request c0b1a1f2 of user admin in zone default, caller thread pool worker-17, "
                    + "next attempt follows in 30 seconds, ");

    /** A listed number that its neighbours say is an identifier, in the middle. */
    static final String REJECTED = ofLength("search host of business failed after retry, the remote end closed it, "
            + "request c0b1a1f2 of user admin, job_instance_id=1301002, caller thread pool worker-17, "
            + "next attempt follows in 30 seconds, ");

    /** A listed code, in the middle. */
    static final String CODE = ofLength("search host of business failed after retry, the remote end closed it, "
            + "request c0b1a1f2 of user admin, error code: 1301002, caller thread pool worker-17, "
            + "next attempt follows in 30 seconds, ");

    /** The code of {@link #CODE}, and the number of {@link #REJECTED}. */
    static final String TOKEN = "1301002";

    private static final int LENGTH = 200;

    private Lines() {}

    private static String ofLength(String text) {
        if (text.length() > LENGTH) {
            return text.substring(0, LENGTH);
        }
        return text + ".".repeat(LENGTH - text.length());
    }
}
