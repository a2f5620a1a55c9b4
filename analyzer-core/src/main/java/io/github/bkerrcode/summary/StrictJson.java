package io.github.bkerrcode.summary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads objects that have exactly the keys they should, in any order, and says of everything else where it stands. */
final class StrictJson {

    /** Reads the value of a key; null where the JSON has null. */
    interface Value {
        @Nullable
        Object read() throws IOException;
    }

    /** Reads an element of a list. */
    interface Element<T> {
        T read() throws IOException;
    }

    /** Reads a whole document. */
    interface Document<T> {
        T read(StrictJson json) throws IOException;
    }

    /** A key of an object, and its value where the object need not have it; null if it must. */
    record Key(String name, Value value, @Nullable Object missing) {}

    private static final String REMEDY = "write it again with: analyzer analyze --format json";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private final JsonParser parser;
    private final String source;

    private StrictJson(JsonParser parser, String source) {
        this.parser = parser;
        this.source = source;
    }

    /**
     * Reads a document to its end; the stream stays open.
     *
     * @throws SummaryException if it is not as it should be
     */
    static <T> T read(InputStream in, String source, Document<T> document) throws IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            return new StrictJson(parser, source).read(document);
        }
    }

    private <T> T read(Document<T> document) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new SummaryException(source + ": is empty; " + REMEDY);
            }
            T value = document.read(this);
            if (parser.nextToken() != null) {
                throw error("something follows the summary", "give each summary a file of its own");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw exception(e.getLocation(), "not valid JSON: " + e.getOriginalMessage(), REMEDY);
        }
    }

    static Key key(String name, Value value) {
        return new Key(name, value, null);
    }

    /** A key that came later than the others: objects written before do not have it. */
    static Key laterKey(String name, Value value, Object missing) {
        return new Key(name, value, missing);
    }

    Fields object(Key... keys) throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        Map<String, @Nullable Object> values = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Key key = find(keys, name);
            parser.nextToken();
            values.put(name, key.value().read());
        }
        for (Key key : keys) {
            if (key.missing() != null) {
                values.putIfAbsent(key.name(), key.missing());
            } else if (!values.containsKey(key.name())) {
                throw error("\"" + key.name() + "\" is missing");
            }
        }
        return new Fields(values);
    }

    private Key find(Key[] keys, String name) {
        List<String> known = new ArrayList<>();
        for (Key key : keys) {
            if (key.name().equals(name)) {
                return key;
            }
            known.add(key.name());
        }
        throw error("unknown key; allowed are " + String.join(", ", known));
    }

    /** Reads a list into {@code list}, which is returned. */
    <T> List<T> list(List<T> list, Element<T> element) throws IOException {
        expect(JsonToken.START_ARRAY, "a list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(element.read());
        }
        return list;
    }

    String text() throws IOException {
        expect(JsonToken.VALUE_STRING, "a text");
        return parser.getText();
    }

    @Nullable
    String textOrNull() throws IOException {
        return isNull() ? null : text();
    }

    boolean bool() throws IOException {
        if (!parser.currentToken().isBoolean()) {
            throw error("must be true or false");
        }
        return parser.getBooleanValue();
    }

    Long count() throws IOException {
        return number(0, SummaryReader.MAX_NUMBER);
    }

    @Nullable
    Long countOrNull(long most) throws IOException {
        return isNull() ? null : Long.valueOf(number(0, most));
    }

    Long positive() throws IOException {
        return number(1, SummaryReader.MAX_NUMBER);
    }

    @Nullable
    Long positiveOrNull() throws IOException {
        return isNull() ? null : positive();
    }

    private long number(long least, long most) throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        try {
            long number = parser.getLongValue();
            if (number >= least && number <= most) {
                return number;
            }
        } catch (InputCoercionException e) {
            // Longer than any number that is allowed; said below like one that is too large.
        }
        throw error("must be " + least + " to " + most + ", was " + parser.getText());
    }

    Instant time() throws IOException {
        String text = text();
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw error("[" + text + "] is no time; expected one such as 2025-10-24T07:02:11Z");
        }
    }

    @Nullable
    Instant timeOrNull() throws IOException {
        return isNull() ? null : time();
    }

    private boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    private void expect(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw error("must be " + what);
        }
    }

    SummaryException error(String reason) {
        return error(reason, REMEDY);
    }

    SummaryException error(String reason, String remedy) {
        String path = parser.getParsingContext().pathAsPointer().toString();
        return exception(parser.currentTokenLocation(), (path.isEmpty() ? "" : path + ": ") + reason, remedy);
    }

    private SummaryException exception(JsonLocation location, String reason, String remedy) {
        return new SummaryException(
                source + ":" + location.getLineNr() + ":" + location.getColumnNr() + ": " + reason + "; " + remedy);
    }

    /** The values of an object, by their keys. */
    record Fields(Map<String, @Nullable Object> values) {

        <T> T get(String key, Class<T> type) {
            return Objects.requireNonNull(type.cast(values.get(key)), key);
        }

        String text(String key) {
            return get(key, String.class);
        }

        @Nullable
        String textOrNull(String key) {
            return (String) values.get(key);
        }

        long number(String key) {
            return get(key, Long.class);
        }

        @Nullable
        Long numberOrNull(String key) {
            return (Long) values.get(key);
        }

        @Nullable
        Instant timeOrNull(String key) {
            return (Instant) values.get(key);
        }

        boolean bool(String key) {
            return get(key, Boolean.class);
        }
    }
}
