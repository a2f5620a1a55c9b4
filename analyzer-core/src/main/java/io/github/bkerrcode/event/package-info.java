/**
 * What a log event says of its codes, for any logging framework: a framework's extension brings its events and its way to say what goes wrong, and
 * finds everything else here.
 *
 * <p>{@link io.github.bkerrcode.event.CodeSettings} reads what components are configured with, {@link io.github.bkerrcode.event.CodeFinder}
 * finds the codes of a message and of throwables, {@link io.github.bkerrcode.event.FormatOptions}, {@link
 * io.github.bkerrcode.event.LineExplainer} and {@link io.github.bkerrcode.event.FieldNames} make text and fields of them, {@link
 * io.github.bkerrcode.event.CodeCriteria} selects, {@link io.github.bkerrcode.event.RunningTally} counts.
 *
 * <p>For the extensions of this project; applications name the classes of their framework's extension.
 */
@NullMarked
package io.github.bkerrcode.event;

import org.jspecify.annotations.NullMarked;
