package io.github.bkerrcode.cli.imports;

/** One thing a row says. */
record Cell(Heading heading, String text) {}
