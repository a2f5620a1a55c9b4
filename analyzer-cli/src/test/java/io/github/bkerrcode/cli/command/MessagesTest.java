package io.github.bkerrcode.cli.command;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.cli.report.GoldenFile;
import io.github.bkerrcode.cli.report.Palette;
import io.github.bkerrcode.code.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the program says on standard error, in the user's language: of wrong arguments, of inputs, of its work. */
class MessagesTest {

    /** A place that differs from run to run. */
    private static final String PLACE = "DIR";

    /** Arguments, in words; none of them starts with a command that is missing. */
    private static final List<String> MISTAKES = List.of(
            "",
            "analyze",
            "--nosuch DIR/a.log",
            "DIR/a.log --nosuch",
            "DIR/a.log --nosuch --neither",
            "DIR/a.log --top",
            "DIR/a.log --top x",
            "DIR/a.log --top --since",
            "DIR/a.log --top --nosuch",
            "DIR/a.log --top 1 --top 2",
            "DIR/a.log --top 0",
            "DIR/a.log --lang de",
            "DIR/a.log --charset klingon",
            "DIR/a.log --format xml",
            "DIR/a.log --tz",
            "DIR/a.log --tz Mars",
            "DIR/a.log --since yesterday",
            "DIR/a.log --since 2025-10-25 --until 2025-10-24",
            "DIR/a.log --rules DIR/none.rules",
            "DIR/a.log --rules DIR/wrong.log",
            "DIR/a.log --rules DIR/wrong.rules",
            "DIR/a.log --fail-on often",
            "DIR/a.log --fail-on new",
            "DIR/a.log --baseline DIR/none.json",
            "DIR/a.log -o DIR/x.pdf",
            "DIR/a.log -o DIR/no-logs.json",
            "DIR/a.log -o DIR/none/x.json",
            "DIR/a.log --catalog DIR/none.json",
            "DIR/a.log --catalog DIR/no-logs.json",
            "DIR/a.log --catalog DIR/table.md",
            "DIR/a.log --catalog DIR/wrong.json",
            "annotate DIR/a.log --only=perhaps",
            "detect DIR/a.log --format json",
            "explain",
            "merge DIR/a.log",
            "merge DIR/no-logs.json",
            "merge DIR/summary.json DIR/summary.json",
            "merge DIR/summary.json -o DIR/summary.json",
            "report DIR/summary.json DIR/other.json",
            "catalog",
            "catalog show",
            "catalog import",
            "catalog import DIR/table.md --platform 1:x",
            "catalog import DIR/table.md --max-size 0",
            "catalog search redis --top 0",
            "catalog export",
            "catalog export --format xml",
            "catalog validate",
            "catalog validate DIR/none.json",
            "completion",
            "completion fish");

    private static final List<String> WORK = List.of(
            "DIR/none.log DIR/a.log DIR/no-logs.json DIR/wrong.log DIR/cut.log.gz DIR/damaged.log.gz DIR/behind.log.gz"
                    + " DIR/binary.log DIR/wide.log DIR/other.log",
            "DIR/a.log --fail-on total>0 --fail-on code:1301002>0",
            "DIR/a.log --baseline DIR/summary.json --fail-on new",
            "DIR/a.log --baseline DIR/summary.json --format csv",
            "explain APIGW_LACK_PARAM 7654321x UNKNOW",
            "catalog search zzzzzz",
            "catalog search redis --top 1",
            "catalog import DIR/table.md",
            "catalog import DIR/table.md -o DIR/table.json",
            "catalog import DIR/a.log",
            "catalog import DIR/none.md DIR/table.md --platform 90:my_saas");

    @TempDir
    private Path directory;

