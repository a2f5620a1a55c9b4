package io.github.bkerrcode.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.cli.report.Palette;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/cli.md} says what {@code --help} says; {@code -Dgolden.update=true} writes it anew. */
class CommandLineDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "cli.md");
    private static final int COLUMNS = 100;

    private static final String HEAD = """
            # The command line

            What `analyzer --help` and `analyzer COMMAND --help` say. Written by a test; change the commands instead.
            """;

    @Test
    void documentIsWhatTheCommandsSay() throws IOException {
        StringBuilder document = new StringBuilder(HEAD);
        section("analyzer", help("--help"), document);
        for (List<String> command : AnalyzerCommand.commandNames(Console.system())) {
            String[] arguments = new String[command.size() + 1];
            command.toArray(arguments);
            arguments[command.size()] = "--help";
            section("analyzer " + String.join(" ", command), help(arguments), document);
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DOCUMENT, document);
        }

        assertThat(Files.readString(DOCUMENT, StandardCharsets.UTF_8)).isEqualTo(document.toString());
    }

    private static void section(String title, String help, StringBuilder document) {
        document.append("\n## ")
                .append(title)
                .append("\n\n```text\n")
                .append(help)
                .append("```\n");
    }

    private static String help(String... arguments) {
        StringWriter out = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(out), Palette.NONE, COLUMNS);
        assertThat(AnalyzerCommand.run(List.of(arguments), console)).isZero();
        return out.toString();
    }
}
