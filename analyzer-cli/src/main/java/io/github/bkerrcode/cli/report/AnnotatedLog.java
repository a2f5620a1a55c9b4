package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.enrich.EnrichmentFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A log as it is, with the meanings of its codes at the ends of their lines. What stands in the log is written byte by byte as it came;
 * only colours come between, if they are wanted. Not safe for use by several threads.
 *
 * <p>All methods throw {@link UncheckedIOException} if the output cannot be written.
 */
public final class AnnotatedLog {

    /** More different codes than this in one line are not explained, so that a line without end takes no more memory than others. */
    static final int MAX_CODES = 100;

    private static final String MORE = " […]";

    /**
     * A code of a line. Immutable.
     *
     * @param enrichment what it means
     * @param start where its first byte stands in the block
     * @param end where it ends, exclusive
     */
    public record Code(Enrichment enrichment, int start, int end) {}

    private final EnrichmentFormat format;
    private final Palette palette;
    private final boolean only;
    private final OutputStream out;
    private Charset charset = StandardCharsets.UTF_8;

    /** The meanings of the line that is being written, by code, in the order in which they stand in it. */
    private final Map<String, String> meanings = new LinkedHashMap<>();

    /**
     * Creates a log.
     *
     * @param format what is said of a code
     * @param palette colours, or none
     * @param only whether lines without codes are left out
     * @param out takes the bytes
     */
    public AnnotatedLog(EnrichmentFormat format, Palette palette, boolean only, OutputStream out) {
        this.format = format;
        this.palette = palette;
        this.only = only;
        this.out = out;
    }

    /**
     * Begins another log.
     *
     * @param encoding its charset, in which meanings are written; what that cannot express becomes {@code ?}
     * @param mark its byte order mark, or nothing
     */
    public void begin(Charset encoding, byte[] mark) {
        charset = encoding.canEncode() ? encoding : StandardCharsets.US_ASCII;
        write(mark, 0, mark.length);
    }

    /** Writes lines that have no codes. */
    public void plain(byte[] block, int from, int to) {
        if (!only) {
            write(block, from, to);
        }
    }

    /**
     * Writes a line, or a piece of a long one. If only lines with codes are wanted, a long line is written from the piece on that has
     * its first one.
     *
     * @param codes those of the line or piece, from left to right
     * @param from where it begins in the block
     * @param textEnd where its line break begins, which meanings are put before
     * @param to where it ends, exclusive
     * @param goesOn whether more pieces of the line follow
     */
    public void line(byte[] block, List<Code> codes, int from, int textEnd, int to, boolean goesOn) {
        for (Code code : codes) {
            remember(code.enrichment());
        }
        if (meanings.isEmpty() && only) {
            return;
        }
        text(block, codes, from, textEnd);
        if (!goesOn) {
            annotate();
        }
        write(block, textEnd, to);
    }

    private void remember(Enrichment enrichment) {
        String token = enrichment.detection().code().token();
        if (meanings.size() < MAX_CODES) {
            meanings.computeIfAbsent(token, code -> format.render(enrichment));
        } else if (!meanings.containsKey(token)) {
            meanings.put("", MORE);
        }
    }

    private void text(byte[] block, List<Code> codes, int from, int to) {
        int written = from;
        if (palette != Palette.NONE) {
            for (Code code : codes) {
                write(block, written, code.start());
                write(palette.code(new String(block, code.start(), code.end() - code.start(), charset)));
                written = code.end();
            }
        }
        write(block, written, to);
    }

    private void annotate() {
        if (!meanings.isEmpty()) {
            write(palette.advice(String.join("", meanings.values())));
            meanings.clear();
        }
    }

    /** Hands on what was written, so that it can be seen. */
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(charset);
        write(bytes, 0, bytes.length);
    }

    private void write(byte[] bytes, int from, int to) {
        try {
            out.write(bytes, from, to - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
