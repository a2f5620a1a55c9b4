package io.github.bkerrcode.catalog;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.code.Platform;
import org.jspecify.annotations.Nullable;

/**
 * One row of an error-code table. Absent cells are null; nothing is ever filled in that the table does not say. What was
 * concluded from a meaning stands apart, in {@code derivedSource} and {@code derivedTarget}.
 *
 * @param code the code; it may have several entries, as {@code FAILED_PRECONDITION} has for HTTP status 400 and 409
 * @param platform who owns the code; where the numbering scheme has the number but no name, its two digits stand for it
 * @param document the document the row comes from, such as {@code job}
 * @param section the part of the document the row stands in
 * @param flag the code's long form
 * @param meaning what went wrong
 * @param remediation what to do about it
 * @param httpStatus the HTTP status the code comes with
 * @param source the system that reports the code
 * @param target the system the code blames
 * @param derivedSource the system that reports the code, where the table does not say so but the meaning plainly blames another
 *     system; null exactly if {@code derivedTarget} is
 * @param derivedTarget the system that the meaning plainly blames
 * @param origin where the row was read from
 */
public record CatalogEntry(
        ErrorCode code,
        Platform platform,
        String document,
        @Nullable String section,
        @Nullable String flag,
        LocalizedText meaning,
        @Nullable Remediation remediation,
        @Nullable Integer httpStatus,
        @Nullable String source,
        @Nullable String target,
        @Nullable String derivedSource,
        @Nullable String derivedTarget,
        Origin origin) {

    /** Returns the same row with another meaning. */
    CatalogEntry withMeaning(LocalizedText other) {
        return new CatalogEntry(
                code,
                platform,
                document,
                section,
                flag,
                other,
                remediation,
                httpStatus,
                source,
                target,
                derivedSource,
                derivedTarget,
                origin);
    }
}
