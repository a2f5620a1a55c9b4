/** The catalog in the formats of other programs, one class each. A {@link io.github.bkerrcode.cli.export.CatalogExport} knows no files. */
@NullMarked
package io.github.bkerrcode.cli.export;

import org.jspecify.annotations.NullMarked;
