package io.github.bkerrcode.cli.export;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * All that can be seen of the catalog as one document in the project's own format, in all languages.
 *
 * @param id the document's short name
 */
public record DocumentJson(String id) implements CatalogExport {

    /**
     * Writes the document.
     *
     * @throws IllegalArgumentException if one document cannot hold the catalog
     */
    @Override
    public void write(Catalog catalog, Writer out) throws IOException {
        CatalogWriter.write(catalog.asOneDocument(id), out);
    }
}
