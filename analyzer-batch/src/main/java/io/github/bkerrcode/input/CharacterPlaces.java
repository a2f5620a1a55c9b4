package io.github.bkerrcode.input;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Tells at which byte a character of a text stands, going through the text once. Not safe for use by several threads. */
public final class CharacterPlaces {

    private static final int STEP = 4 * 1024;

    private final ByteBuffer bytes;
    private final CharsetDecoder decoder;
    private final CharBuffer characters = CharBuffer.allocate(STEP);
    private int passed;

    CharacterPlaces(Charset charset, ByteBuffer bytes) {
        this.bytes = bytes;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /**
     * Returns at which byte a character begins; where the text ends, if it has fewer characters.
     *
     * @param index of the character in the decoded text, not less than in the call before
     */
    public int of(int index) {
        while (passed < index) {
            characters.clear().limit(Math.min(STEP, index - passed));
            decoder.decode(bytes, characters, true);
            if (characters.position() == 0) {
                break;
            }
            passed += characters.position();
        }
        return bytes.position();
    }
}
