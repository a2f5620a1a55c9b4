package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogDocument;
import io.github.bkerrcode.catalog.CatalogException;
import io.github.bkerrcode.catalog.CatalogFiles;
import io.github.bkerrcode.catalog.CatalogFiles.Pipes;
import io.github.bkerrcode.cli.report.KnownReason;
import io.github.bkerrcode.code.LocalizedText;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user's catalog documents, layer by layer from the lowest to the topmost: those of the configuration directory, those that the
 * environment names, those of the command line. Loops where lambdas would do, since {@code explain} comes by here.
 *
 * @param layers those that exist
 */
record CatalogLayers(List<Layer> layers) {

    /** The variable that names documents and directories, separated as in {@code PATH}. */
    static final String VARIABLE = "ERRCODE_CATALOG";

    private static final String SUFFIX = ".json";
    private static final String SCHEMA = "bk-errcode/catalog/";
    private static final int HEAD = 4_096;

    /**
     * Documents that were named in one way.
     *
     * @param name how, for messages
     * @param pipes whether pipes may be among them; only a command line can have meant them
     */
    record Layer(LocalizedText name, List<Path> paths, Pipes pipes) {}

    /**
     * Finds the layers.
     *
     * @param environment the process's
     * @param given paths of the command line
     */
    static CatalogLayers of(Map<String, String> environment, List<Path> given) {
        List<Layer> layers = new ArrayList<>();
        Path directory = configurationDirectory(environment);
        if (directory != null && hasDocuments(directory.toFile())) {
            layers.add(
                    new Layer(new LocalizedText("配置目录", "configuration directory"), List.of(directory), Pipes.REFUSED));
        }
        List<Path> named = new ArrayList<>();
        String variable = environment.get(VARIABLE);
        if (variable != null) {
            for (String path : variable.split(File.pathSeparator, -1)) {
                if (!path.isBlank()) {
                    named.add(path(path));
                }
            }
        }
        if (!named.isEmpty()) {
            layers.add(new Layer(LocalizedText.same(VARIABLE), named, Pipes.REFUSED));
        }
        if (!given.isEmpty()) {
            layers.add(new Layer(LocalizedText.same("--catalog"), given, Pipes.READ));
        }
        return new CatalogLayers(layers);
    }

    private static Path path(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new UsageException(
                    VARIABLE + ": " + path + ": 不是文件名：" + e.getReason(),
                    VARIABLE + ": " + path + ": is no file name: " + e.getReason());
        }
    }

    /** Where documents lie that are to be used always; null if there is no place for them. */
    static @Nullable Path configurationDirectory(Map<String, String> environment) {
        String base = environment.get("XDG_CONFIG_HOME");
        if (base == null || base.isBlank()) {
            String home = environment.get("HOME");
            if (home == null || home.isBlank()) {
                return null;
            }
            base = home + "/.config";
        }
        return Path.of(base, "bk-errcode", "catalog");
    }

    private static boolean hasDocuments(File directory) {
        String[] names = directory.list();
        if (names != null) {
            for (String name : names) {
                if (name.endsWith(SUFFIX)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Reads all layers on top of the built-in catalog.
     *
     * @throws UsageException if a document cannot be used; says which, why, and what to do
     */
    Catalog catalog() {
        if (layers.isEmpty()) {
            return Catalog.builtIn();
        }
        List<CatalogDocument> documents = new ArrayList<>();
        for (Layer layer : layers) {
            try {
                documents.addAll(new CatalogFiles(layer.paths, layer.pipes).read());
            } catch (CatalogException e) {
                throw refused(layer, reason(e));
            }
        }
        try {
            return Catalog.builtIn().with(documents);
        } catch (IllegalArgumentException e) {
            throw refused(layers.get(layers.size() - 1), LocalizedText.same(String.valueOf(e.getMessage())));
        }
    }

    private static UsageException refused(Layer layer, LocalizedText reason) {
        return new UsageException(layer.name.zh() + ": " + reason.zh(), layer.name.en() + ": " + reason.en());
    }

    /** What is wrong; a table in another form, for which the reason would be its first character, is to be imported. */
    private static LocalizedText reason(CatalogException e) {
        String file = e.source();
        String name = file.toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        boolean otherForm = dot > 0
                && List.of(".md", ".markdown", ".csv", ".tsv", ".yaml", ".yml", ".properties", ".txt")
                        .contains(name.substring(dot));
        if (!Files.isRegularFile(Path.of(file))) {
            return KnownReason.localized(file, e.reason());
        }
        if (!otherForm && isCatalog(Path.of(file))) {
            LocalizedText mistake = KnownReason.localized(e.line() == 0 ? file : file + ":" + e.line(), e.reason());
            String command = "analyzer catalog validate " + file;
            return new LocalizedText(mistake.zh() + "；详见：" + command, mistake.en() + "; see: " + command);
        }
        String schema = "\"schema\": \"" + SCHEMA + "1\"";
        String command = "analyzer catalog import " + file + " -o " + (dot > 0 ? file.substring(0, dot) : file)
                + "-catalog.json";
        return new LocalizedText(
                file + ": 不是错误码目录文件（含 " + schema + " 的 JSON）；请先转换：" + command,
                file + ": is no catalog document (JSON with " + schema + "); import it first: " + command);
    }

    private static boolean isCatalog(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(SCHEMA);
        } catch (IOException e) {
            return true;
        }
    }
}
