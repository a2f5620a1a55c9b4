/**
 * The commands of the program: one class each. They read options, let the packages {@code input}, {@code batch} and {@code
 * report} do the work, and decide the exit code.
 */
@NullMarked
package io.github.bkerrcode.cli.command;

import org.jspecify.annotations.NullMarked;
