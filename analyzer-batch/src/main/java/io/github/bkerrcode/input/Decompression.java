package io.github.bkerrcode.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/** Recognizes compressed input by its first bytes, whatever the file is called. */
final class Decompression {

    private static final int MAGIC_LENGTH = 6;

    private Decompression() {}

    /** What compressed content begins with. No line feed is among these bytes. */
    private enum Magic {
        GZIP(null, "\u001f\u008b"),
        ZSTD(null, "(\u00b5/\u00fd"),
        /** A frame of no content, with which zstd files of several threads begin; any last digit of the first byte will do. */
        SKIPPABLE_ZSTD(null, "P*M\u0018") {
            @Override
            int comparable(int index, byte b) {
                return index == 0 ? b & 0xf0 : super.comparable(index, b);
            }
        },
        XZ("xz", "\u00fd7zXZ\u0000"),
        BZIP2("bzip2", "BZh"),
        LZ4("lz4", "\u0004\"M\u0018"),
        ZIP("zip", "PK\u0003\u0004");

        private static final Magic[] ALL = values();

        /** The name of a compression that we do not read; null if we do. */
        private final @Nullable String foreign;

        /** As characters of Latin-1. */
        private final String bytes;

        Magic(@Nullable String foreign, String bytes) {
            this.foreign = foreign;
            this.bytes = bytes;
        }

        int comparable(int index, byte b) {
            return b & 0xff;
        }

        /** What content begins with, or null if it is none of these. */
        static @Nullable Magic of(byte[] head, int length) {
            for (Magic magic : ALL) {
                if (length >= magic.bytes.length() && magic.agreesWith(head, length)) {
                    return magic;
                }
            }
            return null;
        }

        /** Says whether content may begin with one of these, and more of it has to be seen to know. */
        static boolean isUndecided(byte[] head, int length) {
            for (Magic magic : ALL) {
                if (length < magic.bytes.length() && magic.agreesWith(head, length)) {
                    return true;
                }
            }
            return false;
        }

        private boolean agreesWith(byte[] head, int length) {
            for (int i = 0; i < length && i < bytes.length(); i++) {
                if (comparable(i, head[i]) != bytes.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        /** The program that reads a compression that we do not. */
        private String command() {
            return this == ZIP ? "unzip -p" : foreign + " -dc";
        }
    }

    /** Reads the first bytes, no more than it takes to tell what they are: a pipe may hold a line of two bytes and nothing else for hours. */
    private static int readWhileUndecided(InputStream in, byte[] head) throws IOException {
        int length = 0;
        while (length < head.length && Magic.isUndecided(head, length)) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head[length++] = (byte) next;
        }
        return length;
    }

    /**
     * Returns the content of a stream, decompressed if it is gzip or zstd, by a thread that reads ahead. Whoever does not read
     * to the end closes what is returned.
     *
     * @throws InputException if it is compressed in a way we do not read; the message names the command that does
     */
    static InputStream of(InputStream in) throws IOException {
        PushbackInputStream content = new PushbackInputStream(in, MAGIC_LENGTH);
        byte[] head = new byte[MAGIC_LENGTH];
        int length = readWhileUndecided(content, head);
        content.unread(head, 0, length);
        Magic magic = Magic.of(head, length);
        if (magic == null) {
            return content;
        }
        if (magic.foreign != null) {
            throw new InputException(magic.foreign + "-compressed; pipe it: " + magic.command() + " FILE | analyzer -");
        }
        return ReadAheadStream.over(magic == Magic.GZIP ? new GzipStream(content) : new ZstdStream(content));
    }
}
