package io.github.bkerrcode.cli.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a file into text and never guesses: UTF-8, what a byte order mark says, or the charset that was named.
 *
 * @param fallback charset of files that are not UTF-8, or null if the user named none
 */
record TextDecoder(@Nullable Charset fallback) {

    private static final Charset GBK = Charset.forName("GB18030");
    private static final int PIECE = 8_192;

    /**
     * Decodes a file.
     *
     * @param latin whether files of this format may be ISO 8859-1 without saying so, as message bundles of Java are
     * @throws ImportException if the bytes are not text in any of the charsets allowed
     */
    String decode(byte[] bytes, String file, Latin1 latin) {
        Charset marked = byteOrderMark(bytes);
        String text;
        if (marked != null) {
            text = new String(bytes, marked);
        } else {
            text = plain(bytes, file, latin);
        }
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int nul = unmarked.indexOf('\0');
        if (nul >= 0) {
            throw new ImportException(
                    new Place(file, lineAt(unmarked, nul)),
                    "含有 NUL 字符，因此不是文本；如果是 UTF-16，请给出 --charset UTF-16LE 或 UTF-16BE",
                    "holds a NUL character, so it is no text; if it is UTF-16, give --charset UTF-16LE or UTF-16BE");
        }
        return unmarked.indexOf('\r') < 0
                ? unmarked
                : unmarked.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Whether bytes that are not UTF-8 may be taken for ISO 8859-1. */
    enum Latin1 {
        ALLOWED,
        REFUSED
    }

    private static @Nullable Charset byteOrderMark(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private String plain(byte[] bytes, String file, Latin1 latin) {
        Flaw flaw = firstFlaw(bytes);
        if (flaw == null || flaw.isNul() && fallback == null) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (fallback != null) {
            return strictly(bytes, fallback, file);
        }
        boolean looksChinese = isChinese(bytes);
        if (latin == Latin1.ALLOWED && !looksChinese) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        throw new ImportException(
                new Place(file, flaw.line()),
                "从第 " + (flaw.offset() + 1) + " 个字节起不是 UTF-8"
                        + (looksChinese ? "；像是 GBK：请给出 --charset GBK" : "；请用 --charset NAME 给出字符集"),
                "is not UTF-8 from byte " + (flaw.offset() + 1) + " on"
                        + (looksChinese
                                ? "; it looks like GBK: give --charset GBK"
                                : "; give its charset with --charset NAME"));
    }

    /** The first byte that does not belong into a text in UTF-8. */
    private record Flaw(int offset, int line, boolean isNul) {}

    private static @Nullable Flaw firstFlaw(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer piece = CharBuffer.allocate(PIECE);
        CoderResult result;
        int line = 1;
        do {
            piece.clear();
            result = decoder.decode(in, piece, true);
            piece.flip();
            for (int i = 0; i < piece.length(); i++) {
                if (piece.charAt(i) == '\0') {
                    return new Flaw(in.position(), line, true);
                }
                line += piece.charAt(i) == '\n' ? 1 : 0;
            }
        } while (result.isOverflow());
        return result.isError() ? new Flaw(in.position(), line, false) : null;
    }

    private static String strictly(byte[] bytes, Charset charset, String file) {
        // GB18030 holds GBK and more; what spreadsheets write as GBK may need it.
        Charset wide = charset.name().equals("GBK") || charset.name().equals("GB2312") ? GBK : charset;
        try {
            return wide.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new ImportException(
                    new Place(file, 0),
                    "既不是 UTF-8 也不是 " + charset.name() + "；请给出其他 --charset",
                    "is neither UTF-8 nor " + charset.name() + "; give another --charset");
        }
    }

    private static boolean isChinese(byte[] bytes) {
        try {
            return CellText.isChinese(
                    GBK.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int lineAt(String text, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }
}
