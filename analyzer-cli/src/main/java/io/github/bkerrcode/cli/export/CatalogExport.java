package io.github.bkerrcode.cli.export;

import io.github.bkerrcode.catalog.Catalog;
import java.io.IOException;
import java.io.Writer;

/** Writes a catalog in the format of another program. Whatever a text holds, the other program reads that text and nothing else. */
@FunctionalInterface
public interface CatalogExport {

    /**
     * Writes the catalog; the writer stays open.
     *
     * @throws IOException if the writer fails
     */
    void write(Catalog catalog, Writer out) throws IOException;
}
