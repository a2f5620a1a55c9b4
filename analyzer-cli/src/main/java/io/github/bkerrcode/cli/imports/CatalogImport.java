package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogDocument;
import io.github.bkerrcode.catalog.CatalogDocument.PlatformRow;
import io.github.bkerrcode.catalog.CatalogWriter;
import io.github.bkerrcode.code.LocalizedText;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads error tables and writes one catalog document of all of them. */
public final class CatalogImport {

    /** A file may be this long unless the user says otherwise, in MiB. */
    public static final int DEFAULT_MAX_MEBIBYTES = 32;

    /**
     * What an import needs to know beside the files.
     *
     * @param known has platforms that need not be defined, and families of names that have an owner
     * @param platforms platforms the user names; the first owns symbolic codes, and numbers of five digits
     * @param charset of files that are not UTF-8, or null
     * @param maxMebibytes how long a file may be
     * @param document name of the document, or null for that of the files
     */
    public record Settings(
            Catalog known,
            List<PlatformRow> platforms,
            @Nullable Charset charset,
            int maxMebibytes,
            @Nullable String document) {}

    private final CatalogDocument document;
    private final ImportReport report;

    private CatalogImport(CatalogDocument document, ImportReport report) {
        this.document = document;
        this.report = report;
    }

    /**
     * Reads files, and directories of them. What cannot be read is in the report; the rest counts.
     *
     * @param paths files, taken whatever they are called, and directories
     */
    public static CatalogImport of(List<Path> paths, Settings settings) {
        Draft draft = new Draft(settings.known(), settings.platforms());
        ImportReport report = draft.report();
        FileText texts = new FileText(new TextDecoder(settings.charset()), (long) settings.maxMebibytes() << 20);
        List<SourceFile> files = SourceFiles.under(paths, report::lost);
        for (SourceFile file : files) {
            int rows = report.rows();
            int lost = report.lost();
            try {
                SourceText text = texts.read(file).named(settings.document());
                draft.read(text, Formats.readerOf(text, file.extension()));
                if (file.named() && report.rows() == rows && report.lost() == lost) {
                    report.lost(text.at(0), new LocalizedText("没有错误码表", "has no table of error codes"));
                }
            } catch (ImportException e) {
                report.lost(e.place(), e.reason());
            }
        }
        return new CatalogImport(draft.finish(nameOf(settings.document(), files)), report);
    }

    private static String nameOf(@Nullable String document, List<SourceFile> files) {
        if (document != null) {
            return document;
        }
        List<String> names =
                files.stream().map(SourceFile::document).distinct().limit(2).toList();
        return names.size() == 1 ? names.get(0) : "imported";
    }

    /** Returns the name of a product in the languages it is in: one in Chinese lacks its translation, any other is the same in all. */
    public static LocalizedText productName(String name) {
        return CellText.name(name);
    }

    /** Returns how many entries the document has. */
    public int entries() {
        return document.rows().size();
    }

    /** Returns what came of each row. */
    public ImportReport report() {
        return report;
    }

    /** Writes the document as JSON. */
    public void write(Writer out) throws IOException {
        CatalogWriter.write(document, out);
    }
}
