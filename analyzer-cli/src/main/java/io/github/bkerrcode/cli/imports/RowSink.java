package io.github.bkerrcode.cli.imports;

import org.jspecify.annotations.Nullable;

/** Takes what a reader finds. */
interface RowSink {

    /** Takes a row of a table. */
    void row(FoundRow row);

    /** Takes a part of a document that says what to do about a code; its cells hold what its heading says. */
    void runbook(FoundRow runbook);

    /** Takes a row that names a platform and no code. */
    void platform(FoundRow row);

    /** Takes the id of the platform that owns the document's symbolic codes. */
    void owner(String id);

    /** Takes the title of the document. */
    void title(String text);

    /** Takes a part of a platform, named by its leading digits. */
    void module(String prefix, String name, @Nullable String system);

    /** Something was read in a way that a person may want to look at. */
    void remark(Place place, String reason);

    /** A row that says nothing an entry could be made of; nothing is lost. */
    void skipped(Place place, String reason);

    /** A row, or more, that could not be read though it may say something. */
    void lost(Place place, String reason);
}
