package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.catalog.CatalogDocument;
import io.github.bkerrcode.catalog.CatalogDocument.Removals;
import io.github.bkerrcode.catalog.CatalogDocument.Row;
import io.github.bkerrcode.catalog.CatalogException;
import io.github.bkerrcode.catalog.CatalogReader;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the rows of a catalog document, such as an import wrote earlier, under the rules that it is used by. */
final class CatalogDocumentReader implements TableReader {

    private static final Pattern SCHEMA = Pattern.compile("\"schema\"\\s*:\\s*\"bk-errcode/catalog/");

    /** Says whether a text that begins like this is a catalog document. */
    static boolean reads(String head) {
        return head.stripLeading().startsWith("{") && SCHEMA.matcher(head).find();
    }

    @Override
    public void read(SourceText source, RowSink rows) {
        CatalogDocument document = document(source);
        if (!document.title().equals(LocalizedText.same(document.id()))) {
            rows.title(document.title());
        }
        if (document.symbolPlatform() != null) {
            rows.owner(document.symbolPlatform());
        }
        if (!document.categories().isEmpty()
                || !document.families().isEmpty()
                || !document.removals().equals(Removals.NONE)) {
            rows.remark(
                    source.at(0),
                    new LocalizedText(
                            "类别、族和删除不会转换；请把这份文件本身与结果一起用 --catalog 给出",
                            "categories, families and removals are not imported; use the document itself with --catalog,"
                                    + " beside the result"));
        }
        document.platforms().forEach(rows::platform);
        document.modules().forEach(rows::module);
        for (Row row : document.rows()) {
            rows.row(new FoundRow(source.at(row.line()), code(row), row.section(), cells(row)));
        }
    }

    private static CatalogDocument document(SourceText source) {
        try {
            return CatalogReader.read(
                    new ByteArrayInputStream(source.text().getBytes(StandardCharsets.UTF_8)), source.file());
        } catch (CatalogException e) {
            throw ImportException.of(source.at(e.line()), e.reason());
        }
    }

    private static CodeCell code(Row row) {
        return new CodeCell(List.of(row.code()), row.flag(), false, null, null, null);
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        add(cells, Field.DOCUMENT, row.document());
        add(
                cells,
                Field.HTTP_STATUS,
                row.httpStatus() == null ? null : row.httpStatus().toString());
        add(cells, Field.SOURCE, row.source());
        add(cells, Field.TARGET, row.target());
        add(cells, Field.MEANING, row.meaning());
        if (row.remediation() != null) {
            row.remediation().steps().forEach(step -> add(cells, Field.REMEDIATION, step));
        }
        return cells;
    }

    private static void add(List<Cell> cells, Field field, LocalizedText text) {
        add(cells, field, Language.ZH, text.zh());
        add(cells, field, Language.EN, text.en());
    }

    private static void add(List<Cell> cells, Field field, @Nullable String text) {
        add(cells, field, null, text);
    }

    private static void add(List<Cell> cells, Field field, @Nullable Language language, @Nullable String text) {
        if (text != null) {
            cells.add(new Cell(new Heading(field, language), text));
        }
    }
}
