/**
 * What each code means and what to do about it.
 *
 * <p>A {@link io.github.bkerrcode.catalog.Catalog} is all known codes with their platforms, immutable once loaded: {@link
 * io.github.bkerrcode.catalog.Catalog#builtIn()} has the tables of the BlueKing documents, {@link
 * io.github.bkerrcode.catalog.Catalog#with} lays a user's documents on top.
 *
 * <p>A {@link io.github.bkerrcode.catalog.CodeLookup} resolves what was logged into a {@link
 * io.github.bkerrcode.catalog.Resolution}: listed, unlisted on a known platform, or unknown. {@link
 * io.github.bkerrcode.catalog.CachingLookup} does so once per code and within a fixed amount of memory.
 *
 * <p>A {@link io.github.bkerrcode.catalog.CatalogReader} reads one document in the project's JSON format; what it refuses, it
 * refuses with a {@link io.github.bkerrcode.catalog.CatalogException} that names the file, the entry and the reason.
 */
@NullMarked
package io.github.bkerrcode.catalog;

import org.jspecify.annotations.NullMarked;
