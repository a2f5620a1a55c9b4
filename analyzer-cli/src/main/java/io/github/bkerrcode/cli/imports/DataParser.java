package io.github.bkerrcode.cli.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.bkerrcode.cli.imports.DataNode.Items;
import io.github.bkerrcode.cli.imports.DataNode.Member;
import io.github.bkerrcode.cli.imports.DataNode.Members;
import io.github.bkerrcode.cli.imports.DataNode.Scalar;
import io.github.bkerrcode.code.LocalizedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Parses JSON and YAML into values with lines. Takes time and memory in proportion to the file: nothing is nested deeper than {@value
 * #MAX_DEPTH} levels, and an alias of YAML, which may stand for any amount of text, is reported instead of followed.
 */
final class DataParser {

    private static final int MAX_DEPTH = 64;

    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxStringLength(Integer.MAX_VALUE)
            .maxNameLength(StreamReadConstraints.DEFAULT_MAX_NAME_LEN)
            .build();

    /** People write comments and a comma too many into files that only programs of their own read. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final SourceText source;
    private final RowSink rows;
    private final JsonParser parser;

    private DataParser(SourceText source, RowSink rows, JsonParser parser) {
        this.source = source;
        this.rows = rows;
        this.parser = parser;
    }

    /**
     * Parses JSON: one value, or several one after the other, as in files of a value per line.
     *
     * @throws ImportException with the place, if it is not JSON
     */
    static List<DataNode> json(SourceText source, RowSink rows) {
        return parse(source, rows, JSON, "JSON");
    }

    /**
     * Parses YAML: all documents of the file.
     *
     * @throws ImportException with the place, if it is not YAML
     */
    static List<DataNode> yaml(SourceText source, RowSink rows) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return parse(
                source,
                rows,
                YAMLFactory.builder()
                        .loaderOptions(options)
                        .streamReadConstraints(CONSTRAINTS)
                        .build(),
                "YAML");
    }

    private static List<DataNode> parse(SourceText source, RowSink rows, JsonFactory factory, String format) {
        try (JsonParser parser = factory.createParser(source.text())) {
            return new DataParser(source, rows, parser).documents();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String reason = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new ImportException(
                    source.at(Math.max(0, line)),
                    "不是有效的 " + format + "：" + reason,
                    "is not valid " + format + ": " + reason);
        } catch (IOException e) {
            throw new ImportException(source.at(0), "无法读取：" + e.getMessage(), "cannot be read: " + e.getMessage());
        }
    }

    private List<DataNode> documents() throws IOException {
        List<DataNode> documents = new ArrayList<>();
        while (parser.nextToken() != null) {
            DataNode document = value(0);
            if (document != null) {
                documents.add(document);
            }
        }
        return documents;
    }

    /** The value that begins at the current token; null for what is left out. */
    private @Nullable DataNode value(int depth) throws IOException {
        int line = line();
        if (depth > MAX_DEPTH) {
            throw new ImportException(
                    source.at(line),
                    "嵌套超过 " + MAX_DEPTH + " 层，错误码表不会这样",
                    "is nested deeper than " + MAX_DEPTH + " levels, as no table of error codes is");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return new Members(members(depth), line);
        }
        if (token == JsonToken.START_ARRAY) {
            return new Items(items(depth), line);
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            String alias = "[*" + Shortened.of(String.valueOf(parser.getText())) + "]";
            rows.lost(
                    source.at(line),
                    new LocalizedText(
                            alias + " 是别名，别名不展开；请写出它所代表的内容",
                            alias + " is an alias, which is not followed; write out what it stands for"));
            return null;
        }
        return token == JsonToken.VALUE_NULL ? new Scalar("", line) : new Scalar(parser.getText(), line);
    }

    private List<Member> members(int depth) throws IOException {
        List<Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = line();
            parser.nextToken();
            DataNode value = value(depth + 1);
            if (value != null) {
                members.add(new Member(key, line, value));
            }
        }
        return members;
    }

    private List<DataNode> items(int depth) throws IOException {
        List<DataNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            DataNode item = value(depth + 1);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
