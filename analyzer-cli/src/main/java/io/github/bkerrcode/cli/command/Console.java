package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.cli.report.Bars;
import io.github.bkerrcode.cli.report.DisplayText;
import io.github.bkerrcode.cli.report.Palette;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where the program writes: data to {@code out}, everything else to {@code err}, both in UTF-8 whatever the locale.
 *
 * @param out data; buffered, flushed at the end
 * @param bytes the same place, for data that is no text; buffered. A command writes to one of both
 * @param err problems and progress; flushed with each line
 * @param palette colours, if {@code out} is a terminal that wants them
 * @param columns the width of the terminal
 * @param progress whether {@code err} is a terminal that can show how far the work is
 * @param bars what a terminal of the user's locale can show of them
 * @param language of texts and messages: what {@code --lang} says, or else the locale
 */
public record Console(
        PrintWriter out,
        OutputStream bytes,
        PrintWriter err,
        Palette palette,
        int columns,
        boolean progress,
        Bars bars,
        Language language) {

    /** Set by the start script when standard output is a terminal; the JDK cannot tell the two streams apart. */
    private static final String TERMINAL_PROPERTY = "analyzer.terminal";

    /** Set by the start script when standard error is a terminal; nothing else can tell, so without it there is no progress. */
    private static final String PROGRESS_PROPERTY = "analyzer.progress";

    private static final int MIN_COLUMNS = 10;
    private static final int MAX_COLUMNS = 9_999;
    private static final int DEFAULT_COLUMNS = 100;
    private static final int FILE_COLUMNS = 120;

    /** A console in Chinese that takes text alone. */
    public Console(PrintWriter out, PrintWriter err, Palette palette, int columns, boolean progress) {
        this(out, OutputStream.nullOutputStream(), err, palette, columns, progress, Bars.BLOCKS, Language.ZH);
    }

    /** A console in Chinese that takes text alone and shows no progress. */
    public Console(PrintWriter out, PrintWriter err, Palette palette, int columns) {
        this(out, err, palette, columns, false);
    }

    /** A console in Chinese that takes bytes and text, and shows no progress. */
    public static Console of(OutputStream out, PrintWriter err, Palette palette, int columns) {
        return new Console(writer(out, false), out, err, palette, columns, false, Bars.BLOCKS, Language.ZH);
    }

    /** Returns this console for a user of another language. */
    public Console in(Language other) {
        return new Console(out, bytes, err, palette, columns, progress, bars, other);
    }

    /** Returns the console of this process. */
    public static Console system() {
        String told = System.getProperty(TERMINAL_PROPERTY);
        boolean terminal = told == null ? isTerminal() : Boolean.parseBoolean(told);
        String noColor = System.getenv("NO_COLOR");
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        boolean colour = terminal && (noColor == null || noColor.isEmpty()) && !dumb;
        OutputStream out = stream(FileDescriptor.out);
        UserLocale locale = UserLocale.current();
        return new Console(
                writer(out, false),
                out,
                writer(stream(FileDescriptor.err), true),
                colour ? Palette.ANSI : Palette.NONE,
                columns(terminal),
                Boolean.getBoolean(PROGRESS_PROPERTY) && !dumb,
                locale.bars(),
                locale.language());
    }

    /** From JDK 22 on there is a console even where there is no terminal, and it says so. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null || Runtime.version().feature() < 22) {
            return console != null;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static OutputStream stream(FileDescriptor descriptor) {
        return new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16);
    }

    private static PrintWriter writer(OutputStream stream, boolean flush) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), flush);
    }

    private static int columns(boolean terminal) {
        String columns = System.getenv("COLUMNS");
        if (columns != null) {
            try {
                int told = Integer.parseInt(columns);
                if (told >= MIN_COLUMNS && told <= MAX_COLUMNS) {
                    return told;
                }
            } catch (NumberFormatException e) {
                // A variable that holds no number says nothing; the default below stands.
            }
        }
        return terminal ? DEFAULT_COLUMNS : FILE_COLUMNS;
    }

    /** Says something about the program's work, on one line. */
    void report(LocalizedText message) {
        err.println("analyzer: " + DisplayText.harmless(message.in(language)));
        err.flush();
    }

    /** Says something about the program's work, on one line, in the user's language. */
    void report(String zh, String en) {
        report(new LocalizedText(zh, en));
    }
}
