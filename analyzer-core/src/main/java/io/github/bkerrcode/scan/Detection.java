package io.github.bkerrcode.scan;

import io.github.bkerrcode.code.ErrorCode;

/**
 * One confirmed code in one line. Immutable.
 *
 * @param code the code; for a flag, the number it stands for
 * @param listed true if the code has a meaning of its own in the catalog the scanner knows
 * @param start where the logged token begins in the line, in {@code char}s from 0
 * @param end where it ends, exclusive
 * @param confidence how sure the rule is
 * @param rule the name of the rule that confirmed it
 */
public record Detection(ErrorCode code, boolean listed, int start, int end, Confidence confidence, String rule) {}
