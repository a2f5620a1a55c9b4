package io.github.bkerrcode.cli.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

/**
 * A table for programs that look rows up, such as Vector's enrichment tables and Splunk's lookups: RFC 4180 in UTF-8 without a mark, a row
 * per code. Every value is as it is, so this is nothing to open with a spreadsheet.
 *
 * @param language of the texts
 */
public record LookupCsv(Language language) implements CatalogExport {

    @Override
    public void write(Catalog catalog, Writer out) throws IOException {
        try {
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
            boolean headed = false;
            for (ExportedCode code : ExportedCode.of(catalog, language)) {
                Map<String, String> fields = code.fields();
                if (!headed) {
                    csv.writeRecord(fields.keySet());
                    headed = true;
                }
                csv.writeRecord(fields.values());
            }
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
