/**
 * Turns error tables as products have them into catalog documents.
 *
 * <p>One {@link io.github.bkerrcode.cli.imports.TableReader} per format finds rows, and says where they stand; {@link
 * io.github.bkerrcode.cli.imports.Draft} makes entries of them, the same way whatever format they come from.
 */
@NullMarked
package io.github.bkerrcode.cli.imports;

import org.jspecify.annotations.NullMarked;
