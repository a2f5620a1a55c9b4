package io.github.bkerrcode.event;

/** Where a component says what happens to it, in the logging framework's own way. Safe for use by several threads; never throws. */
public interface StatusReporter {

    /** Says something that is as it should be. */
    void info(String message);

    /** Says that something cannot be used or may not be what was meant. */
    void warn(String message);

    /** Says that something is wrong. */
    void error(String message);

    /** Says that something failed, and why. */
    void error(String message, Throwable cause);
}
