package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.catalog.CatalogDocument.Row;
import io.github.bkerrcode.catalog.Remediation;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the making. Immutable; what a translation or a runbook adds makes a new one.
 *
 * @param place the first row it comes from
 * @param document name of its document
 * @param isOfRange whether its row names it only as part of a range
 */
record DraftEntry(
        ErrorCode code,
        Place place,
        String document,
        boolean isOfRange,
        @Nullable String flag,
        @Nullable String section,
        @Nullable Integer httpStatus,
        @Nullable String source,
        @Nullable String target,
        DraftText meaning,
        DraftText remediation) {

    /** Says whether a row can be about the same error: nothing of what both say differs. */
    boolean agreesWith(DraftEntry other) {
        return agree(flag, other.flag)
                && agree(httpStatus, other.httpStatus)
                && agree(source, other.source)
                && agree(target, other.target)
                && meaning.agreesWith(other.meaning)
                && remediation.agreesWith(other.remediation);
    }

    /** Returns this entry with what another has and it lacks. */
    DraftEntry completedBy(DraftEntry other) {
        return new DraftEntry(
                code,
                place,
                document,
                isOfRange,
                flag == null ? other.flag : flag,
                section == null ? other.section : section,
                httpStatus == null ? other.httpStatus : httpStatus,
                source == null ? other.source : source,
                target == null ? other.target : target,
                meaning.completedBy(other.meaning),
                remediation.completedBy(other.remediation));
    }

    DraftEntry withRemediation(DraftText text) {
        return new DraftEntry(
                code, place, document, isOfRange, flag, section, httpStatus, source, target, meaning, text);
    }

    /** Returns the row of a catalog document that this entry becomes. */
    Row row(String inDocument) {
        List<LocalizedText> steps = remediation.paragraphs();
        return new Row(
                0,
                code,
                document.equals(inDocument) ? null : document,
                flag,
                section,
                httpStatus,
                source,
                target,
                null,
                null,
                meaning.paragraphs().get(0),
                steps.isEmpty() ? null : new Remediation(steps));
    }

    private static boolean agree(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null || Objects.equals(a, b);
    }
}
