package io.github.bkerrcode.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogDocument.PlatformRow;
import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.catalog.CatalogReader;
import io.github.bkerrcode.catalog.Remediation;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.Platform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Importing the product documents gives the built-in catalog.
 *
 * <p>Compared is everything a document says: code, platform (id, number, Chinese name), document, flag, Chinese meaning, Chinese
 * remediation with its steps, HTTP status, source and target. Left out is what the built-in catalog adds of its own: translations, names
 * of sections, and the order of the common codes.
 */
class ProductTablesTest {

    private static final Path TABLES = Path.of("src", "test", "resources", "tables");

    /** What a document says of an entry. */
    private record Said(
            String code,
            String platform,
            @Nullable Integer number,
            String name,
            String document,
            @Nullable String flag,
            @Nullable String meaning,
            @Nullable List<@Nullable String> remediation,
            @Nullable Integer httpStatus,
            @Nullable String source,
            @Nullable String target) {

        static Said of(CatalogEntry entry) {
            Platform platform = entry.platform();
            Remediation remediation = entry.remediation();
            return new Said(
                    entry.code().token(),
                    platform.id(),
                    platform.number(),
                    platform.name().in(Language.ZH),
                    entry.document(),
                    entry.flag(),
                    entry.meaning().zh(),
                    remediation == null
                            ? null
                            : Arrays.asList(remediation.steps().stream()
                                    .map(step -> step.zh())
                                    .toArray(String[]::new)),
                    entry.httpStatus(),
                    entry.source(),
                    entry.target());
        }
    }

    @Test
    void importedCatalogIsTheBuiltInOne() throws IOException {
        Catalog imported = Catalog.of(List.of(CatalogReader.read(
                new ByteArrayInputStream(written(imported()).getBytes(StandardCharsets.UTF_8)), "imported.json")));

        // The common platform stands in the numbering document as a range, which is no row of the table.
        assertThat(imported.entries())
                .extracting(Said::of)
                .filteredOn(said -> !said.platform().equals("common"))
                .containsExactlyInAnyOrderElementsOf(builtIn()
                        .filter(said -> !said.platform().equals("common"))
                        .toList());
        assertThat(imported.entries())
                .extracting(Said::of)
                .filteredOn(said -> said.platform().equals("common"))
                .extracting(Said::code, Said::meaning)
                .containsExactlyInAnyOrderElementsOf(builtIn()
                        .filter(said -> said.platform().equals("common"))
                        .map(said -> org.assertj.core.api.Assertions.tuple(said.code(), said.meaning()))
                        .toList());
    }

    @Test
    void everyRowThatIsNoEntryIsSaid() {
        ImportReport report = imported().report();

        assertThat(report.rows()).isEqualTo(486);
        assertThat(report.remarks())
                .extracting(remark -> remark.reason().en())
                .containsOnly(
                        "has no code",
                        "2702001 has no meaning",
                        "2802001 has no meaning",
                        "[60108] lacks the two digits of its platform; name it with --platform NUMBER:ID",
                        "names are taken for those of apigw, whose family APIGW_LACK_PARAMS is of; name another owner with"
                                + " --platform ID",
                        "codes such as 1860106 begin with the number of no platform; name it with --platform 18:ID");
        assertThat(report.leftOut()).isOne();
        assertThat(report.lost()).isZero();
    }

    @Test
    void whatWasImportedCanBeImportedAgain(@org.junit.jupiter.api.io.TempDir Path directory) throws IOException {
        CatalogImport first = imported();
        Path file = directory.resolve("imported.json");
        java.nio.file.Files.writeString(file, written(first));

        CatalogImport second = CatalogImport.of(List.of(file), settings(List.of()));

        assertThat(second.report().lost()).isZero();
        assertThat(written(second)).isEqualTo(written(first));
    }

    private static Stream<Said> builtIn() {
        return Catalog.builtIn().entries().stream().map(Said::of);
    }

    private static CatalogImport imported() {
        List<Path> files = Stream.of("paas2.md", "paas3.md", "numbering.md", "job.md", "apigateway.md")
                .map(TABLES::resolve)
                .toList();
        return CatalogImport.of(files, settings(List.of()));
    }

    private static CatalogImport.Settings settings(List<PlatformRow> platforms) {
        return new CatalogImport.Settings(Catalog.builtIn(), platforms, null, 1, null);
    }

    private static String written(CatalogImport done) throws IOException {
        StringWriter out = new StringWriter();
        done.write(out);
        return out.toString();
    }
}
