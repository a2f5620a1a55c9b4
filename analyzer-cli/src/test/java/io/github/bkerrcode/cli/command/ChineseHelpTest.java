package io.github.bkerrcode.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.cli.report.DisplayText;
import io.github.bkerrcode.cli.report.Palette;
import io.github.bkerrcode.code.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.Messages;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Holds the Chinese texts of {@code --help} to the English ones. */
class ChineseHelpTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** What the option parser replaces, and what it makes of markup and formats. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}|%.|@\\|[^|]*\\|@");

    /** What reads the same in every language: options, patterns of names, variables, codes, numbers. */
    private static final Pattern LITERAL =
            Pattern.compile("--[a-z][a-z-]*|\\*?\\.[a-zN]+(?:\\.N)?\\b|\\b[A-Z]+(?:_[A-Z0-9]+)+\\b|\\b[0-9]+\\b");

    /** A text of the help in both languages, as it is written; lines are joined. */
    private record Text(String place, String en, String zh) {

        @Override
        public String toString() {
            return place;
        }
    }

    private static Stream<Text> texts() {
        List<Text> texts = new ArrayList<>();
        collect(commands(), ChineseHelp.texts(), texts);
        return texts.stream();
    }

    private static CommandLine commands() {
        return AnalyzerCommand.withAllCommands(console(new StringWriter(), 100, Language.EN));
    }

    private static void collect(CommandLine command, ResourceBundle chinese, List<Text> texts) {
        CommandSpec spec = command.getCommandSpec();
        Messages messages = new Messages(spec, chinese);
        String place = spec.qualifiedName();
        add(place + " description", spec.usageMessage().description(), messages, "usage.description", texts);
        add(place + " header", spec.usageMessage().header(), messages, "usage.header", texts);
        add(place + " footer", spec.usageMessage().footer(), messages, "usage.footer", texts);
        add(place + " heading", lines(spec.usageMessage().synopsisHeading()), messages, "usage.synopsisHeading", texts);
        if (!spec.subcommands().isEmpty()) {
            String heading = spec.usageMessage().commandListHeading();
            add(place + " commands", lines(heading), messages, "usage.commandListHeading", texts);
        }
        for (OptionSpec option : spec.options()) {
            String[] en = OptionSpec.builder(option).description();
            add(place + " " + option.longestName(), en, messages, keyOf(option), texts);
        }
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            String[] en = PositionalParamSpec.builder(parameter).description();
            String key = parameter.paramLabel() + "[" + parameter.index() + "]";
            add(place + " " + parameter.paramLabel(), en, messages, key, texts);
        }
        command.getSubcommands().values().forEach(inner -> collect(inner, chinese, texts));
    }

    private static String keyOf(OptionSpec option) {
        String key = option.descriptionKey();
        return key == null || key.isEmpty() ? option.longestName().substring(2) : key;
    }

    private static String[] lines(String heading) {
        return new String[] {heading};
    }

    private static void add(String place, String[] en, Messages messages, String key, List<Text> texts) {
        String written = String.join("\n", en);
        if (!written.isEmpty()) {
            texts.add(new Text(place, written, String.join("\n", messages.getStringArray(key, new String[0]))));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyEnglishTextHasAChineseOne(Text text) {
        assertThat(text.zh()).isNotEqualTo(text.en()).containsPattern(CHINESE);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatIsReplacedIsTheSameInBothLanguages(Text text) {
        assertThat(found(PLACEHOLDER, text.zh())).containsExactlyInAnyOrderElementsOf(found(PLACEHOLDER, text.en()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void optionsFilesAndNumbersAreTheSameInBothLanguages(Text text) {
        assertThat(new TreeSet<>(found(LITERAL, text.zh()))).isEqualTo(new TreeSet<>(found(LITERAL, text.en())));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /** A text of all commands must not reach one that says something else in English. */
    @Test
    void sameEnglishIsTheSameChineseAndOnlyThat() {
        Map<String, String> chinese = new HashMap<>();
        Map<String, String> english = new HashMap<>();
        texts().forEach(text -> {
            assertThat(chinese.computeIfAbsent(text.en(), en -> text.zh()))
                    .as(text.place())
                    .isEqualTo(text.zh());
            assertThat(english.computeIfAbsent(text.zh(), zh -> text.en()))
                    .as(text.place())
                    .isEqualTo(text.en());
        });
    }

    @Test
    void noKeyIsLeftOver() {
        Recording texts = new Recording(ChineseHelp.texts());
        CommandLine program = commands();
        program.setResourceBundle(texts);
        render(program);
        assertThat(texts.used).containsExactlyInAnyOrderElementsOf(Collections.list(texts.getKeys()));
    }

    private static void render(CommandLine command) {
        assertThat(command.getUsageMessage()).isNotEmpty();
        command.getSubcommands().values().forEach(ChineseHelpTest::render);
    }

    /** Knows which of its texts were asked for. */
    private static final class Recording extends ResourceBundle {

        private final ResourceBundle texts;
        private final Set<String> used = new TreeSet<>();

        private Recording(ResourceBundle texts) {
            this.texts = texts;
        }

        @Override
        protected Object handleGetObject(String key) {
            if (texts.containsKey(key)) {
                used.add(key);
            }
            return texts.getString(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            return texts.getKeys();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noLineIsWiderThanATerminalOfEightyColumns(Language language) {
        for (List<String> command : AnalyzerCommand.commandNames(console(new StringWriter(), 80, language))) {
            assertThat(help(80, language, command.toArray(new String[0])).lines())
                    .as("%s", command)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(DisplayText.width(line)).isLessThanOrEqualTo(80));
        }
        assertThat(help(80, language).lines())
                .allSatisfy(line -> assertThat(DisplayText.width(line)).isLessThanOrEqualTo(80));
    }

    @Test
    void whatIsWrappedBehindTheHeadingStandsInLine() {
        List<String> lines = help(80, Language.ZH, "merge").lines().limit(2).toList();
        assertThat(lines.get(0)).startsWith("用法：analyzer merge [-hV]");
        int column = DisplayText.width("用法：analyzer merge ");
        assertThat(lines.get(1)).matches(" {" + column + "}\\[-.*");
    }

    private static String help(int columns, Language language, String... command) {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(Arrays.asList(command));
        arguments.add("--help");
        assertThat(AnalyzerCommand.run(arguments, console(out, columns, language)))
                .isEqualTo(ExitCode.FINE);
        return out.toString();
    }

    private static Console console(StringWriter out, int columns, Language language) {
        return new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), Palette.NONE, columns)
                .in(language);
    }
}
