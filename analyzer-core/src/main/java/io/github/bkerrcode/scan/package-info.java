/**
 * Finds codes in one line of text.
 *
 * <p>A {@link io.github.bkerrcode.scan.CodeScanner} confirms codes: it looks at every place that could hold one, reads
 * what stands around it, and lets the rules of a {@link io.github.bkerrcode.scan.RuleSet} decide. It is immutable and
 * shared by threads, takes time linear in the length of the line, and allocates nothing for a line without a code.
 *
 * <p>What it finds it pushes into a {@link io.github.bkerrcode.scan.DetectionSink} as {@link
 * io.github.bkerrcode.scan.Detection}s, each with the {@link io.github.bkerrcode.scan.Confidence} of the rule that
 * confirmed it. Rules are data: {@code builtin.rules} beside this package's classes holds the built-in ones and the
 * format's description.
 *
 * <p>A {@link io.github.bkerrcode.scan.TimestampReader} reads the time a log line begins with.
 *
 * <pre>{@code
 * CodeScanner scanner = CodeScanner.create(knownCodes, RuleSet.builtIn(), Confidence.MEDIUM);
 * scanner.scan(line, detection -> {
 *     System.out.println(detection.code() + " at " + detection.start());
 *     return true;
 * });
 * }</pre>
 */
@NullMarked
package io.github.bkerrcode.scan;

import org.jspecify.annotations.NullMarked;
