package io.github.bkerrcode.cli.report;

import java.nio.charset.Charset;
import java.util.Arrays;

/** Characters that counts are drawn with, one beside the other: the higher the count, the fuller the character. */
public enum Bars {
    /** Unicode's block elements. */
    BLOCKS('·', "▁▂▃▄▅▆▇█"),
    /** For charsets without these. */
    ASCII('.', ":-=+*#%@");

    private final char none;
    private final String levels;

    Bars(char none, String levels) {
        this.none = none;
        this.levels = levels;
    }

    /** Returns the best bars that text in the charset can hold. */
    public static Bars in(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode(BLOCKS.levels) ? BLOCKS : ASCII;
    }

    /** Returns a character for each count: a dot for none, the fullest for the highest. */
    String draw(long[] counts) {
        long highest = Arrays.stream(counts).max().orElse(0);
        StringBuilder drawn = new StringBuilder(counts.length);
        for (long count : counts) {
            drawn.append(count <= 0 ? none : levels.charAt(level(count, highest)));
        }
        return drawn.toString();
    }

    private int level(long count, long highest) {
        return (int) Math.ceil((double) count / highest * levels.length()) - 1;
    }
}
