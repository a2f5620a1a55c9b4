package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.catalog.CatalogDocument.PlatformRow;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.LocalizedText;

/** Takes what a reader finds. */
interface RowSink {

    /** Takes a row of a table. */
    void row(FoundRow row);

    /** Takes a part of a document that says what to do about a code; its cells hold what its heading says. */
    void runbook(FoundRow runbook);

    /** Takes a platform that the document defines. */
    void platform(PlatformRow platform);

    /** Takes the id of the platform that owns the document's symbolic codes. */
    void owner(String id);

    /** Takes the title of the document. */
    void title(LocalizedText text);

    /** Takes a part of a platform. */
    void module(CodeModule module);

    /** Something was read in a way that a person may want to look at. */
    void remark(Place place, LocalizedText reason);

    /** A row that says nothing an entry could be made of; nothing is lost. */
    void skipped(Place place, LocalizedText reason);

    /** A part of the file that could not be read. */
    void lost(Place place, LocalizedText reason);
}
