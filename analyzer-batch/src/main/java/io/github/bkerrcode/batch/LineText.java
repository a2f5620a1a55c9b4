package io.github.bkerrcode.batch;

import io.github.bkerrcode.input.LineReader;
import org.jspecify.annotations.Nullable;

/** The text of a reader's line, decoded when someone looks at it: of most lines only the codes are of interest. */
final class LineText implements CharSequence {

    private final LineReader reader;
    private @Nullable String content;

    LineText(LineReader reader) {
        this.reader = reader;
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
        String decoded = content;
        if (decoded == null) {
            decoded = reader.text().content();
            content = decoded;
        }
        return decoded;
    }
}