    @BeforeEach
    void writeInputs() throws IOException {
        file("a.log", "errorCode=1301002\n");
        Files.createDirectory(directory.resolve("no-logs.json"));
        Files.write(directory.resolve("wrong.log"), "\n错误码：1301002\n".getBytes(Charset.forName("GBK")));
        byte[] compressed = gzip("errorCode=1301002\n".repeat(9));
        Files.write(directory.resolve("cut.log.gz"), Arrays.copyOf(compressed, compressed.length - 8));
        byte[] damaged = compressed.clone();
        damaged[damaged.length - 7] ^= 1;
        Files.write(directory.resolve("damaged.log.gz"), damaged);
        byte[] longer = Arrays.copyOf(compressed, compressed.length + 6);
        Arrays.fill(longer, compressed.length, longer.length, (byte) 'x');
        Files.write(directory.resolve("behind.log.gz"), longer);
        Files.write(
                directory.resolve("binary.log"), "\u0001\u0002\u0003".repeat(99).getBytes(UTF_8));
        Files.write(
                directory.resolve("wide.log"), "errorCode=1301002\n".repeat(9).getBytes(UTF_16LE));
        Files.write(directory.resolve("other.log"), "BZh91AY&SY\u0001".getBytes(UTF_8));
        file("wrong.rules", "high our-ticket listed ticket (\n");
        file(
                "wrong.json",
                "{\"schema\": \"bk-errcode/catalog/1\",\n\"document\": \"x\",\n\"entries\": [{\"code\": \"1199014\"}]}\n");
        file(
                "table.md",
                "| 错误码 | 含义 |\n|---|---|\n| 1199014 | 甲 |\n| 1199014 | 乙 |\n| 60108 | 丙 |\n| 11990145 | 丁 |\n");
        file("none-found.log", "nothing\n");
        assertThat(AnalyzerCommand.run(
                        List.of(path("none-found.log"), "-o", path("summary.json")),
                        console(new StringWriter(), Language.ZH)))
                .isEqualTo(ExitCode.FINE);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void mistakesInTheArguments(Language language) throws IOException {
        assertSaid("mistakes", MISTAKES, language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void notesOfTheWork(Language language) throws IOException {
        assertSaid("notes", WORK, language);
    }

    private void assertSaid(String name, List<String> commands, Language language) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String command : commands) {
            StringWriter err = new StringWriter();
            int exitCode = AnalyzerCommand.run(words(command), console(err, language));
            said.append("$ analyzer ").append(command).append('\n').append(placeless(err.toString()));
            said.append("= ").append(exitCode).append("\n\n");
        }
        GoldenFile.assertMatches(name + "-" + language.name().toLowerCase(Locale.ROOT) + ".txt", said.toString());
    }

    /** The language of the arguments goes before that of the locale, wherever it stands, also where they are wrong. */
    @Test
    void languageOfTheArgumentsCounts() {
        String log = path("a.log");
        assertThat(errorsOf(Language.ZH, log, "--nosuch", "--lang", "en")).startsWith("analyzer: Unknown option");
        assertThat(errorsOf(Language.ZH, "--lang=en", log, "--top", "x")).startsWith("analyzer: Invalid value");
        assertThat(errorsOf(Language.EN, log, "--top", "0", "--lang", "ZH")).startsWith("analyzer: --top 至少为 1");
        assertThat(errorsOf(Language.EN, "analyze", path("none.log"), "--lang", "zh"))
                .endsWith("没有那个文件或目录\n");
        assertThat(errorsOf(Language.EN, "catalog", "--lang", "zh")).startsWith("analyzer: 缺少命令");
        assertThat(errorsOf(Language.ZH, "completion", "fish", "--lang", "en")).startsWith("analyzer: Invalid value");
        assertThat(errorsOf(Language.ZH, "explain", "x", "--lang", "en")).startsWith("analyzer: unknown code [x]");
    }

    @Test
    void languageMayStandInAFileOfArguments() throws IOException {
        file("arguments", "--lang en\n");
        assertThat(errorsOf(Language.ZH, "@" + path("arguments"), path("a.log"), "--top", "0"))
                .startsWith("analyzer: --top must be at least 1");
    }

    /** What is no language, and what stands behind the end of the options, says nothing of one. */
    @Test
    void whatNamesNoLanguageLeavesThatOfTheLocale() {
        assertThat(errorsOf(Language.ZH, path("a.log"), "--lang", "de")).startsWith("analyzer: --lang 的值 [de] 无效");
        assertThat(errorsOf(Language.ZH, path("a.log"), "--lang")).startsWith("analyzer: --lang 缺少参数");
        assertThat(errorsOf(Language.ZH, "analyze", "--", "--lang", "en")).contains("--lang: 没有那个文件或目录");
    }

    @Test
    void helpIsInTheLanguageOfTheArgumentsToo() {
        assertThat(helpOf(Language.ZH, "--help", "--lang", "en")).startsWith("Usage: analyzer [-hV]");
        assertThat(helpOf(Language.EN, "--lang", "zh", "--help")).startsWith("用法：analyzer analyze ");
        assertThat(helpOf(Language.EN, "catalog", "--help", "--lang", "zh")).startsWith("用法：analyzer catalog ");
        assertThat(helpOf(Language.EN, "catalog", "list", "--lang=zh", "-h")).startsWith("用法：analyzer catalog list ");
        assertThat(helpOf(Language.ZH, "completion", "-h")).startsWith("用法：analyzer completion ");
    }

    /** Programs read these. */
    @Test
    void problemsInASummaryAreEnglish() throws IOException {
        Path summary = directory.resolve("problems.json");
        assertThat(errorsOf(Language.ZH, path("none.log"), "-o", summary.toString()))
                .contains("没有那个文件或目录");
        assertThat(Files.readString(summary)).contains("\"message\" : \"no such file or directory\"");
        assertThat(errorsOf(Language.ZH, "merge", summary.toString())).contains("none.log: 没有那个文件或目录");
    }

    private static String errorsOf(Language language, String... arguments) {
        StringWriter err = new StringWriter();
        assertThat(AnalyzerCommand.run(List.of(arguments), console(err, language)))
                .isNotEqualTo(ExitCode.INTERNAL_ERROR);
        return err.toString();
    }

    private static String helpOf(Language language, String... arguments) {
        StringWriter out = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(out), Palette.NONE, 100).in(language);
        assertThat(AnalyzerCommand.run(List.of(arguments), console)).isEqualTo(ExitCode.FINE);
        return out.toString();
    }

    private static Console console(StringWriter err, Language language) {
        return new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), Palette.NONE, 100).in(language);
    }

    private List<String> words(String command) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word.replace(PLACE, directory.toString()));
            }
        }
        return words;
    }

    private String placeless(String text) {
        Path always = CatalogLayers.configurationDirectory(System.getenv());
        String placeless = text.replace(directory.toString(), PLACE);
        return always == null ? placeless : placeless.replace(always.toString(), "CONFIGURATION");
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
