package io.github.bkerrcode.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import io.github.bkerrcode.catalog.CatalogDocument.PlatformRow;
import io.github.bkerrcode.catalog.CatalogDocument.Removals;
import io.github.bkerrcode.catalog.CatalogDocument.Row;
import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one catalog document. The format is described in the README beside the built-in documents.
 *
 * <p>Reads token by token rather than by data binding: messages can name line and entry, and the command line starts in a
 * fraction of the time. For the same reason it has loops where lambdas would do: the first lambda of a process costs more
 * than reading all built-in documents.
 */
public final class CatalogReader {

    static final String SCHEMA = "bk-errcode/catalog/1";

    /** How long a document may be, in bytes: room for some 300,000 entries. */
    static final int MAX_BYTES = 64 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final JsonParser parser;
    private final String source;
    private final @Nullable List<CatalogException> problems;
    private String place = "";

    private String id = "";
    private boolean hasEntries;
    private @Nullable LocalizedText title;
    private @Nullable String schema;
    private @Nullable String symbolPlatform;
    private final List<String> families = new ArrayList<>();
    private final List<Category> categories = new ArrayList<>();
    private final List<PlatformRow> platforms = new ArrayList<>();
    private final List<CodeModule> modules = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Set<ErrorCode> removedCodes = new HashSet<>();
    private final Set<String> removedPlatforms = new HashSet<>();
    private final Map<ErrorCode, List<Row>> rowsOfCode = new HashMap<>();

    private CatalogReader(JsonParser parser, String source, @Nullable List<CatalogException> problems) {
        this.parser = parser;
        this.source = source;
        this.problems = problems;
    }

    /**
     * Reads a document to its end and closes the stream.
     *
     * @param in UTF-8 JSON
     * @param source the file's name, for messages
     * @throws CatalogException if the document is not JSON, lacks something, or holds something unknown
     */
    public static CatalogDocument read(InputStream in, String source) {
        return read(in, source, null);
    }

    /**
     * Reads a document as far as it goes: what is wrong is left out and added to the problems.
     *
     * @return what is left, or null if the file cannot be read at all
     */
    static @Nullable CatalogDocument check(InputStream in, String source, List<CatalogException> problems) {
        try {
            return read(in, source, problems);
        } catch (CatalogException e) {
            problems.add(e);
            return null;
        }
    }

