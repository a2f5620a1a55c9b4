/**
 * Finds, in blocks of bytes, the places worth a look. For the batch engines of this project, not for users: {@link
 * io.github.bkerrcode.scan.internal.BlockScanner} passes too many places rather than one too few, and {@link
 * io.github.bkerrcode.scan.InPlaceScanner} or {@link io.github.bkerrcode.scan.CodeScanner} confirms.
 */
@NullMarked
package io.github.bkerrcode.scan.internal;

import org.jspecify.annotations.NullMarked;
