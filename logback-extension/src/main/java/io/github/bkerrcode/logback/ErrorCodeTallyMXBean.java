package io.github.bkerrcode.logback;

import io.github.bkerrcode.event.CodeTallyMXBean;

/** What JMX shows of an {@link ErrorCodeTally}. */
public interface ErrorCodeTallyMXBean extends CodeTallyMXBean {}
