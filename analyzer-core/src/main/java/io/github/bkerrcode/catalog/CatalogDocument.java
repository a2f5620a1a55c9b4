package io.github.bkerrcode.catalog;

import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document as read from its file, before it becomes part of a catalog. Immutable.
 *
 * @param id short name, shown where an entry says where it comes from
 * @param title the document's title
 * @param symbolPlatform id of the platform that owns the document's symbolic codes, or null
 * @param families beginnings of symbolic codes that are codes wherever they stand
 * @param categories ranges of platform numbers
 * @param platforms rows of the platform table; a row without id is a number that nobody owns
 * @param modules parts of platforms
 * @param rows the error codes
 */
public record CatalogDocument(
        String id,
        LocalizedText title,
        @Nullable String symbolPlatform,
        List<String> families,
        List<Category> categories,
        List<PlatformRow> platforms,
        List<CodeModule> modules,
        List<Row> rows) {

    /** A row of the platform table. */
    record PlatformRow(
            @Nullable Integer number,
            @Nullable String id,
            @Nullable LocalizedText name) {}

    /** A row of an error-code table. */
    record Row(
            ErrorCode code,
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
