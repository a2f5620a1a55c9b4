/**
 * Where log lines come from: {@link io.github.bkerrcode.input.LogWalker} finds the sources, {@link
 * io.github.bkerrcode.input.LogSource} opens one, decompressed, and {@link io.github.bkerrcode.input.LineReader} cuts
 * it into lines. Knows nothing of codes.
 */
@NullMarked
package io.github.bkerrcode.input;

import org.jspecify.annotations.NullMarked;
