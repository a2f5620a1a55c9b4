package io.github.bkerrcode.summary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a line was logged.
 *
 * @param file the input's name
 * @param line from 1
 * @param time the time of the record the line belongs to, or null if none is known
 */
public record LineOrigin(String file, long line, @Nullable Instant time) {}
