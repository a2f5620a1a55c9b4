/**
 * How results look: one class per format and subject. A report reads what it is given, a summary or catalog entries, and
 * knows no files.
 */
@NullMarked
package io.github.bkerrcode.cli.report;

import org.jspecify.annotations.NullMarked;
