/**
 * The main job: reads sources line by line, finds the codes, and hands them on. {@link
 * io.github.bkerrcode.cli.batch.BatchAnalyzer} counts over many sources at once; {@link
 * io.github.bkerrcode.cli.batch.LogScan} goes through one.
 */
@NullMarked
package io.github.bkerrcode.cli.batch;

import org.jspecify.annotations.NullMarked;
