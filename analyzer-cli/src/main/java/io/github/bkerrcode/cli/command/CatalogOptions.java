package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogDocument;
import io.github.bkerrcode.catalog.CatalogException;
import io.github.bkerrcode.catalog.CatalogReader;
import io.github.bkerrcode.cli.input.IoReason;
import io.github.bkerrcode.code.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Options of every command that looks codes up. */
final class CatalogOptions {

    @Option(
            names = "--catalog",
            paramLabel = "PATH",
            description =
                    "Further catalog documents (JSON), or directories of them; they come on top of the built-in ones.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description = "Language of meanings and reports (default: ${DEFAULT-VALUE}).",
            defaultValue = "zh")
    private Language language = Language.ZH;

    Language language() {
        return language;
    }

    Catalog catalog() {
        if (paths.isEmpty()) {
            return Catalog.builtIn();
        }
        List<CatalogDocument> documents = new ArrayList<>();
        for (Path path : paths) {
            files(path).forEach(file -> documents.add(read(file)));
        }
        try {
            return Catalog.builtIn().with(documents);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--catalog: " + e.getMessage());
        }
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Path> documents = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (documents.isEmpty()) {
                throw new UsageException("--catalog " + path + ": no *.json files in this directory");
            }
            return documents;
        } catch (IOException e) {
            throw new UsageException("--catalog " + path + ": " + IoReason.of(e));
        }
    }

    private static CatalogDocument read(Path file) {
        try {
            return CatalogReader.read(Files.newInputStream(file), file.toString());
        } catch (CatalogException e) {
            throw new UsageException("--catalog: " + e.getMessage());
        } catch (IOException e) {
            throw new UsageException("--catalog " + file + ": " + IoReason.of(e));
        }
    }
}
