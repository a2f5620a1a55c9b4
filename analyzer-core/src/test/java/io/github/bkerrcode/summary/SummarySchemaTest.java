package io.github.bkerrcode.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds {@code docs/summary.schema.json} to what is written, and to being strict. */
class SummarySchemaTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"summary-en.json", "summary-zh.json", "summary-empty.json"})
    void goldenFilesAreValid(String file) throws IOException {
        assertThat(SummarySchema.read().errorsOf(Files.readString(GOLDEN.resolve(file))))
                .isEmpty();
    }

    /** Summaries of the same schema that were written before lack them. */
    private static final Set<String> LATER_KEYS = Set.of("derived");

    @Test
    void schemaIsAValidSchema() throws IOException {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
                        .validate(Files.readString(Path.of("..", "docs", "summary.schema.json")), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void everyKeyOfEveryObjectIsRequiredButThoseThatCameLater() throws IOException {
        SummarySchema schema = SummarySchema.read();
        JsonNode summary = golden();
        for (ObjectNode object : objects(summary)) {
            for (String key : names(object)) {
                JsonNode value = object.remove(key);
                assertThat(schema.errorsOf(summary.toString()).isEmpty())
                        .as("without %s", key)
                        .isEqualTo(LATER_KEYS.contains(key));
                object.set(key, value);
            }
        }
    }

    @Test
    void noOtherKeyIsAllowedInAnyObject() throws IOException {
        SummarySchema schema = SummarySchema.read();
        JsonNode summary = golden();
        for (ObjectNode object : objects(summary)) {
            object.put("further", 1);
            assertThat(schema.errorsOf(summary.toString())).isNotEmpty();
            object.remove("further");
        }
        assertThat(schema.errorsOf(summary.toString())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', files, -1",
        "'', files, 1.5",
        "'', files, '\"5\"'",
        "'', lines, 9007199254740992",
        "'', schema, '\"bk-errcode/summary/2\"'",
        "'', firstSeen, '\"yesterday\"'",
        "'', firstSeen, '\"2025-13-24T12:00:00Z\"'",
        "'', lastSeen, '\"2025-10-24T12:00:00+08:00\"'",
        "/platforms/0, number, 100",
        "/platforms/0, name, null",
        "/platforms/0/codes/0, code, '\"130\"'",
        "/platforms/0/codes/0, meaning, null",
        "/platforms/0/codes/0, listed, false",
        "/platforms/0/codes/0, detections, 0",
        "/platforms/0/codes/0/sample, line, 0",
        "/timeline/0, seconds, 61",
        "/timeline/0, start, null",
        "/problems/0, line, 0",
        "/problems/0, incomplete, '\"no\"'",
    })
    void valueOfAnotherKindIsRefused(String object, String key, String value) throws IOException {
        JsonNode summary = golden();
        ((ObjectNode) summary.at(object)).set(key, JSON.readTree(value));

        assertThat(SummarySchema.read().errorsOf(summary.toString())).isNotEmpty();
    }

    private static JsonNode golden() throws IOException {
        return JSON.readTree(Files.readString(GOLDEN.resolve("summary-en.json")));
    }

    private static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> objects = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> objects.addAll(objects(child)));
        }
        return objects;
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
