/**
 * Counts detections and says what came of it.
 *
 * <p>A {@link io.github.bkerrcode.summary.Tally} is mutable and belongs to one worker: {@code record} lines, then {@code
 * merge} the workers' tallies in any order. {@link io.github.bkerrcode.summary.Tally#snapshot} gives a {@link
 * io.github.bkerrcode.summary.Summary}: immutable, sorted, the same whichever engine counted. {@link
 * io.github.bkerrcode.summary.SummaryJson} writes it as versioned JSON, {@link io.github.bkerrcode.summary.SummaryReader}
 * reads that, and {@link io.github.bkerrcode.summary.Tally#of} makes a tally of it again, so summaries are merged as tallies
 * are.
 *
 * <p>Knows no files: an input is a name.
 */
@NullMarked
package io.github.bkerrcode.summary;

import org.jspecify.annotations.NullMarked;
