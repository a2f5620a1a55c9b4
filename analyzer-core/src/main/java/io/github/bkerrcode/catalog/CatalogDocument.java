package io.github.bkerrcode.catalog;

import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One document, as read from its file or made by a program, before it becomes part of a catalog. Immutable.
 *
 * @param id short name, shown where an entry says where it comes from
 * @param title the document's title
 * @param symbolPlatform id of the platform that owns the document's symbolic codes, or null
 * @param families beginnings of symbolic codes that are codes wherever they stand
 * @param categories ranges of platform numbers
 * @param platforms rows of the platform table; a row without id is a number that nobody owns
 * @param modules parts of platforms
 * @param rows the error codes
 * @param removals codes and platforms of the documents below that are no more
 * @param file the file it was read from, or null if it comes with the library
 */
public record CatalogDocument(
        String id,
        LocalizedText title,
        @Nullable String symbolPlatform,
        List<String> families,
        List<Category> categories,
        List<PlatformRow> platforms,
        List<CodeModule> modules,
        List<Row> rows,
        Removals removals,
        @Nullable String file) {

    /** Returns this document as one that comes with the library. */
    CatalogDocument builtIn() {
        return new CatalogDocument(
                id, title, symbolPlatform, families, categories, platforms, modules, rows, removals, null);
    }

    /**
     * A row of the platform table.
     *
     * @param number the two digits its codes begin with, or null
     * @param id short identifier, or null for a number that nobody owns
     * @param name the product's name, or null if the document does not say it
     */
    public record PlatformRow(
            @Nullable Integer number,
            @Nullable String id,
            @Nullable LocalizedText name) {}

    /**
     * What a document takes away from those below it.
     *
     * @param codes codes that are not listed any more
     * @param platforms ids, and numbers of two digits, of platforms that are no more, with all their codes
     */
    public record Removals(Set<ErrorCode> codes, Set<String> platforms) {

        /** Takes nothing away. */
        public static final Removals NONE = new Removals(Set.of(), Set.of());
    }

    /**
     * A row of an error-code table; what it does not say is null. See {@link CatalogEntry} for what each part means.
     *
     * @param line where it begins in its file, or 0 if it was read from none
     * @param document the document it was taken from, or null if that is the one it stands in
     */
    public record Row(
            int line,
            ErrorCode code,
            @Nullable String document,
            @Nullable String flag,
            @Nullable String section,
            @Nullable Integer httpStatus,
            @Nullable String source,
            @Nullable String target,
            @Nullable String derivedSource,
            @Nullable String derivedTarget,
            LocalizedText meaning,
            @Nullable Remediation remediation) {}
}
