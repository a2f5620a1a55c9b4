package io.github.bkerrcode.catalog;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The documents that come with the library, read when the built-in catalog is first asked for. */
final class BuiltInDocuments {

    private static final List<String> NAMES = List.of("paas2", "paas3", "numbering", "job", "apigateway");

    static final Catalog CATALOG = Catalog.of(read());

    private BuiltInDocuments() {}

    private static List<CatalogDocument> read() {
        List<CatalogDocument> documents = new ArrayList<>();
        for (String name : NAMES) {
            documents.add(read(name));
        }
        return documents;
    }

    private static CatalogDocument read(String name) {
        String file = name + ".json";
        InputStream in = Objects.requireNonNull(BuiltInDocuments.class.getResourceAsStream(file), file);
        return CatalogReader.read(in, file).builtIn();
    }
}
