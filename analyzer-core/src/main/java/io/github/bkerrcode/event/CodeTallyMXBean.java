package io.github.bkerrcode.event;

/** What JMX shows of a tally of a running application. */
public interface CodeTallyMXBean {

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
