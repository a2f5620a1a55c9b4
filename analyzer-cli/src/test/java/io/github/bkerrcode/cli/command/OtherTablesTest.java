package io.github.bkerrcode.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogReader;
import io.github.bkerrcode.cli.report.GoldenFile;
import io.github.bkerrcode.cli.report.Palette;
import io.github.bkerrcode.code.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of other shapes than the product documents': what importing them writes and says. */
class OtherTablesTest {

    private static final String TABLES = "src/test/resources/tables/other/";

    @ParameterizedTest
    @CsvSource({
        "english, md/english-code-last.md, 0",
        "broken, md/broken.md, 0",
        "own-numbers, md/own-numbers.md --platform 90:my_saas:我的应用 --document my-saas, 0",
        "cmdb, cmdb, 0",
        "objects, saas-objects.json, 0",
        "nested, saas-nested.json, 4",
        "nested-with-owner, saas-nested.json --platform bk_sops, 0",
        "bundle, bundle, 4",
        "csv, csv --charset GBK, 0",
        "csv-without-charset, csv, 4",
        "yaml, yaml, 4",
    })
    void isImportedAsApproved(String name, String arguments, int exitCode) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> words = new ArrayList<>(List.of("catalog", "import"));
        words.addAll(List.of((TABLES + arguments).split(" ", -1)));

        int exit = AnalyzerCommand.run(
                words,
                new Console(new PrintWriter(out), new PrintWriter(err, true), Palette.NONE, 100).in(Language.EN));

        GoldenFile.assertMatches("import-" + name + ".txt", out + "\n" + err);
        assertThat(exit).isEqualTo(exitCode);
        Catalog.builtIn()
                .with(List.of(CatalogReader.read(
                        new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)), name)));
    }
}
