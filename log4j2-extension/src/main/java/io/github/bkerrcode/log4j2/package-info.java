/**
 * Log lines that say what their error codes mean, for Log4j 2.
 *
 * <p>A configuration names plugins, which Log4j finds by the descriptor in this artifact: {@code %errcode} ({@link
 * io.github.bkerrcode.log4j2.ErrorCodePatternConverter}) and {@code %enrich} ({@link
 * io.github.bkerrcode.log4j2.EnrichingPatternConverter}) for patterns, {@link io.github.bkerrcode.log4j2.ErrorCodeRewritePolicy} for
 * fields, {@link io.github.bkerrcode.log4j2.ErrorCodeFilter} to route, {@link io.github.bkerrcode.log4j2.ErrorCodeTally} to count, {@link
 * io.github.bkerrcode.log4j2.ErrorCodeResolver} for {@code JsonTemplateLayout}, and the lookup {@code ${errcode:...}} ({@link
 * io.github.bkerrcode.log4j2.ErrorCodeLookup}).
 *
 * <p>Nothing here ever throws into the application: a failure is said once by Log4j's status logger, and the event goes on as it came.
 */
@NullMarked
package io.github.bkerrcode.log4j2;

import org.jspecify.annotations.NullMarked;
