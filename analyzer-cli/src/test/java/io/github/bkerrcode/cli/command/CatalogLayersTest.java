package io.github.bkerrcode.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Language;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogLayersTest {

    @TempDir
    private Path home;

    @Test
    void withoutAnyThereIsTheBuiltInCatalog() {
        assertThat(CatalogLayers.of(Map.of(), List.of()).catalog()).isSameAs(Catalog.builtIn());
        assertThat(CatalogLayers.of(Map.of("HOME", home.toString(), "ERRCODE_CATALOG", " "), List.of())
                        .layers())
                .isEmpty();
    }

    @Test
    void laterLayersLieOnTop() throws IOException {
        Path configured = document(".config/bk-errcode/catalog/a.json", "configured", "1199001", "1199002", "1199003");
        Path variable = document("variable.json", "variable", "1199002", "1199003");
        Path given = document("given.json", "given", "1199003");
        CatalogLayers layers = CatalogLayers.of(
                Map.of("HOME", home.toString(), "ERRCODE_CATALOG", File.pathSeparator + variable), List.of(given));

        assertThat(layers.layers())
                .extracting(layer -> layer.name().en())
                .containsExactly("configuration directory", "ERRCODE_CATALOG", "--catalog");
        Catalog catalog = layers.catalog();
        assertThat(meaning(catalog, 1199001)).isEqualTo("configured " + configured + ":3");
        assertThat(meaning(catalog, 1199002)).isEqualTo("variable " + variable + ":3");
        assertThat(meaning(catalog, 1199003)).isEqualTo("given " + given + ":3");
        assertThat(meaning(catalog, 1250001)).endsWith(" built in");
    }

    @Test
    void documentsOfADirectoryAreTakenInTheOrderOfTheirNames() throws IOException {
        document("all/b.json", "second", "1199001");
        document("all/a.json", "first", "1199001");

        assertThat(meaning(
                        CatalogLayers.of(Map.of(), List.of(home.resolve("all"))).catalog(), 1199001))
                .startsWith("second ");
    }

    @Test
    void configurationMayLieElsewhere() throws IOException {
        document("etc/bk-errcode/catalog/a.json", "configured", "1199001");
        Map<String, String> environment = Map.of(
                "HOME", home.toString(), "XDG_CONFIG_HOME", home.resolve("etc").toString());

        assertThat(meaning(CatalogLayers.of(environment, List.of()).catalog(), 1199001))
                .startsWith("configured ");
        assertThat(CatalogLayers.configurationDirectory(Map.of("XDG_CONFIG_HOME", "", "HOME", "/h")))
                .isEqualTo(Path.of("/h/.config/bk-errcode/catalog"));
    }

    @Test
    void directoryWithoutDocumentsIsNoLayer() throws IOException {
        Files.createDirectories(home.resolve(".config/bk-errcode/catalog"));
        Files.writeString(home.resolve(".config/bk-errcode/catalog/README.md"), "mine");

        assertThat(CatalogLayers.of(Map.of("HOME", home.toString()), List.of()).layers())
                .isEmpty();
    }

    @Test
    void brokenDocumentSaysWhichLayerItIsOfAndHowToLookAtIt() throws IOException {
        Path broken = document(".config/bk-errcode/catalog/a.json", "configured", "12");

        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> CatalogLayers.of(Map.of("HOME", home.toString()), List.of())
                        .catalog())
                .withMessageStartingWith("configuration directory: " + broken + ":3: entry 1 (12): ")
                .withMessageEndingWith("; see: analyzer catalog validate " + broken);
    }

    @Test
    void tableInAnotherFormIsToBeImported() throws IOException {
        Path table = Files.writeString(home.resolve("codes.md"), "|code|message|");
        Path map = Files.writeString(home.resolve("map.json"), "{\"1199001\": \"x\"}");

        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> CatalogLayers.of(Map.of(), List.of(table)).catalog())
                .withMessage("--catalog: " + table + ": is no catalog document (JSON with \"schema\":"
                        + " \"bk-errcode/catalog/1\"); import it first: analyzer catalog import " + table + " -o "
                        + home.resolve("codes-catalog.json"));
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> CatalogLayers.of(Map.of("ERRCODE_CATALOG", map.toString()), List.of())
                        .catalog())
                .withMessageContaining("import it first");
    }

    @Test
    void symbolicCodeWithoutOwnerNamesTheLayer() throws IOException {
        Path given = document("given.json", "given", "MY_OWN_CODE");

        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> CatalogLayers.of(Map.of(), List.of(given)).catalog())
                .withMessageStartingWith("--catalog: document given: symbolic code MY_OWN_CODE has no owner");
    }

    private static String meaning(Catalog catalog, int number) {
        CatalogEntry entry = catalog.entriesOf(ErrorCode.numeric(number)).get(0);
        return entry.meaning().in(Language.ZH) + " " + entry.origin();
    }

    private Path document(String name, String id, String... codes) throws IOException {
        StringBuilder entries = new StringBuilder();
        for (String code : codes) {
            entries.append(entries.isEmpty() ? "" : ",")
                    .append("{\"code\": \"")
                    .append(code)
                    .append("\", \"meaning\": \"")
                    .append(id)
                    .append("\"}");
        }
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file,
                "{\"schema\": \"bk-errcode/catalog/1\",\n\"document\": \"" + id + "\",\n\"entries\": [" + entries
                        + "]}");
    }
}
