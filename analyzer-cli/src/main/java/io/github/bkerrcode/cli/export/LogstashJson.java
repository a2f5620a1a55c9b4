package io.github.bkerrcode.cli.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.Language;
import java.io.IOException;
import java.io.Writer;

/**
 * The dictionary of Logstash's {@code translate} filter as JSON: one object, code to one line of text.
 *
 * @param language of the texts
 */
public record LogstashJson(Language language) implements CatalogExport {

    @Override
    public void write(Catalog catalog, Writer out) throws IOException {
        try (JsonGenerator json = IndentedJson.generator(out)) {
            json.writeStartObject();
            for (ExportedCode code : ExportedCode.of(catalog, language)) {
                json.writeStringField(code.code(), code.headline());
            }
            json.writeEndObject();
        }
        out.write('\n');
    }
}
