/**
 * Log lines that say what their error codes mean, for Logback.
 *
 * <p>Public are the classes that a configuration names: {@link io.github.bkerrcode.logback.ErrorCodeConverter} and {@link
 * io.github.bkerrcode.logback.EnrichingConverter} for patterns, {@link io.github.bkerrcode.logback.ErrorCodeAppender} for fields, {@link
 * io.github.bkerrcode.logback.ErrorCodeFilter} and {@link io.github.bkerrcode.logback.ErrorCodeEvaluator} to route, {@link
 * io.github.bkerrcode.logback.ErrorCodeTally} to count, {@link io.github.bkerrcode.logback.ErrorCodeJsonProvider} for
 * logstash-logback-encoder.
 *
 * <p>Nothing here ever throws into the application: a failure is said once as a status of the context, and the event goes on as it came.
 */
@NullMarked
package io.github.bkerrcode.logback;

import org.jspecify.annotations.NullMarked;
