package io.github.bkerrcode.spark;

import io.github.bkerrcode.batch.PlatformFilter;
import io.github.bkerrcode.batch.ScanSettings;
import io.github.bkerrcode.batch.TimeWindow;
import io.github.bkerrcode.catalog.CachingLookup;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogDocument;
import io.github.bkerrcode.catalog.CatalogReader;
import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.RuleSet;
import io.github.bkerrcode.spark.ErrorCodeOptions.Document;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds and explains codes on one machine. Immutable, shared by the threads of a worker.
 *
 * @param options what it was made of
 * @param wanted codes for which it is false are left out
 */
record Engine(
        ErrorCodeOptions options,
        Catalog catalog,
        CodeScanner scanner,
        CodeLookup lookup,
        Predicate<ErrorCode> wanted) {

    /**
     * Reads catalogs and rules.
     *
     * @throws IllegalArgumentException if one of them is wrong, or there is no such platform; the message is for the user
     */
    static Engine of(ErrorCodeOptions options) {
        Catalog catalog = catalog(options.catalogs());
        CodeScanner scanner = CodeScanner.create(catalog, rules(options.rules()), options.minConfidence());
        return new Engine(
                options, catalog, scanner, new CachingLookup(catalog), PlatformFilter.of(catalog, options.platforms()));
    }

    private static Catalog catalog(List<Document> documents) {
        if (documents.isEmpty()) {
            return Catalog.builtIn();
        }
        try {
            List<CatalogDocument> read = documents.stream()
                    .map(document -> CatalogReader.read(
                            new ByteArrayInputStream(document.text().getBytes(StandardCharsets.UTF_8)),
                            document.name()))
                    .toList();
            return Catalog.builtIn().with(read);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("--catalog: " + e.getMessage(), e);
        }
    }

    private static RuleSet rules(List<Document> documents) {
        RuleSet all = RuleSet.builtIn();
        for (int i = documents.size() - 1; i >= 0; i--) {
            Document document = documents.get(i);
            try {
                all = RuleSet.parse(document.text(), document.name()).followedBy(all);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("--rules: " + e.getMessage(), e);
            }
        }
        return all;
    }

    /** How files are read with it. */
    ScanSettings settings(Charset charset, TimeWindow window) {
        return new ScanSettings(catalog, scanner, wanted, charset, options.zone(), window);
    }
}
