package io.github.bkerrcode.cli.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * Escapes for JSON that stands in a script element: nothing in it can end the element or open a comment, end a line of script,
 * steer the direction of text, or be half a character.
 */
final class ScriptSafeEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private final int[] ascii = standardAsciiEscapesForJSON();

    ScriptSafeEscapes() {
        for (char c : new char[] {'<', '>', '&', '\'', 0x7F}) {
            ascii[c] = ESCAPE_STANDARD;
        }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    /** Only what lies beyond ASCII is asked for here. */
    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        boolean shown = !Character.isSurrogate((char) c)
                && Character.getType(c) != Character.FORMAT
                && !Character.isISOControl(c)
                && c != 0x2028
                && c != 0x2029;
        return shown ? null : new SerializedString(String.format("\\u%04X", c));
    }
}
