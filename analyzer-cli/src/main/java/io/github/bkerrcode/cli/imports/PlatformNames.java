package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A platform as a document or the user names it.
 *
 * @param number the two digits its codes begin with, or null
 * @param id short identifier, or null for a number that nobody owns
 * @param name the product's name, or null
 */
public record PlatformNames(
        @Nullable Integer number,
        @Nullable String id,
        @Nullable LocalizedText name) {

    private static final String FORM = "must be ID, NUMBER:ID or NUMBER:ID:NAME, such as 24:my_saas:我的应用";

    /**
     * Reads {@code ID}, {@code NUMBER:ID} or {@code NUMBER:ID:NAME}.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static PlatformNames parse(String text) {
        String[] parts = text.split(":", 3);
        if (parts.length == 1) {
            return new PlatformNames(null, checkedId(parts[0]), null);
        }
        if (!parts[0].matches("[0-9]{2}")) {
            throw new IllegalArgumentException(FORM);
        }
        LocalizedText name = parts.length == 3 && !parts[2].isBlank() ? named(parts[2].strip()) : null;
        return new PlatformNames(Integer.valueOf(parts[0]), checkedId(parts[1]), name);
    }

    static LocalizedText named(String name) {
        return CellText.isChinese(name) ? new LocalizedText(name, null) : LocalizedText.same(name);
    }

    private static String checkedId(String id) {
        if (!id.matches("[A-Za-z][A-Za-z0-9_.-]*")) {
            throw new IllegalArgumentException(FORM);
        }
        return id;
    }
}
