package io.github.bkerrcode.log4j2;

import org.apache.logging.log4j.util.Constants;
import org.apache.logging.log4j.util.StringBuilders;
import org.jspecify.annotations.Nullable;

/**
 * A place per thread where messages are formatted, so that nothing is allocated. Taken away while in use: a message whose parameters log in
 * their turn gets another one.
 */
final class MessageBuffer {

    private static final int INITIAL_LENGTH = 512;

    /** Holds a type of the JDK only, so it keeps no class loader alive. */
    private static final ThreadLocal<@Nullable StringBuilder> FREE = new ThreadLocal<>();

    private MessageBuffer() {}

    /** Returns an empty buffer. */
    static StringBuilder take() {
        StringBuilder text = FREE.get();
        if (text == null) {
            return new StringBuilder(INITIAL_LENGTH);
        }
        FREE.set(null);
        return text;
    }

    /** Takes a buffer back; one that a long message has made large becomes small again. */
    static void giveBack(StringBuilder text) {
        StringBuilders.trimToMaxSize(text, Constants.MAX_REUSABLE_MESSAGE_SIZE);
        text.setLength(0);
        FREE.set(text);
    }
}
