package io.github.bkerrcode.cli.report;

/**
 * A comparison, and what the earlier summary is called.
 *
 * @param baseline the name of the earlier summary
 */
public record ComparedWith(String baseline, Comparison comparison) {}
