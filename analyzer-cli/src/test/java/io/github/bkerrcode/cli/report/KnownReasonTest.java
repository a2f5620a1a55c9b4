package io.github.bkerrcode.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.CatalogCheck;
import io.github.bkerrcode.cli.command.AnalyzerCommand;
import io.github.bkerrcode.cli.command.Console;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.input.FileChange;
import io.github.bkerrcode.input.IoReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the reasons that are known here to those that are really told below. */
class KnownReasonTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @TempDir
    private Path directory;

    /** A text that was changed where it is told would no longer be known, and so would be missing here. */
    @Test
    void everyReasonIsToldInJustTheseWords() throws IOException {
        List<String> told = new ArrayList<>();
        told.addAll(ofChangingFiles());
        told.addAll(ofInputs());
        told.addAll(ofOptions());
        told.addAll(ofSummaries());
        told.addAll(ofSummariesThatLeaveOut());
        told.addAll(ofCatalogs());

        Set<KnownReason> known = EnumSet.noneOf(KnownReason.class);
        for (String reason : told) {
            KnownReason match = Arrays.stream(KnownReason.values())
                    .filter(candidate -> candidate.is(reason))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("not known: " + reason));
            known.add(match);
            assertThat(KnownReason.localized(reason).zh())
                    .containsPattern(CHINESE)
                    .doesNotContain("{}");
        }
        assertThat(known).isEqualTo(EnumSet.allOf(KnownReason.class));
    }

    private static List<String> ofChangingFiles() {
        return List.of(
                FileChange.grew(7),
                FileChange.REPLACED,
                FileChange.REMOVED,
                IoReason.of(FileChange.shrank(3, 9)),
                // Told only of files that are replaced between being found and being read.
                "another file was put in its place before it was read; not counted",
                // Told only of full disks.
                "could not be written whole (disk full?)",
                IoReason.of(new AccessDeniedException("a.log")),
                IoReason.INTERRUPTED);
    }

    private List<String> ofInputs() throws IOException {
        byte[] compressed = gzip("errorCode=1301002\n".repeat(9));
        byte[] damaged = compressed.clone();
        damaged[damaged.length - 7] ^= 1;
        byte[] longer = Arrays.copyOf(compressed, compressed.length + 6);
        Arrays.fill(longer, compressed.length, longer.length, (byte) 'x');
        return reasons(
                "",
                path("none.log"),
                Files.createDirectory(directory.resolve("empty")).toString(),
                file("cut.log", Arrays.copyOf(compressed, compressed.length - 8)),
                file("damaged.log", damaged),
                file("longer.log", longer),
                file("bzip2.log", "BZh91AY&SY\u0001".getBytes(UTF_8)),
                file("dictionary.log", HexFormat.of().parseHex("28b52ffd0100010000")),
                file("window.log", HexFormat.of().parseHex("28b52ffd0088010000")),
                file("binary.log", "\u0001\u0002\u0003".repeat(99).getBytes(UTF_8)),
                file("wide.log", "errorCode=1301002\n".repeat(9).getBytes(StandardCharsets.UTF_16LE)),
                file("one.log", "错误码：1301002\n".getBytes(Charset.forName("GBK"))),
                file("two.log", "错误码：1301002\n错误码：1301002\n".getBytes(Charset.forName("GBK"))));
    }

    private List<String> ofOptions() throws IOException {
        String log = file("a.log", new byte[0]);
        List<String> reasons = new ArrayList<>(List.of(
                wrong(log, "--since", "yesterday"),
                wrong(log, "--since", "2025-10-25", "--until", "2025-10-24"),
                wrong(log, "--platform", "nobody"),
                wrong("report", file("no-summary.json", "{}".getBytes(UTF_8)))));
        for (String rule : List.of(
                "high",
                "often x listed <code>",
                "high x never <code>",
                "high x listed code",
                "high x listed ( <code>",
                "high x listed {WORD} <code>",
                "high x listed <code>\nhigh x listed <code>")) {
            String said = wrong(log, "--rules", file("wrong.rules", (rule + "\n").getBytes(UTF_8)));
            reasons.addAll(within(said.replaceFirst("^--rules: .*?:[0-9]+: ", "")));
        }
        return reasons;
    }

    private List<String> ofSummaries() throws IOException {
        String summary = path("summary.json");
        AnalyzerCommand.run(
                List.of(file("a.log", "errorCode=1301002\n".getBytes(UTF_8)), "-o", summary),
                new Console(
                        new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), Palette.NONE, 100));
        String right = Files.readString(Path.of(summary));
        List<String> reasons = new ArrayList<>();
        for (String wrong : List.of(
                "",
                "{",
                "[]",
                right + right,
                right.replace("summary/1", "summary/2"),
                right.replace("\"files\" : 1", "\"files\" : -1"),
                right.replace("\"files\" : 1", "\"files\" : \"one\""),
                right.replace("\"files\" : 1", "\"fields\" : 1"),
                right.replace("\"id\" : \"paas\"", "\"id\" : 1"),
                right.replaceFirst("(?s)\"platforms\" : \\[.*?]", "\"platforms\" : 1"))) {
            assertThat(wrong).isNotEqualTo(right);
            String file = file("wrong.json", wrong.getBytes(UTF_8));
            reasons.addAll(within(wrong("report", file).substring(file.length()).replaceFirst("^[:0-9]*: ", "")));
        }
        return reasons;
    }

    /** A reason, and what it says of a place, a rule or an entry, by itself. */
    private static List<String> within(String reason) {
        String inner = reason.replaceFirst("; write it again with: .*", "");
        return List.of(reason, inner, inner.replaceFirst("^(/[^ ]*|entry [^:]+|rule \\[[^]]*]): ", ""));
    }

    private List<String> ofSummariesThatLeaveOut() throws IOException {
        List<String> reasons = new ArrayList<>();
        for (int more = 1; more <= 2; more++) {
            StringBuilder codes = new StringBuilder();
            IntStream.range(0, 10_000 + more)
                    .forEach(i ->
                            codes.append("errorCode=").append(1_150_000 + i).append('\n'));
            reasons.addAll(
                    reasons(file("codes" + more + ".log", codes.toString().getBytes(UTF_8))));
            String[] missing = IntStream.range(0, 1_000 + more)
                    .mapToObj(i -> path("none" + i))
                    .toArray(String[]::new);
            List<String> all = reasons(missing);
            reasons.add(all.get(all.size() - 1));
        }
        return reasons;
    }

    private List<String> ofCatalogs() throws IOException {
        String entry = "{\"code\": \"%s\", \"meaning\": {\"%s\": \"%s\"}}";
        document("first.json", entry.formatted("1199014", "zh", "x"), entry.formatted("1199015", "zh", "y"));
        document("second.json", entry.formatted("1199014", "zh", "x"), entry.formatted("1199015", "zh", "z"));
        document("built-in.json", entry.formatted("1301002", "en", "x"), "{\"code\": \"1199999\", \"remove\": true}");
        document("english.json", entry.formatted("1199016", "en", "x"), entry.formatted("1199017", "en", "y"));
        document("nobody.json", entry.formatted("0199016", "zh", "x"), entry.formatted("SOME_CODE", "zh", "y"));
        document("alone.json", entry.formatted("1199021", "zh", "y"));
        document("no-code.json", entry.formatted("125", "zh", "x"));
        document("twice.json", entry.formatted("1199018", "zh", "x"), entry.formatted("1199018", "zh", "y"));
        document("no-meaning.json", "{\"code\": \"1199019\"}");
        document("blank.json", entry.formatted("1199020", "zh", " "));
        Files.writeString(directory.resolve("no-json.json"), "{");
        document("unknown-key.json", "{\"code\": \"1199022\", \"text\": \"x\"}");
        Files.writeString(
                directory.resolve("no-entries.json"), "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"x\"}");
        CatalogCheck check = new CatalogCheck();
        check.addLayer(List.of(directory.resolve("first.json"), directory.resolve("second.json")));
        for (String name : List.of(
                "built-in.json",
                "english.json",
                "nobody.json",
                "alone.json",
                "no-code.json",
                "twice.json",
                "no-meaning.json",
                "blank.json",
                "no-json.json",
                "no-entries.json",
                "unknown-key.json")) {
            check.addLayer(List.of(directory.resolve(name)));
        }
        document("over.json", entry.formatted("1199014", "zh", "v"));
        check.addLayer(List.of(directory.resolve("over.json")));
        check.addLayer(List.of(Files.createDirectory(directory.resolve("no-documents"))));
        Path devices = Files.createDirectory(directory.resolve("devices"));
        Files.createSymbolicLink(devices.resolve("device.json"), Path.of("/dev/null"));
        check.addLayer(List.of(devices));
        List<String> reasons = new ArrayList<>();
        check.findings().forEach(finding -> reasons.addAll(within(finding.reason())));
        return reasons;
    }

    private void document(String name, String... entries) throws IOException {
        Files.writeString(
                directory.resolve(name),
                "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"" + name + "\", \"entries\": ["
                        + String.join(",\n", entries) + "]}");
    }

    /** What is said of inputs, without their names. */
    private static List<String> reasons(String... inputs) {
        List<String> arguments = new ArrayList<>(List.of("analyze"));
        arguments.addAll(Arrays.asList(inputs));
        return said(arguments)
                .lines()
                .map(line -> line.replaceFirst("^analyzer: [^ ]*: ", ""))
                .toList();
    }

    private static String wrong(String... arguments) {
        return said(List.of(arguments)).strip().replaceFirst("^analyzer: ", "");
    }

    private static String said(List<String> arguments) {
        StringWriter err = new StringWriter();
        AnalyzerCommand.run(
                arguments,
                new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), Palette.NONE, 100)
                        .in(Language.EN));
        return err.toString();
    }

    @Test
    void valuesKeepTheirPlacesAndTheirText() {
        assertThat(KnownReason.localized("--since 1 is not before --until 2 {} \\1 $1"))
                .isEqualTo(new LocalizedText(
                        "--since 1 不早于 --until 2 {} \\1 $1", "--since 1 is not before --until 2 {} \\1 $1"));
    }

    @Test
    void reasonThatIsNotKnownStaysAsItIs() {
        assertThat(KnownReason.localized("No space left on device"))
                .isEqualTo(LocalizedText.same("No space left on device"));
    }

    @Test
    void reasonInAnEntryIsKnownToo() {
        assertThat(KnownReason.localized("entry 2 (1199014): \"meaning\" is missing")
                        .zh())
                .isEqualTo("条目 2 (1199014)：缺少 \"meaning\"");
    }

    @Test
    void placeInFrontOfAReasonIsKept() {
        assertThat(KnownReason.localizedBehind(
                                "a: b.json", "a: b.json:1:2: /files: must be a list; write it again with: x")
                        .zh())
                .isEqualTo("a: b.json:1:2: /files: 应为列表；请重新生成：x");
        assertThat(KnownReason.localizedBehind("b.json", "permission denied").zh())
                .isEqualTo("权限不够");
    }

    @Test
    void textThatIsThereInBothLanguagesIsKept() {
        LocalizedText own = new LocalizedText("甲", "no such file or directory");
        assertThat(KnownReason.completed(own)).isSameAs(own);
        assertThat(KnownReason.completed(new LocalizedText(null, "permission denied")))
                .isEqualTo(new LocalizedText("权限不够", "permission denied"));
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content).toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
