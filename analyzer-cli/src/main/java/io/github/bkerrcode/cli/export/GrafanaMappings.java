package io.github.bkerrcode.cli.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.Language;
import java.io.IOException;
import java.io.Writer;

/**
 * Value mappings of a Grafana panel, which show a code as its meaning: the list that is {@code fieldConfig.defaults.mappings} in a panel's
 * JSON.
 *
 * @param language of the texts
 */
public record GrafanaMappings(Language language) implements CatalogExport {

    @Override
    public void write(Catalog catalog, Writer out) throws IOException {
        try (JsonGenerator json = IndentedJson.generator(out)) {
            json.writeStartArray();
            json.writeStartObject();
            json.writeStringField("type", "value");
            json.writeObjectFieldStart("options");
            int index = 0;
            for (ExportedCode code : ExportedCode.of(catalog, language)) {
                json.writeObjectFieldStart(code.code());
                json.writeNumberField("index", index++);
                json.writeStringField("text", code.code() + " " + code.fields().get("meaning"));
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        }
        out.write('\n');
    }
}
