package io.github.bkerrcode.event;

import io.github.bkerrcode.catalog.Resolution;

/** Is told of every code that a {@link RunningTally} counts. */
@FunctionalInterface
public interface CodeListener {

    /** Takes a code. Called by the thread that logs; must be quick and safe for use by several threads. */
    void counted(Resolution.Known known);
}
