package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that looks codes up. */
final class CatalogOptions {

    @Option(
            names = "--catalog",
            paramLabel = "PATH",
            description =
                    "Further catalog documents (JSON), or directories of them; they come on top of the built-in ones, of"
                            + " those in the configuration directory, and of those that ERRCODE_CATALOG names.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description =
                    "Language of meanings, reports, messages and help (default: that of LC_ALL, LC_MESSAGES or LANG; zh where"
                            + " they name none, en for all others).")
    private @Nullable Language language;

    /** Returns the language that was asked for, or else the one of the user's locale. */
    Language language(Console console) {
        return language == null ? console.language() : language;
    }

    /** The built-in catalog with the user's layers on top. */
    Catalog catalog() {
        return CatalogLayers.of(System.getenv(), paths).catalog();
    }
}
