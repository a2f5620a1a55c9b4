package io.github.bkerrcode.cli.command;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS;

import io.github.bkerrcode.cli.report.DisplayText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.IHelpSectionRenderer;

/**
 * What {@code --help} says in Chinese. The English texts stand at the commands and options, beside what they describe, so English needs no
 * file; the Chinese ones are in {@code help_zh.properties}, which nothing reads but a call for help in Chinese.
 */
final class ChineseHelp {

    private static final String TEXTS = "help_zh.properties";

    private ChineseHelp() {}

    /** Makes a command and all below it speak Chinese. */
    static void install(CommandLine program) {
        program.setResourceBundle(texts());
        Map<String, IHelpSectionRenderer> sections = new HashMap<>(program.getHelpSectionMap());
        sections.put(SECTION_KEY_SYNOPSIS, ChineseHelp::synopsis);
        program.setHelpSectionMap(sections);
    }

    /** The texts by the keys of the option parser. */
    static ResourceBundle texts() {
        try (InputStream in = ChineseHelp.class.getResourceAsStream(TEXTS)) {
            if (in == null) {
                throw new IllegalStateException(TEXTS + " is missing beside " + ChineseHelp.class.getName());
            }
            // Not by the JVM's locale, which would have a say in what is found.
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(TEXTS + " cannot be read", e);
        }
    }

    /** Lines up what is wrapped behind the heading by columns; the option parser counts characters there. */
    private static String synopsis(CommandLine.Help help) {
        String heading = help.commandSpec().usageMessage().synopsisHeading();
        return help.synopsis(DisplayText.width(heading));
    }
}
