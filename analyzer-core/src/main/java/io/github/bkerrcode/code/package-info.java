/**
 * The vocabulary: what a code is, who owns it, and how its number is built.
 *
 * <p>An {@link io.github.bkerrcode.code.ErrorCode} is the token as logged. A {@link io.github.bkerrcode.code.PlatformTable}
 * says which {@link io.github.bkerrcode.code.Platform} owns a number by its first two digits. {@link
 * io.github.bkerrcode.code.KnownCodes} is the one question the scanner asks of whoever keeps the codes: "is it listed?".
 *
 * <p>This package depends on no other package of the project.
 */
@NullMarked
package io.github.bkerrcode.code;

import org.jspecify.annotations.NullMarked;
