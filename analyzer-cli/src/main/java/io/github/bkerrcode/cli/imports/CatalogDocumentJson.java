package io.github.bkerrcode.cli.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a catalog document in the format that {@code --catalog} reads, an entry per line so that changes can be read. */
final class CatalogDocumentJson {

    private static final String SCHEMA = "bk-errcode/catalog/1";
    private static final int LEVELS_ON_LINES = 2;
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;

    private CatalogDocumentJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(CatalogDraft draft, Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.setPrettyPrinter(printer());
            new CatalogDocumentJson(json).document(draft);
        }
        out.write('\n');
    }

    private static DefaultPrettyPrinter printer() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withRootSeparator("")
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultIndenter lines = new LineIndenter();
        return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    }

    /** Breaks lines down to the elements of the document's lists; what stands in these stays on their line. */
    private static final class LineIndenter extends DefaultIndenter {
        private static final long serialVersionUID = 1L;

        LineIndenter() {
            super("  ", "\n");
        }

        @Override
        public void writeIndentation(JsonGenerator json, int level) throws IOException {
            boolean closesElement =
                    level == LEVELS_ON_LINES && json.getOutputContext().getNestingDepth() > level;
            if (level <= LEVELS_ON_LINES && !closesElement) {
                super.writeIndentation(json, level);
            } else {
                json.writeRaw(' ');
            }
        }
    }

    private void document(CatalogDraft draft) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        json.writeStringField("document", draft.id());
        optional("title", draft.title() == null ? null : PlatformNames.named(draft.title()));
        optional("platform", draft.ownerOfNames());
        if (!draft.platforms().isEmpty()) {
            json.writeArrayFieldStart("platforms");
            for (PlatformNames platform : draft.platforms()) {
                platform(platform);
            }
            json.writeEndArray();
        }
        if (!draft.modules().isEmpty()) {
            json.writeArrayFieldStart("modules");
            for (CodeModule module : draft.modules()) {
                module(module);
            }
            json.writeEndArray();
        }
        json.writeArrayFieldStart("entries");
        for (DraftEntry entry : draft.entries()) {
            entry(entry, draft.id());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void platform(PlatformNames platform) throws IOException {
        json.writeStartObject();
        if (platform.number() != null) {
            json.writeNumberField("number", platform.number());
        }
        optional("id", platform.id());
        optional("name", platform.name());
        json.writeEndObject();
    }

    private void module(CodeModule module) throws IOException {
        json.writeStartObject();
        json.writeStringField("prefix", module.prefix());
        optional("name", module.name());
        optional("system", module.system());
        json.writeEndObject();
    }

    private void entry(DraftEntry entry, String document) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", entry.code().token());
        if (entry.code().kind() == ErrorCode.Kind.COMMON) {
            json.writeBooleanField("common", true);
        }
        optional("flag", entry.flag());
        optional("document", entry.document().equals(document) ? null : entry.document());
        optional("section", entry.section());
        if (entry.httpStatus() != null) {
            json.writeNumberField("httpStatus", entry.httpStatus());
        }
        optional("source", entry.source());
        optional("target", entry.target());
        List<LocalizedText> meaning = entry.meaning().paragraphs();
        optional("meaning", meaning == null ? null : meaning.get(0));
        remediation(entry.remediation().paragraphs());
        json.writeEndObject();
    }

    private void remediation(@Nullable List<LocalizedText> steps) throws IOException {
        if (steps == null) {
            return;
        }
        if (steps.size() == 1) {
            optional("remediation", steps.get(0));
            return;
        }
        json.writeObjectFieldStart("remediation");
        json.writeArrayFieldStart("steps");
        for (LocalizedText step : steps) {
            text(step);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void optional(String key, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(key, value);
        }
    }

    private void optional(String key, @Nullable LocalizedText value) throws IOException {
        if (value != null) {
            json.writeFieldName(key);
            text(value);
        }
    }

    private void text(LocalizedText text) throws IOException {
        json.writeStartObject();
        optional("zh", text.zh());
        optional("en", text.en());
        json.writeEndObject();
    }
}