    private static CatalogDocument read(InputStream in, String source, @Nullable List<CatalogException> problems) {
        try (InputStream stream = in) {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new CatalogException(
                        source,
                        "has more than " + (MAX_BYTES >> 20) + " MiB, the most a catalog document may have; split it");
            }
            try (JsonParser parser = JSON.createParser(bytes)) {
                return new CatalogReader(parser, source, problems).read();
            }
        } catch (IOException e) {
            throw new CatalogException(source, "cannot be read: " + e.getMessage(), e);
        }
    }

    private CatalogDocument read() throws IOException {
        try {
            CatalogDocument document = document();
            if (parser.nextToken() != null) {
                throw error("the document ends here, and something follows; remove it");
            }
            return document;
        } catch (InputCoercionException e) {
            throw error("number out of range: " + parser.getText());
        } catch (JsonProcessingException e) {
            throw new CatalogException(source, e.getLocation().getLineNr(), place, "not valid JSON: " + reason(e));
        }
    }

    /** The parser's words, and what to do where they name bytes: files are mostly GBK then. */
    private static String reason(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        return message.contains("UTF-8") ? message + "; write the file in UTF-8" : message;
    }

    private CatalogDocument document() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw error("expected a JSON object");
        }
        JsonStreamContext root = parser.getParsingContext();
        for (String key = firstKey(); key != null; key = nextKey()) {
            try {
                readPart(key);
            } catch (CatalogException e) {
                refuse(e);
                skipToEndOf(root);
            }
        }
        checkParts();
        LocalizedText shownTitle = title == null ? LocalizedText.same(id) : title;
        return new CatalogDocument(
                id,
                shownTitle,
                symbolPlatform,
                List.copyOf(families),
                List.copyOf(categories),
                List.copyOf(platforms),
                List.copyOf(modules),
                List.copyOf(rows),
                new Removals(Set.copyOf(removedCodes), Set.copyOf(removedPlatforms)),
                source);
    }

    private void readPart(String key) throws IOException {
        switch (key) {
            case "schema" -> schema = string(key);
            case "document" -> id = string(key);
            case "title" -> title = text(key);
            case "platform" -> symbolPlatform = string(key);
            case "families" -> readFamilies(key);
            case "categories" -> readCategories(key);
            case "platforms" -> readPlatforms(key);
            case "modules" -> readModules(key);
            case "entries" -> readRows(key);
            default ->
                throw unknownKey(
                        key, "schema, document, title, platform, families, categories, platforms, modules, entries");
        }
    }

    private void checkParts() {
        if (!SCHEMA.equals(schema)) {
            refuse(error("\"schema\" must be \"" + SCHEMA + "\", was "
                    + (schema == null ? "absent" : "\"" + schema + "\"")));
        }
        if (id.isEmpty()) {
            refuse(error("\"document\" is missing; give the document a short name"));
        }
        if (!hasEntries) {
            refuse(error("\"entries\" is missing"));
        }
    }

    /** Ends reading with a problem, or notes it where all of them are wanted. */
    private void refuse(CatalogException problem) {
        if (problems == null) {
            throw problem;
        }
        problems.add(problem);
    }

    /** Goes on behind an element whose reading ended in its middle. */
    private void skipToEndOf(JsonStreamContext list) throws IOException {
        while (!isElementEnd(list)) {
            if (parser.nextToken() == null) {
                return;
            }
        }
    }

    private boolean isElementEnd(JsonStreamContext list) {
        JsonToken token = parser.currentToken();
        return parser.getParsingContext() == list && (token == null || !token.isStructStart());
    }

    private void readFamilies(String key) throws IOException {
        for (boolean more = firstElement(key); more; more = nextElement(key, families.size())) {
            families.add(string(key));
        }
    }

    private void readCategories(String key) throws IOException {
        for (boolean more = firstElement(key); more; more = nextElement(key, categories.size())) {
            categories.add(category());
        }
    }

    private void readPlatforms(String key) throws IOException {
        int number = 0;
        JsonStreamContext list = parser.getParsingContext();
        for (boolean more = firstElement(key); more; more = nextElement(key, number)) {
            number++;
            try {
                readPlatform();
            } catch (CatalogException e) {
                refuse(e);
                skipToEndOf(list);
            }
        }
    }

    private void readModules(String key) throws IOException {
        int number = 0;
        JsonStreamContext list = parser.getParsingContext();
        for (boolean more = firstElement(key); more; more = nextElement(key, number)) {
            number++;
            try {
                modules.add(module());
            } catch (CatalogException e) {
                refuse(e);
                skipToEndOf(list);
            }
        }
    }

    private void readRows(String key) throws IOException {
        expect(JsonToken.START_ARRAY, key, "a list");
        hasEntries = true;
        int number = 0;
        JsonStreamContext list = parser.getParsingContext();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            number++;
            place = "entry " + number;
            try {
                readRow();
            } catch (CatalogException e) {
                refuse(e);
                skipToEndOf(list);
            }
        }
        place = "";
    }

    private void readRow() throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        RowFields fields = new RowFields(line);
        for (String key = firstKey(); key != null; key = nextKey()) {
            fields.read(key);
        }
        if (fields.removed) {
            fields.remove();
        } else {
            add(fields.row());
        }
    }

    private void add(Row row) {
        if (removedCodes.contains(row.code())) {
            throw error("the code is removed in the same document; keep one of both");
        }
        List<Row> same = rowsOfCode.get(row.code());
        if (same == null) {
            rowsOfCode.put(row.code(), List.of(row));
        } else {
            for (Row earlier : same) {
                if (Objects.equals(earlier.httpStatus(), row.httpStatus())) {
                    throw error("the code stands already at line " + earlier.line()
                            + "; a code may stand twice only with different httpStatus");
                }
            }
            List<Row> more = new ArrayList<>(same);
            more.add(row);
            rowsOfCode.put(row.code(), more);
        }
        rows.add(row);
    }

    /** The cells of the row that is being read. */
    private final class RowFields {
        private final int line;
        private boolean removed;
        private @Nullable ErrorCode code;
        private @Nullable String document;
        private @Nullable String flag;
        private @Nullable String section;
        private @Nullable Integer httpStatus;
        private @Nullable String from;
        private @Nullable String to;
        private @Nullable String derivedFrom;
        private @Nullable String derivedTo;
        private @Nullable LocalizedText meaning;
        private @Nullable Remediation remediation;
        private boolean common;
        private boolean saysMore;

        RowFields(int line) {
            this.line = line;
        }

        private void read(String key) throws IOException {
            switch (key) {
                case "code" -> code = code(string(key));
                case "remove" -> removed = bool(key);
                case "document" -> document = string(key);
                case "flag" -> flag = string(key);
                case "section" -> section = string(key);
                case "httpStatus" -> httpStatus = status(integer(key));
                case "source" -> from = string(key);
                case "target" -> to = string(key);
                case "derivedSource" -> derivedFrom = string(key);
                case "derivedTarget" -> derivedTo = string(key);
                case "common" -> common = bool(key);
                case "meaning" -> meaning = text(key);
                case "remediation" -> remediation = remediation(key);
                default ->
                    throw unknownKey(
                            key,
                            "code, flag, document, section, httpStatus, source, target, derivedSource, derivedTarget,"
                                    + " common, meaning, remediation, remove");
            }
            saysMore |= !key.equals("code") && !key.equals("remove") && !key.equals("common");
        }

        private void remove() {
            ErrorCode present = required(code, "code");
            if (saysMore) {
                throw error("\"remove\": true takes the code away; it goes with \"code\" alone");
            }
            if (rowsOfCode.containsKey(present)) {
                throw error("the code is removed in the same document; keep one of both");
            }
            removedCodes.add(present);
        }

        private int status(int number) {
            if (number < 100 || number > 599) {
                throw error("\"httpStatus\" must be 100 to 599, was " + number);
            }
            return number;
        }

        private ErrorCode code(String token) {
            place += " (" + token + ")";
            ErrorCode parsed = ErrorCode.parse(token).orElse(null);
            if (parsed == null || !parsed.token().equals(token)) {
                throw error("\"code\" must be seven digits, or a symbolic name of at least "
                        + ErrorCode.MIN_SYMBOL_LENGTH + " characters [A-Z0-9_]");
            }
            return parsed;
        }

        private Row row() {
            ErrorCode present = required(code, "code");
            if ((present.kind() == ErrorCode.Kind.COMMON) != common) {
                throw error("\"common\": true belongs to the codes -1 and 0, and to them only");
            }
            if (flag != null && !present.equals(ErrorCode.parse(flag).orElse(null))) {
                throw error("\"flag\" [" + flag + "] does not stand for the code; expected E" + present + "_NAME");
            }
            if ((derivedFrom == null) != (derivedTo == null)) {
                throw error("\"derivedSource\" and \"derivedTarget\" belong together; give both or neither");
            }
            if (derivedTo != null && (from != null || to != null)) {
                throw error("\"derivedTarget\" is for rows without \"source\" and \"target\"; remove one of them");
            }
            return new Row(
                    line,
                    present,
                    document,
                    flag,
                    section,
                    httpStatus,
                    from,
                    to,
                    derivedFrom,
                    derivedTo,
                    required(meaning, "meaning"),
                    remediation);
        }
    }

    private Remediation remediation(String key) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return new Remediation(List.of(text(key)));
        }
        List<LocalizedText> steps = new ArrayList<>();
        Texts texts = new Texts();
        for (String inner = firstKey(); inner != null; inner = nextKey()) {
            if (inner.equals("steps")) {
                expect(JsonToken.START_ARRAY, inner, "a list");
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    steps.add(text(inner));
                }
            } else {
                texts.read(inner);
            }
        }
        if (!steps.isEmpty() && texts.isPresent()) {
            throw error("\"" + key + "\" has either \"steps\" or a text, not both");
        }
        return new Remediation(steps.isEmpty() ? List.of(texts.text(key)) : steps);
    }

    private Category category() throws IOException {
        Map<String, Object> fields = new HashMap<>();
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "id" -> fields.put(key, string(key));
                case "from", "to" -> fields.put(key, integer(key));
                case "name" -> fields.put(key, text(key));
                default -> throw unknownKey(key, "id, from, to, name");
            }
        }
        return new Category(
                (String) required(fields.get("id"), "id"),
                (Integer) required(fields.get("from"), "from"),
                (Integer) required(fields.get("to"), "to"),
                (LocalizedText) required(fields.get("name"), "name"));
    }

    private void readPlatform() throws IOException {
        Map<String, Object> fields = new HashMap<>();
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "number" -> fields.put(key, platformNumber(key));
                case "id" -> fields.put(key, string(key));
                case "name" -> fields.put(key, text(key));
                case "remove" -> fields.put(key, bool(key));
                default -> throw unknownKey(key, "number, id, name, remove");
            }
        }
        PlatformRow row = new PlatformRow(
                (Integer) fields.get("number"), (String) fields.get("id"), (LocalizedText) fields.get("name"));
        if (row.number() == null && row.id() == null) {
            throw error("a platform needs \"number\" or \"id\"");
        }
        if (Boolean.TRUE.equals(fields.get("remove"))) {
            removedPlatforms.add(row.id() == null ? twoDigits(row.number()) : row.id());
        } else {
            platforms.add(row);
        }
    }

    private static String twoDigits(@Nullable Integer number) {
        return number != null && number < 10 ? "0" + number : String.valueOf(number);
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
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "prefix", "system" -> fields.put(key, string(key));
                case "name" -> fields.put(key, text(key));
                default -> throw unknownKey(key, "prefix, name, system");
            }
        }
        String prefix = (String) required(fields.get("prefix"), "prefix");
        if (!isModulePrefix(prefix)) {
            throw error("\"prefix\" must be three to six digits, was \"" + prefix + "\"");
        }
        return new CodeModule(
                prefix, (LocalizedText) required(fields.get("name"), "name"), (String) fields.get("system"));
    }

    private static boolean isModulePrefix(String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            if (prefix.charAt(i) < '0' || prefix.charAt(i) > '9') {
                return false;
            }
        }
        return prefix.length() >= 3 && prefix.length() < ErrorCode.DIGITS;
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
        for (String inner = firstKey(); inner != null; inner = nextKey()) {
            texts.read(inner);
        }
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

    /** Steps into the list of a key; false if it is empty. */
    private boolean firstElement(String key) throws IOException {
        expect(JsonToken.START_ARRAY, key, "a list");
        return nextElement(key, 0);
    }

    /** Steps to the next element of a key's list, and names it for messages; false at the end of the list. */
    private boolean nextElement(String key, int before) throws IOException {
        boolean more = parser.nextToken() != JsonToken.END_ARRAY;
        place = more ? key + " " + (before + 1) : "";
        return more;
    }

    /** Steps to the first key of an object and on to its value; null if the object is empty. */
    private @Nullable String firstKey() throws IOException {
        expectCurrent(JsonToken.START_OBJECT, "an object");
        return nextKey();
    }

    private @Nullable String nextKey() throws IOException {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            return null;
        }
        String key = parser.currentName();
        parser.nextToken();
        return key;
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
