package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.Language;
import org.jspecify.annotations.Nullable;

/**
 * A file as text, with what its name says.
 *
 * @param file as the user named it
 * @param text what it holds; line breaks are {@code \n}
 * @param document name of the document, which its translations share
 * @param language what it is written in, or null if its name and folder do not say
 */
record SourceText(
        String file, String text, String document, @Nullable Language language) {

    /** Returns the same text as part of another document, if there is one. */
    SourceText named(@Nullable String other) {
        return other == null ? this : new SourceText(file, text, other, language);
    }

    Place at(int line) {
        return new Place(file, line);
    }
}
