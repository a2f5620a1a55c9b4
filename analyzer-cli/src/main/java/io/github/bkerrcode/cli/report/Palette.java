package io.github.bkerrcode.cli.report;

/**
 * Colours of the text reports, each with one meaning, or none at all: headings are bold, codes red, codes that have ceased yellow, what to
 * do green, and what matters less faint.
 */
public enum Palette {
    /** Plain text. */
    NONE("", "", "", "", "", ""),
    /** ANSI sequences of any terminal. */
    ANSI("\u001b[1m", "\u001b[31m", "\u001b[33m", "\u001b[32m", "\u001b[2m", "\u001b[0m");

    private final String heading;
    private final String code;
    private final String ceased;
    private final String advice;
    private final String faint;
    private final String reset;

    Palette(String heading, String code, String ceased, String advice, String faint, String reset) {
        this.heading = heading;
        this.code = code;
        this.ceased = ceased;
        this.advice = advice;
        this.faint = faint;
        this.reset = reset;
    }

    String heading(String text) {
        return heading + text + reset;
    }

    /** An error code. */
    String code(String text) {
        return code + text + reset;
    }

    /** An error code that does not occur any more at the end of the time covered. */
    String ceased(String text) {
        return ceased + text + reset;
    }

    /** What to do. */
    String advice(String text) {
        return advice + text + reset;
    }

    /** What matters less. */
    String faint(String text) {
        return faint + text + reset;
    }
}
