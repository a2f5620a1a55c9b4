package io.github.bkerrcode.batch;

import java.nio.charset.Charset;
import java.util.List;

/** Takes all bytes of a source, in their order. Blocks are only lent, and not to be changed. */
public interface VerbatimSink {

    /**
     * Begins a source.
     *
     * @param charset of its text
     * @param mark its byte order mark; empty if it has none
     */
    void begin(Charset charset, byte[] mark);

    /** Takes whole lines without codes. */
    void plain(byte[] block, int from, int to);

    /**
     * Takes a line, or a piece of one.
     *
     * @param text the same as characters, with what a piece has in common with the one before; empty if there are no codes
     * @param codes from left to right; may be empty
     */
    void line(byte[] block, Extent extent, String text, List<PlacedCode> codes);

    /** Says that nothing more can be had without waiting. */
    void pause();
}
