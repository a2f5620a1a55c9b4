package io.github.bkerrcode.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.catalog.Remediation;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.NumberAnatomy;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Catalog entries and explanations as JSON arrays. The keys are a contract; absent values are null.
 *
 * @param language of meanings and remediations
 */
public record EntryJson(Language language) {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** Writes rows of the catalog; a code with two meanings stands twice. */
    public void writeEntries(List<CatalogEntry> entries, Writer out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartArray();
            for (CatalogEntry entry : entries) {
                json.writeStartObject();
                json.writeStringField("code", entry.code().token());
                json.writeStringField("platform", entry.platform().id());
                entry(entry, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.write('\n');
    }

    /** Writes what is known of some codes; an unlisted one has no meaning, one with two meanings stands twice. */
    public void writeExplanations(List<Resolution.Known> explained, Writer out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartArray();
            for (Resolution.Known known : explained) {
                if (known instanceof Resolution.Listed listed) {
                    for (CatalogEntry entry : listed.entries()) {
                        explanation(known, entry, json);
                    }
                } else {
                    explanation(known, null, json);
                }
            }
            json.writeEndArray();
        }
        out.write('\n');
    }

    private void explanation(Resolution.Known known, @Nullable CatalogEntry entry, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("code", known.code().token());
        json.writeBooleanField("listed", entry != null);
        json.writeStringField("platform", known.platform().id());
        json.writeStringField("platformName", known.platform().name().in(language));
        Category category = known.platform().category();
        json.writeStringField("category", category == null ? null : category.id());
        anatomy(known.anatomy(), json);
        if (entry == null) {
            for (String key :
                    List.of("flag", "meaning", "remediation", "httpStatus", "source", "target", "document", "origin")) {
                json.writeNullField(key);
            }
        } else {
            entry(entry, json);
        }
        json.writeEndObject();
    }

    private void anatomy(@Nullable NumberAnatomy anatomy, JsonGenerator json) throws IOException {
        CodeModule module = anatomy == null ? null : anatomy.module();
        json.writeStringField("prefix", anatomy == null ? null : anatomy.prefix());
        json.writeStringField("serial", anatomy == null ? null : anatomy.serial());
        json.writeStringField("module", module == null ? null : module.name().in(language));
        json.writeStringField("system", module == null ? null : module.system());
    }

    private void entry(CatalogEntry entry, JsonGenerator json) throws IOException {
        json.writeStringField("flag", entry.flag());
        json.writeStringField("meaning", entry.meaning().in(language));
        Remediation remediation = entry.remediation();
        json.writeStringField("remediation", remediation == null ? null : remediation.in(language));
        Integer status = entry.httpStatus();
        if (status == null) {
            json.writeNullField("httpStatus");
        } else {
            json.writeNumberField("httpStatus", status);
        }
        json.writeStringField("source", entry.source());
        json.writeStringField("target", entry.target());
        json.writeStringField("document", entry.document());
        json.writeStringField("origin", entry.origin().toString());
    }

    private static JsonGenerator generator(Writer out) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        JsonGenerator json = JSON.createGenerator(out);
        json.setPrettyPrinter(
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
        return json;
    }
}
