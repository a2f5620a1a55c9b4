package io.github.bkerrcode.batch;

import io.github.bkerrcode.input.LineReader;
import org.jspecify.annotations.Nullable;

/**
 * The text of a reader's line, decoded when someone looks at it: of most lines only the codes are of interest. Mutable: shown one line
 * after the other.
 */
final class LineText implements CharSequence {

    private @Nullable LineReader reader;
    private String content = "";

    /** Shows the line that a reader is at; valid until the reader goes on. */
    void show(LineReader lineReader) {
        reader = lineReader;
    }

    @Override
    public int length() {
        return toString().length();
    }

    @Override
    public char charAt(int index) {
        return toString().charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return toString().substring(from, to);
    }

    @Override
    public String toString() {
        LineReader undecoded = reader;
        if (undecoded != null) {
            content = undecoded.text().content();
            reader = null;
        }
        return content;
    }
}
