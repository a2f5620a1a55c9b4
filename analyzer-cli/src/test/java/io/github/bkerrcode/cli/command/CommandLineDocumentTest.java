package io.github.bkerrcode.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.cli.report.Palette;
import io.github.bkerrcode.code.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/cli.md} says what {@code --help} says, in each language; {@code -Dgolden.update=true} writes it anew. */
class CommandLineDocumentTest {

    private static final Path DOCUMENTS = Path.of("..", "docs");
    private static final int COLUMNS = 100;

    private static final String HEAD = """
            # The command line

            What `analyzer --help` and `analyzer COMMAND --help` say. Written by a test; change the commands instead.
            """;

    private static final String CHINESE_HEAD = """
            # 命令行

            [English](cli.md)

            `analyzer --help` 和 `analyzer COMMAND --help` 的输出。由测试生成；请改命令和 `help_zh.properties`，不要改这里。
            """;

    @Test
    void documentIsWhatTheCommandsSay() throws IOException {
        assertIsHelp("cli.md", HEAD, Language.EN);
    }

    @Test
    void chineseDocumentIsWhatTheCommandsSayInChinese() throws IOException {
        assertIsHelp("cli.zh-CN.md", CHINESE_HEAD, Language.ZH);
    }

    private static void assertIsHelp(String name, String head, Language language) throws IOException {
        StringBuilder document = new StringBuilder(head);
        section("analyzer", help(language, "--help"), document);
        for (List<String> command : AnalyzerCommand.commandNames(Console.system())) {
            String[] arguments = new String[command.size() + 1];
            command.toArray(arguments);
            arguments[command.size()] = "--help";
            section("analyzer " + String.join(" ", command), help(language, arguments), document);
        }
        Path file = DOCUMENTS.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, document);
        }

        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(document.toString());
    }

    private static void section(String title, String help, StringBuilder document) {
        document.append("\n## ")
                .append(title)
                .append("\n\n```text\n")
                .append(help)
                .append("```\n");
    }

    private static String help(Language language, String... arguments) {
        StringWriter out = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(out), Palette.NONE, COLUMNS).in(language);
        assertThat(AnalyzerCommand.run(List.of(arguments), console)).isZero();
        return out.toString();
    }
}
