package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogReader;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.Detection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small catalog of its own, so that a corrected meaning in the built-in one changes no golden file. */
final class SampleCatalog {

    private static final Path FILE = Path.of("src", "test", "resources", "golden", "catalog.json");

    private SampleCatalog() {}

    static Catalog read() throws IOException {
        return Catalog.of(List.of(CatalogReader.read(Files.newInputStream(FILE), FILE.toString())));
    }

    static Resolution.Known known(String token) throws IOException {
        return (Resolution.Known) read().resolve(token);
    }

    /** The detection of a code where it first stands in a text. */
    static Detection detection(String token, String text) throws IOException {
        ErrorCode code = ErrorCode.parse(token).orElseThrow();
        int start = text.indexOf(token);
        boolean listed = known(token) instanceof Resolution.Listed;
        return new Detection(code, listed, start, start + token.length(), Confidence.HIGH, "test");
    }
}
