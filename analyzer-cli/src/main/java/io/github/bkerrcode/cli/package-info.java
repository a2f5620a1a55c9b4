/** The program {@code analyzer}: only its entry point; the work is done in the packages below. */
@NullMarked
package io.github.bkerrcode.cli;

import org.jspecify.annotations.NullMarked;
