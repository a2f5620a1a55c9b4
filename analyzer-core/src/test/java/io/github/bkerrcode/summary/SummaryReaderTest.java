package io.github.bkerrcode.summary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary.Dependency;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryReaderTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @ParameterizedTest
    @ValueSource(strings = {"summary-en.json", "summary-zh.json", "summary-empty.json"})
    void whatWasReadIsWrittenAgainByteByByte(String file) throws IOException {
        String json = Files.readString(GOLDEN.resolve(file));
        for (Language language : Language.values()) {
            assertThat(written(read(json), language)).isEqualTo(json);
        }
    }

    @Test
    void keysMayStandInAnyOrder() throws IOException {
        Summary summary = read("""
                {"problems":[],"inputs":[{"detections":1,"linesWithCodes":1,"lines":2,"bytes":9,"file":"a"}],"dependencies":[],
                "timeline":[],"platforms":[{"codes":[{"sample":{"text":"t","line":1,"file":"a"},"lastSeen":null,"firstSeen":null,
                "lines":1,"detections":1,"remediation":null,"meaning":null,"listed":false,"code":"1199014"}],"lines":1,
                "detections":1,"category":null,"name":"CMDB","number":11,"id":"cmdb"}],"lastSeen":null,"firstSeen":null,
                "detections":1,"linesWithCodes":1,"lines":2,"bytes":9,"files":1,"schema":"bk-errcode/summary/1"}
                """);

        assertThat(summary.platforms().get(0).codes().get(0).resolution().platform())
                .isEqualTo(summary.platforms().get(0).platform());
        assertThat(summary.inputs()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hello", "{\"schema\" : ", "{\"schema\" : \"bk-errcode/summary/1\",}", "{'a': 1}", "\u0000"})
    void whatIsNoJsonIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SummaryException.class)
                .hasMessageMatching("(?s)host\\.json:1:\\d+: not valid JSON: .*; write it again with: .*");
    }

    @Test
    void emptyFileIsRefused() {
        assertThatThrownBy(() -> read("")).hasMessageStartingWith("host.json: is empty; write it again");
    }

    @Test
    void laterSchemaIsRefusedBeforeItsKeys() throws IOException {
        String json = golden().replace("summary/1", "summary/2").replace("\"files\"", "\"hosts\"");
        assertThatThrownBy(() -> read(json))
                .hasMessage(
                        "host.json:2:14: /schema: is \"bk-errcode/summary/2\", and only \"bk-errcode/summary/1\" can be"
                                + " read; use the analyzer that wrote it, or write it again with this one");
    }

    @Test
    void secondSummaryInTheFileIsRefused() throws IOException {
        String json = golden();
        assertThatThrownBy(() -> read(json + json))
                .hasMessageEndingWith("something follows the summary; give each summary a file of its own");
    }

    @Test
    void dependenciesOfSummariesWrittenBeforeAnyWereDerivedAreNot() throws IOException {
        String before = golden().replaceAll(",\\s*\"derived\" : (true|false)", "");
        assertThat(before).contains("\"dependencies\"").doesNotContain("derived");

        assertThat(read(before).dependencies()).isNotEmpty().noneMatch(Dependency::derived);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "files" : 5,                  |                             | : "files" is missing
            "files" : 5                   | "files" : -5                | : /files: must be 0 to 9007199254740991, was -5
            "files" : 5                   | "files" : 4                 | : "files" is 4, but "inputs" come to 5
            "files" : 5                   | "files" : 5.0               | : /files: must be a whole number
            "files" : 5                   | "files" : 9007199254740992  | : /files: must be 0 to 9007199254740991, was 9007199254740992
            "files" : 5                   | "files" : 99999999999999999999 | : /files: must be 0 to 9007199254740991, was 99999999999999999999
            "files" : 5                   | "files" : 5, "files" : 5    | : not valid JSON: Duplicate field 'files'
            "files" : 5                   | "hosts" : 5                 | : /hosts: unknown key; allowed are schema, files,
            "detections" : 12             | "detections" : 13           | : "detections" is 13, but "inputs" come to 12
            "detections" : 4,             | "detections" : -4,          | : /platforms/0/detections: must be 0 to
            "detections" : 4,             | "detections" : 3,           | : /platforms/0: "detections" is 3, but "codes" come to 4
            "number" : 13,                | "number" : 130,             | : /platforms/0/number: must be 0 to 99, was 130
            "code" : "1306201",           | "code" : "13062",           | : /platforms/0/codes/0/code: [13062] is no code
            "code" : "1306201",           | "code" : "E1306201_X",      | : /platforms/0/codes/0/code: [E1306201_X] is no code
            "listed" : true,              | "listed" : false,           | : /platforms/0/codes/0: a code that is not listed has
            "listed" : false,             | "listed" : true,            | : /platforms/1/codes/1: a listed code has a "meaning"
            "listed" : true,              | "listed" : "yes",           | : /platforms/0/codes/0/listed: must be true or false
            "firstSeen" : "2025-10-24T12:00:00Z" | "firstSeen" : "noon" | : /firstSeen: [noon] is no time; expected one such as
            "seconds" : 60                | "seconds" : 61              | : /timeline/0: "seconds" is 61, which no timeline has
            "platforms" : [               | "platforms" : {}, "x" : [   | : /platforms: must be a list
            """)
    void whatASummaryCannotSayIsRefusedWithPlaceAndRemedy(String good, @Nullable String bad, String message)
            throws IOException {
        String json = golden();
        assertThat(json).contains(good);
        int at = json.indexOf(good);
        String broken = json.substring(0, at) + (bad == null ? "" : bad) + json.substring(at + good.length());

        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(SummaryException.class)
                .message()
                .matches("(?s)host\\.json:\\d+:\\d+: .*; write it again with: analyzer analyze --format json")
                .contains(message);
    }

    @Test
    void bucketsOfTwoWidthsAreRefused() throws IOException {
        String json = golden();
        int second = json.indexOf("\"seconds\" : 60", json.indexOf("\"seconds\" : 60") + 1);
        String broken = json.substring(0, second) + "\"seconds\" : 300" + json.substring(second + 14);
        assertThatThrownBy(() -> read(broken)).hasMessageContaining(": /timeline/1: \"seconds\" is 300, but 60 before");
    }

    @Test
    void streamStaysOpen() throws IOException {
        InputStream in = new ByteArrayInputStream(golden().getBytes(UTF_8)) {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
        assertThat(SummaryReader.read(in, "host.json").files()).isEqualTo(5);
    }

    @Test
    void failureOfTheStreamReachesTheCaller() {
        InputStream in = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> SummaryReader.read(in, "host.json"))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    private static String golden() throws IOException {
        return Files.readString(GOLDEN.resolve("summary-en.json"));
    }

    private static Summary read(String json) throws IOException {
        return SummaryReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)), "host.json");
    }

    private static String written(Summary summary, Language language) throws IOException {
        StringWriter out = new StringWriter();
        SummaryJson.write(summary, language, out);
        return out.toString();
    }
}
