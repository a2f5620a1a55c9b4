package io.github.bkerrcode.cli.imports;

/** The beginning of a text, for messages. */
final class Shortened {

    private static final int LENGTH = 60;

    private Shortened() {}

    static String of(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
    }
}
