package io.github.bkerrcode.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bkerrcode.catalog.CatalogDocument.PlatformRow;
import io.github.bkerrcode.catalog.CatalogDocument.Row;
import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one catalog document. The format is described in the README beside the built-in documents.
 *
 * <p>Reads token by token rather than by data binding: messages can name line and entry, and the command line starts in a
 * fraction of the time.
 */
public final class CatalogReader {

    private static final String SCHEMA = "bk-errcode/catalog/1";
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final String source;
    private String place = "";

    private String id = "";
    private @Nullable LocalizedText title;
    private @Nullable String schema;
    private @Nullable String symbolPlatform;
    private List<String> families = List.of();
    private List<Category> categories = List.of();
    private List<PlatformRow> platforms = List.of();
    private List<CodeModule> modules = List.of();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> lineOfRow = new HashMap<>();

    private CatalogReader(JsonParser parser, String source) {
        this.parser = parser;
        this.source = source;
    }

    /**
     * Reads a document to its end and closes the stream.
     *
     * @param in UTF-8 JSON
     * @param source the file's name, for messages
     * @throws CatalogException if the document is not JSON, lacks something, or holds something unknown
     */
    public static CatalogDocument read(InputStream in, String source) {
        try (InputStream stream = in;
                JsonParser parser = JSON.createParser(stream.readAllBytes())) {
            return new CatalogReader(parser, source).document();
        } catch (JsonProcessingException e) {
            throw new CatalogException(
                    source, e.getLocation().getLineNr(), "", "not valid JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new CatalogException(source, "cannot be read: " + e.getMessage(), e);
        }
    }

    private CatalogDocument document() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw error("expected a JSON object");
        }
        eachField(key -> {
            switch (key) {
                case "schema" -> schema = string(key);
                case "document" -> id = string(key);
                case "title" -> title = text(key);
                case "platform" -> symbolPlatform = string(key);
                case "families" -> families = strings(key);
                case "categories" -> categories = list(key, this::category);
                case "platforms" -> platforms = list(key, this::platform);
                case "modules" -> modules = list(key, this::module);
                case "entries" -> readRows(key);
                default ->
                    throw unknownKey(
                            key,
                            "schema, document, title, platform, families, categories, platforms, modules, entries");
            }
        });
        if (!SCHEMA.equals(schema)) {
            throw error(
                    "\"schema\" must be \"" + SCHEMA + "\", was " + (schema == null ? "absent" : "\"" + schema + "\""));
        }
        if (id.isEmpty()) {
            throw error("\"document\" is missing; give the document a short name");
        }
        LocalizedText shownTitle = title == null ? LocalizedText.same(id) : title;
        return new CatalogDocument(
                id, shownTitle, symbolPlatform, families, categories, platforms, modules, List.copyOf(rows));
    }

    private void readRows(String key) throws IOException {
        expect(JsonToken.START_ARRAY, key, "a list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            place = "entry " + (rows.size() + 1);
            int line = parser.currentTokenLocation().getLineNr();
            Row row = row();
            Integer earlier = lineOfRow.putIfAbsent(row.code() + " " + row.httpStatus(), line);
            if (earlier != null) {
                throw error("the code stands already at line " + earlier
                        + "; a code may stand twice only with different httpStatus");
            }
            rows.add(row);
        }
        place = "";
    }

    private Row row() throws IOException {
        expectCurrent(JsonToken.START_OBJECT, "an object");
        RowFields fields = new RowFields();
        eachField(key -> fields.read(key));
        return fields.row();
    }

    /** The cells of the row that is being read. */
    private final class RowFields {
        private @Nullable ErrorCode code;
        private @Nullable String flag;
        private @Nullable String section;
        private @Nullable Integer httpStatus;
        private @Nullable String from;
        private @Nullable String to;
        private @Nullable LocalizedText meaning;
        private @Nullable Remediation remediation;
        private boolean common;

        private void read(String key) throws IOException {
            switch (key) {
                case "code" -> code = code(string(key));
                case "flag" -> flag = string(key);
                case "section" -> section = string(key);
                case "httpStatus" -> httpStatus = integer(key);
                case "source" -> from = string(key);
                case "target" -> to = string(key);
                case "common" -> common = bool(key);
                case "meaning" -> meaning = text(key);
                case "remediation" -> remediation = remediation(key);
                default ->
                    throw unknownKey(
                            key, "code, flag, section, httpStatus, source, target, common, meaning, remediation");
            }
        }

        private ErrorCode code(String token) {
            place += " (" + token + ")";
            return ErrorCode.parse(token)
                    .filter(parsed -> parsed.token().equals(token))
                    .orElseThrow(() -> error("\"code\" must be seven digits, or a symbolic name of at least "
                            + ErrorCode.MIN_SYMBOL_LENGTH + " characters [A-Z0-9_]"));
        }

        private Row row() {
            ErrorCode present = required(code, "code");
            if ((present.kind() == ErrorCode.Kind.COMMON) != common) {
                throw error("\"common\": true belongs to the codes -1 and 0, and to them only");
            }
            if (flag != null && !ErrorCode.parse(flag).filter(present::equals).isPresent()) {
                throw error("\"flag\" [" + flag + "] does not stand for the code; expected E" + present + "_NAME");
            }
            return new Row(present, flag, section, httpStatus, from, to, required(meaning, "meaning"), remediation);
        }
    }

    private Remediation remediation(String key) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return new Remediation(List.of(text(key)));
        }
        List<LocalizedText> steps = new ArrayList<>();
        Texts texts = new Texts();
        eachField(inner -> {
            if (inner.equals("steps")) {
                steps.addAll(list(inner, () -> text(inner)));
            } else {
                texts.read(inner);
            }
        });
        if (!steps.isEmpty() && texts.isPresent()) {
            throw error("\"" + key + "\" has either \"steps\" or a text, not both");
        }
        return new Remediation(steps.isEmpty() ? List.of(texts.text(key)) : steps);
    }

    private Category category() throws IOException {
        Map<String, Object> fields = new HashMap<>();
        eachField(key -> {
            switch (key) {
                case "id" -> fields.put(key, string(key));
                case "from", "to" -> fields.put(key, integer(key));
                case "name" -> fields.put(key, text(key));
                default -> throw unknownKey(key, "id, from, to, name");
            }
        });
        return new Category(
                (String) required(fields.get("id"), "id"),
                (Integer) required(fields.get("from"), "from"),
                (Integer) required(fields.get("to"), "to"),
                (LocalizedText) required(fields.get("name"), "name"));
    }

    private PlatformRow platform() throws IOException {
        Map<String, Object> fields = new HashMap<>();
        eachField(key -> {
            switch (key) {
                case "number" -> fields.put(key, platformNumber(key));
                case "id" -> fields.put(key, string(key));
                case "name" -> fields.put(key, text(key));
                default -> throw unknownKey(key, "number, id, name");
            }
        });
        PlatformRow row = new PlatformRow(
                (Integer) fields.get("number"), (String) fields.get("id"), (LocalizedText) fields.get("name"));
        if (row.number() == null && row.id() == null) {
            throw error("a platform needs \"number\" or \"id\"");
        }
        return row;
    }

    private int platformNumber(String key) throws IOException {
        int number = integer(key);
        if (number < 0 || number > 99) {
            throw error("\"number\" must have two digits, was " + number);
        }
        return number;
    }

    private CodeModule module() throws IOException {
        Map<String, Object> fields = new HashMap<>();
        eachField(key -> {
            switch (key) {
                case "prefix", "system" -> fields.put(key, string(key));
                case "name" -> fields.put(key, text(key));
                default -> throw unknownKey(key, "prefix, name, system");
            }
        });
        String prefix = (String) required(fields.get("prefix"), "prefix");
        if (!prefix.matches("[0-9]{3,6}")) {
            throw error("\"prefix\" must be three to six digits, was \"" + prefix + "\"");
        }
        return new CodeModule(
                prefix, (LocalizedText) required(fields.get("name"), "name"), (String) fields.get("system"));
    }

    /** Both languages of a text while it is read. */
    private final class Texts {
        private @Nullable String zh;
        private @Nullable String en;

        private void read(String key) throws IOException {
            switch (key) {
                case "zh" -> zh = string(key);
                case "en" -> en = string(key);
                default -> throw unknownKey(key, "zh, en");
            }
        }

        private boolean isPresent() {
            return zh != null || en != null;
        }

        private LocalizedText text(String key) {
            if (!isPresent()) {
                throw error("\"" + key + "\" is empty; give \"zh\" or \"en\", or leave the key out");
            }
            return new LocalizedText(zh, en);
        }
    }

    private LocalizedText text(String key) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return LocalizedText.same(string(key));
        }
        Texts texts = new Texts();
        eachField(texts::read);
        return texts.text(key);
    }

    private String string(String key) throws IOException {
        expect(JsonToken.VALUE_STRING, key, "a text");
        String value = parser.getText();
        if (value.isBlank()) {
            throw error("\"" + key + "\" is blank; leave the key out where there is nothing to say");
        }
        return value;
    }

    private int integer(String key) throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, key, "a whole number");
        return parser.getIntValue();
    }

    private boolean bool(String key) throws IOException {
        if (!parser.currentToken().isBoolean()) {
            throw error("\"" + key + "\" must be true or false");
        }
        return parser.getBooleanValue();
    }

    private List<String> strings(String key) throws IOException {
        return list(key, () -> string(key));
    }

    private <T> List<T> list(String key, Reading<T> element) throws IOException {
        expect(JsonToken.START_ARRAY, key, "a list");
        String outer = place;
        List<T> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            place = outer.isEmpty() ? key + " " + (elements.size() + 1) : outer;
            elements.add(element.read());
        }
        place = outer;
        return List.copyOf(elements);
    }

    /** Reads the value the parser stands on. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    /** Reads the value of a key; the parser stands on it. */
    private interface FieldReading {
        void read(String key) throws IOException;
    }

    private void eachField(FieldReading field) throws IOException {
        expectCurrent(JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            field.read(key);
        }
    }

    private void expect(JsonToken token, String key, String what) {
        if (parser.currentToken() != token) {
            throw error("\"" + key + "\" must be " + what);
        }
    }

    private void expectCurrent(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw error("expected " + what);
        }
    }

    private <T> T required(@Nullable T value, String key) {
        if (value == null) {
            throw error("\"" + key + "\" is missing");
        }
        return value;
    }

    private CatalogException unknownKey(String key, String allowed) {
        return error("unknown key \"" + key + "\"; allowed are " + allowed);
    }

    private CatalogException error(String reason) {
        return new CatalogException(source, parser.currentTokenLocation().getLineNr(), place, reason);
    }
}
