package io.github.bkerrcode.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import io.github.bkerrcode.catalog.CatalogDocument.PlatformRow;
import io.github.bkerrcode.catalog.CatalogDocument.Removals;
import io.github.bkerrcode.catalog.CatalogDocument.Row;
import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes one catalog document, so that {@link CatalogReader} reads the same again: an entry per line, so that changes of a file under
 * version control can be read; nothing that would be empty.
 */
public final class CatalogWriter {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private static final int DOCUMENT = 1;
    private static final int LIST_OF_DOCUMENT = 2;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final JsonGenerator json;

    private CatalogWriter(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes a document; the writer stays open.
     *
     * @throws IOException if the writer fails
     */
    public static void write(CatalogDocument document, Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.setPrettyPrinter(printer());
            new CatalogWriter(json).document(document);
        }
        out.write('\n');
    }

    private static DefaultPrettyPrinter printer() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withRootSeparator("")
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators)
                .withObjectIndenter(new LineIndenter(DOCUMENT))
                .withArrayIndenter(new LineIndenter(LIST_OF_DOCUMENT));
    }

    /** Breaks lines between the parts of what is nested no deeper than this; what is nested deeper stays on its line. */
    private static final class LineIndenter extends DefaultIndenter {
        private static final long serialVersionUID = 1L;

        private final int deepest;

        LineIndenter(int deepest) {
            super("  ", "\n");
            this.deepest = deepest;
        }

        @Override
        public void writeIndentation(JsonGenerator json, int level) throws IOException {
            if (json.getOutputContext().getNestingDepth() <= deepest) {
                super.writeIndentation(json, level);
            } else {
                json.writeRaw(' ');
            }
        }
    }

    private void document(CatalogDocument document) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", CatalogReader.SCHEMA);
        json.writeStringField("document", document.id());
        if (!document.title().equals(LocalizedText.same(document.id()))) {
            text("title", document.title());
        }
        string("platform", document.symbolPlatform());
        strings("families", document.families());
        categories(document.categories());
        platforms(document.platforms(), document.removals());
        modules(document.modules());
        json.writeArrayFieldStart("entries");
        for (Row row : document.rows()) {
            row(row);
        }
        for (ErrorCode removed : sorted(document.removals().codes())) {
            removed(removed);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void categories(List<Category> categories) throws IOException {
        if (categories.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("categories");
        for (Category category : categories) {
            json.writeStartObject();
            json.writeStringField("id", category.id());
            json.writeNumberField("from", category.from());
            json.writeNumberField("to", category.to());
            text("name", category.name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void platforms(List<PlatformRow> platforms, Removals removals) throws IOException {
        if (platforms.isEmpty() && removals.platforms().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("platforms");
        for (PlatformRow platform : platforms) {
            json.writeStartObject();
            number("number", platform.number());
            string("id", platform.id());
            text("name", platform.name());
            json.writeEndObject();
        }
        for (String removed : sorted(removals.platforms())) {
            json.writeStartObject();
            if (NUMBER.matcher(removed).matches()) {
                json.writeNumberField("number", Integer.parseInt(removed));
            } else {
                json.writeStringField("id", removed);
            }
            json.writeBooleanField("remove", true);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void modules(List<CodeModule> modules) throws IOException {
        if (modules.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("modules");
        for (CodeModule module : modules) {
            json.writeStartObject();
            json.writeStringField("prefix", module.prefix());
            text("name", module.name());
            string("system", module.system());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void row(Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", row.code().token());
        if (row.code().kind() == ErrorCode.Kind.COMMON) {
            json.writeBooleanField("common", true);
        }
        string("flag", row.flag());
        string("document", row.document());
        string("section", row.section());
        number("httpStatus", row.httpStatus());
        string("source", row.source());
        string("target", row.target());
        string("derivedSource", row.derivedSource());
        string("derivedTarget", row.derivedTarget());
        text("meaning", row.meaning());
        remediation(row.remediation());
        json.writeEndObject();
    }

    private void removed(ErrorCode code) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", code.token());
        if (code.kind() == ErrorCode.Kind.COMMON) {
            json.writeBooleanField("common", true);
        }
        json.writeBooleanField("remove", true);
        json.writeEndObject();
    }

    private static <T> List<T> sorted(Set<T> removed) {
        return removed.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }

    private void remediation(@Nullable Remediation remediation) throws IOException {
        if (remediation == null) {
            return;
        }
        if (remediation.steps().size() == 1) {
            text("remediation", remediation.steps().get(0));
            return;
        }
        json.writeObjectFieldStart("remediation");
        json.writeArrayFieldStart("steps");
        for (LocalizedText step : remediation.steps()) {
            text(step);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void strings(String key, List<String> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(key);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void text(String key, @Nullable LocalizedText text) throws IOException {
        if (text != null) {
            json.writeFieldName(key);
            text(text);
        }
    }

    private void text(LocalizedText text) throws IOException {
        if (text.zh() != null && text.zh().equals(text.en())) {
            json.writeString(text.zh());
            return;
        }
        json.writeStartObject();
        string("zh", text.zh());
        string("en", text.en());
        json.writeEndObject();
    }

    private void string(String key, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(key, value);
        }
    }

    private void number(String key, @Nullable Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(key, value);
        }
    }
}
