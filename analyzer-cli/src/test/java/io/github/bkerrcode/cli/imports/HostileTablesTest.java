package io.github.bkerrcode.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.cli.imports.ImportReport.Remark;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to take time or memory, or that are no text: each ends with a message that says where and what to do. */
@Timeout(60)
class HostileTablesTest {

    @TempDir
    private Path directory;

    @Test
    void fileBeyondTheLimitIsNotRead() throws IOException {
        Path file = directory.resolve("huge.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }

        assertThat(reasons(file))
                .containsExactly("has more than 1 MiB, the limit of --max-size; split the file or raise the limit");
    }

    @ParameterizedTest
    @CsvSource({"json, '{\"a\":', 1", "json, '[', 1", "yaml, '[', 1", "yaml, '{a: ', 1", "yml, '- ', 1"})
    void deepNestingIsRefused(String extension, String opening, int line) throws IOException {
        Path file = file("deep." + extension, opening.repeat(100_000));

        CatalogImport done = imported(file);

        assertThat(done.report().remarks())
                .extracting(Remark::place, remark -> remark.reason().en())
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        new Place(file.toString(), line),
                        "is nested deeper than 64 levels, as no table of error codes is"));
    }

    @Test
    void aliasesOfYamlAreSaidAndNotFollowed() throws IOException {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 64; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        Path file = file("laughs.yaml", laughs + "1199001: fine\n1199002: *a63\n");

        CatalogImport done = imported(file);

        assertThat(done.entries()).isOne();
        assertThat(done.report().remarks().get(0))
                .isEqualTo(new Remark(
                        new Place(file.toString(), 2),
                        new LocalizedText(
                                "[*a0] 是别名，别名不展开；请写出它所代表的内容",
                                "[*a0] is an alias, which is not followed; write out what it stands for")));
        assertThat(done.report().remarks()).hasSize(ImportReport.MAX_REMARKS);
        assertThat(done.report().remarksLeftOut()).isPositive();
    }

    @Test
    void aliasThatHoldsItselfEnds() throws IOException {
        assertThat(imported(file("self.yaml", "a: &a {b: *a}\n1199001: fine\n")).entries())
                .isOne();
    }

    @Test
    void controlCharactersDoNotReachTheCatalog() throws IOException {
        Path file = file("control.json", "{\"1199001\": \"a\\u001b[31mred\\u202e\\u0000b\\r\\nc\"}");

        assertThat(written(imported(file))).contains("\"a [31mred  b \\nc\"").doesNotContain("u001", "\u202e");
    }

    @Test
    void nulInATextIsSaidWithItsLine() throws IOException {
        Path file = file("nul.csv", "code,message\n1199001,a\0b\n");

        assertThat(imported(file).report().remarks())
                .extracting(
                        remark -> remark.place().line() + " " + remark.reason().en())
                .containsExactly(
                        "2 holds a NUL character, so it is no text; if it is UTF-16, give --charset UTF-16LE or UTF-16BE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void wideTextIsReadWithItsMarkOrTheCharsetNamed(String charset) throws IOException {
        String text = "code,message\n1199001,坏了\n";
        Path plain = Files.write(directory.resolve("wide.csv"), text.getBytes(Charset.forName(charset)));
        Path marked =
                Files.write(directory.resolve("marked.csv"), ("\uFEFF" + text).getBytes(Charset.forName(charset)));

        assertThat(imported(marked).entries()).isOne();
        assertThat(imported(plain, Charset.forName(charset)).entries()).isOne();
    }

    @Test
    void gbkIsRecognisedButNotGuessed() throws IOException {
        Path file = Files.write(
                directory.resolve("gbk.md"), "|错误码|含义|\n|--|--|\n|1199001|坏了|\n".getBytes(Charset.forName("GBK")));

        assertThat(reasons(file)).containsExactly("is not UTF-8 from byte 2 on; it looks like GBK: give --charset GBK");
        assertThat(written(imported(file, Charset.forName("GBK")))).contains("坏了");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path file = Files.write(directory.resolve("bytes.json"), new byte[] {'{', '"', (byte) 0xFF, (byte) 0xFE, 1});

        assertThat(reasons(file)).containsExactly("is not UTF-8 from byte 3 on; give its charset with --charset NAME");
        assertThat(imported(file, StandardCharsets.US_ASCII).report().remarks())
                .extracting(remark -> remark.reason().en())
                .containsExactly("is neither UTF-8 nor US-ASCII; give another --charset");
    }

    @ParameterizedTest
    @CsvSource({"md, |", "csv, ','", "tsv, '\t'", "csv, ;"})
    void rowOfAMillionColumnsIsOneLostRow(String extension, String separator) throws IOException {
        String head = extension.equals("md") ? "|code|message|\n|---|---|\n|" : "code" + separator + "message\n";
        Path file = file(
                "wide." + extension,
                head + "1199001" + separator + "fine\n1199002" + (separator + "x").repeat(500_000) + "\n1199003"
                        + separator + "fine too\n");

        CatalogImport done = imported(file);

        assertThat(done.report().lost()).isPositive();
        assertThat(done.report().remarks().get(0).place().file()).isEqualTo(file.toString());
        assertThat(done.entries()).isPositive();
    }

    @Test
    void headOfAMillionColumnsEnds() throws IOException {
        assertThat(imported(file("head.csv", "code,message" + ",x".repeat(400_000) + "\n1199001,fine\n"))
                        .report()
                        .lost())
                .isPositive();
    }

    @Test
    void lineOfBarsAndMarksEnds() throws IOException {
        imported(file("bars.md", "|".repeat(300_000) + "\n" + "|-".repeat(100_000) + "\n" + "[`*_<".repeat(40_000)));
        imported(file("quotes.md", "> ".repeat(100_000) + "|1199001|x|"));
        imported(file("cell.md", "|code|message|\n|-|-|\n|1199001|" + "[*`<".repeat(50_000) + "|"));
    }

    @Test
    void unclosedQuoteIsSaid() throws IOException {
        Path file = file("quote.csv", "code,message\n1199001,fine\n1199002,\"never ends\n1199003,x\n");

        CatalogImport done = imported(file);

        assertThat(done.entries()).isEqualTo(2);
        assertThat(written(done)).contains("never ends");
    }

    @Test
    void linkThatLeadsToItselfIsSaid() throws IOException {
        Path loop = directory.resolve("loop.md");
        Files.createSymbolicLink(loop, loop);

        assertThat(reasons(loop)).hasSize(1);
    }

    @Test
    void linksOfDirectoriesDoNotKeepTheWalkGoing() throws IOException {
        Path inner = Files.createDirectories(directory.resolve("a/b"));
        Files.createSymbolicLink(inner.resolve("up"), directory);
        file("a/b/c.csv", "code,message\n1199001,fine\n");
        Files.createSymbolicLink(directory.resolve("linked.csv"), inner.resolve("c.csv"));
        Files.createSymbolicLink(directory.resolve("gone.csv"), inner.resolve("none.csv"));

        CatalogImport done = imported(directory);

        assertThat(done.entries()).isOne();
        assertThat(done.report().remarks())
                .extracting(remark -> remark.reason().en())
                .containsExactlyInAnyOrder(
                        "no such file or directory",
                        "1199001 stands already at " + directory.resolve("a/b/c.csv") + ":2 with the same text");
    }

    @Test
    void pipeThatADirectoryHoldsIsNotWaitedFor() throws Exception {
        Path pipe = directory.resolve("pipe.csv");
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeThat(mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0)
                .isTrue();

        assertThat(reasons(directory))
                .containsExactly("is no regular file (a pipe or a device?); write it to a file first");
    }

    @Test
    void deviceWithoutEndIsReadUpToTheLimit() {
        Path zero = Path.of("/dev/zero");
        assumeThat(zero).exists();

        assertThat(reasons(zero))
                .containsExactly("has more than 1 MiB, the limit of --max-size; split the file or raise the limit");
    }

    @Test
    void manyRowsThatMakeNothingAreCountedAndNotAllSaid() throws IOException {
        Path file = file("empty.csv", "code,message\n1199001,x\n" + "1199002,\n".repeat(5_000));

        ImportReport report = imported(file).report();

        assertThat(report.skipped()).isEqualTo(5_000);
        assertThat(report.remarks()).hasSize(ImportReport.MAX_REMARKS);
        assertThat(report.remarksLeftOut()).isEqualTo(5_000 - ImportReport.MAX_REMARKS);
    }

    private List<String> reasons(Path path) {
        return imported(path).report().remarks().stream()
                .map(remark -> remark.reason().in(Language.EN))
                .toList();
    }

    private static CatalogImport imported(Path path) {
        return imported(path, null);
    }

    private static CatalogImport imported(Path path, @org.jspecify.annotations.Nullable Charset charset) {
        return CatalogImport.of(
                List.of(path), new CatalogImport.Settings(Catalog.builtIn(), List.of(), charset, 1, null));
    }

    private static String written(CatalogImport done) throws IOException {
        StringWriter out = new StringWriter();
        done.write(out);
        return out.toString();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
