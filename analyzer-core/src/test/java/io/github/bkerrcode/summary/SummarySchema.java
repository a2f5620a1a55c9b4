package io.github.bkerrcode.summary;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schema that users are given. */
final class SummarySchema {

    private static final Path FILE = Path.of("..", "docs", "summary.schema.json");

    private final Schema schema;

    private SummarySchema(Schema schema) {
        this.schema = schema;
    }

    static SummarySchema read() throws IOException {
        return new SummarySchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE), InputFormat.JSON));
    }

    /** What is wrong with a summary, each with its place; empty if nothing is. */
    List<String> errorsOf(String json) {
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
