/**
 * Where log lines come from: {@link io.github.bkerrcode.cli.input.LogWalker} finds the sources, {@link
 * io.github.bkerrcode.cli.input.LogSource} opens one, decompressed, and {@link io.github.bkerrcode.cli.input.LineReader} cuts
 * it into lines. Knows nothing of codes.
 */
@NullMarked
package io.github.bkerrcode.cli.input;

import org.jspecify.annotations.NullMarked;
