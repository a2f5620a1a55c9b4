package io.github.bkerrcode.cli.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.Language;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * A dictionary for Fluentd's {@code record_transformer}, or any program that reads JSON: one object, code to what there is to say of it.
 *
 * @param language of the texts
 */
public record FluentdJson(Language language) implements CatalogExport {

    @Override
    public void write(Catalog catalog, Writer out) throws IOException {
        try (JsonGenerator json = IndentedJson.generator(out)) {
            json.writeStartObject();
            for (ExportedCode code : ExportedCode.of(catalog, language)) {
                json.writeObjectFieldStart(code.code());
                for (Map.Entry<String, String> field : code.presentFields().entrySet()) {
                    if (!field.getKey().equals("code")) {
                        json.writeStringField(field.getKey(), field.getValue());
                    }
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        out.write('\n');
    }
}
