package io.github.bkerrcode.code;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One text in up to two languages. At least one of them is present.
 *
 * @param zh the Chinese text as the source table has it, or null
 * @param en the English text, or null
 */
public record LocalizedText(@Nullable String zh, @Nullable String en) {

    /**
     * Checks that a text is there.
     *
     * @throws IllegalArgumentException if both texts are null
     */
    public LocalizedText {
        if (zh == null && en == null) {
            throw new IllegalArgumentException("a text needs at least one language");
        }
    }

    /** Returns a text that reads the same in every language, such as the name of a product. */
    public static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    /** Returns the text in {@code language}, or in the other language when it was never translated. */
    public String in(Language language) {
        String wanted = language == Language.ZH ? zh : en;
        String other = language == Language.ZH ? en : zh;
        return wanted != null ? wanted : Objects.requireNonNull(other, "at least one language is present");
    }
}
