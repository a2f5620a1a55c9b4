/**
 * The main job: reads sources, finds the codes, and hands them on. {@link io.github.bkerrcode.batch.BatchAnalyzer} counts over
 * many sources, and the parts of big ones, at once; {@link io.github.bkerrcode.batch.LogScan} goes through one.
 */
@NullMarked
package io.github.bkerrcode.batch;

import org.jspecify.annotations.NullMarked;
