/** What scanning a line and enriching an event cost. For people who change the scanner; nothing depends on it. */
@NullMarked
package io.github.bkerrcode.benchmarks;

import org.jspecify.annotations.NullMarked;
