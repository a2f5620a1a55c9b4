/** The byte engine's inner loop on vectors, for those who run a Java that makes them fast. */
@NullMarked
package io.github.bkerrcode.vector;

import org.jspecify.annotations.NullMarked;
