package io.github.bkerrcode.logback;

/** What JMX shows of an {@link ErrorCodeTally}. */
public interface ErrorCodeTallyMXBean {

    /** Events the tally has seen. */
    long getEvents();

    /** Events that had a code. */
    long getEventsWithCodes();

    /** Codes found; several times the same in one event count once. */
    long getDetections();

    /** The summary up to now as JSON, in the format of the analyzer. */
    String getSummaryJson();

    /** Begins anew from zero. */
    void reset();
}
