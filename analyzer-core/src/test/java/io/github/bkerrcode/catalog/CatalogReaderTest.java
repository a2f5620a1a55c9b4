package io.github.bkerrcode.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkerrcode.catalog.CatalogDocument.PlatformRow;
import io.github.bkerrcode.catalog.CatalogDocument.Row;
import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogReaderTest {

    private static final String ENTRY = "{\"code\": \"1306201\", \"meaning\": {\"en\": \"Broken\"}}";

    @Test
    void smallestDocumentIsOneEntryWithCodeAndMeaning() {
        CatalogDocument document = read(entries("{\"code\": \"1306201\", \"meaning\": {\"zh\": \"坏了\"}}"));

        assertThat(document.id()).isEqualTo("mine");
        assertThat(document.title()).isEqualTo(LocalizedText.same("mine"));
        assertThat(document.symbolPlatform()).isNull();
        assertThat(document.families()).isEmpty();
        assertThat(document.categories()).isEmpty();
        assertThat(document.platforms()).isEmpty();
        assertThat(document.modules()).isEmpty();
        assertThat(document.rows())
                .containsExactly(new Row(
                        5,
                        ErrorCode.numeric(1306201),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new LocalizedText("坏了", null),
                        null));
    }

    @Test
    void everyKeyOfAnEntryIsRead() {
        CatalogDocument document = read(entries("""
                {
                  "code": "1301002", "flag": "E1301002_BASE_DATABASE_ERROR", "document": "base table",
                  "section": "base", "httpStatus": 503,
                  "source": "PaaS", "target": "MySQL",
                  "meaning": {"zh": "数据库", "en": "database"},
                  "remediation": {"zh": "检查", "en": "check"}
                }
                """));

        assertThat(document.rows())
                .containsExactly(new Row(
                        5,
                        ErrorCode.numeric(1301002),
                        "base table",
                        "E1301002_BASE_DATABASE_ERROR",
                        "base",
                        503,
                        "PaaS",
                        "MySQL",
                        null,
                        null,
                        new LocalizedText("数据库", "database"),
                        new Remediation(List.of(new LocalizedText("检查", "check")))));
    }

    @Test
    void derivedSystemsStandApartFromTheDocuments() {
        Row row = onlyRow(entryWith("\"derivedSource\": \"ESB\", \"derivedTarget\": \"Redis\""));

        assertThat(row.source()).isNull();
        assertThat(row.target()).isNull();
        assertThat(row.derivedSource()).isEqualTo("ESB");
        assertThat(row.derivedTarget()).isEqualTo("Redis");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"derivedTarget\": \"Redis\"",
                "\"derivedSource\": \"ESB\"",
                "\"derivedSource\": \"ESB\", \"derivedTarget\": \"Redis\", \"target\": \"MYSQL\"",
                "\"derivedSource\": \"ESB\", \"derivedTarget\": \"Redis\", \"source\": \"JOB\""
            })
    void derivedSystemsAreTwoAndNotBesideTheDocuments(String keys) {
        assertThat(refusalOf(entries(entryWith(keys)))).contains("(1306201)").contains("derivedTarget");
    }

    @Test
    void everyKeyOfADocumentIsRead() {
        CatalogDocument document = read(with("""
                "title": {"en": "My codes"},
                "platform": "mine",
                "families": ["MINE_", "OURS_"],
                "categories": [{"id": "own", "from": 90, "to": 98, "name": "Own"}],
                "platforms": [{"number": 91, "id": "mine", "name": "Mine"}, {"number": 92}, {"id": "ours"}],
                "modules": [{"prefix": "9150", "name": "Redis part", "system": "Redis"}],
                "entries": []
                """));

        assertThat(document.title()).isEqualTo(new LocalizedText(null, "My codes"));
        assertThat(document.symbolPlatform()).isEqualTo("mine");
        assertThat(document.families()).containsExactly("MINE_", "OURS_");
        assertThat(document.categories()).containsExactly(new Category("own", 90, 98, LocalizedText.same("Own")));
        assertThat(document.platforms())
                .containsExactly(
                        new PlatformRow(91, "mine", LocalizedText.same("Mine")),
                        new PlatformRow(92, null, null),
                        new PlatformRow(null, "ours", null));
        assertThat(document.modules())
                .containsExactly(new CodeModule("9150", LocalizedText.same("Redis part"), "Redis"));
    }

    @Test
    void plainTextIsTheSameInBothLanguages() {
        Row row = onlyRow("{\"code\": \"1306201\", \"meaning\": \"Broken\", \"remediation\": \"Fix\"}");

        assertThat(row.meaning()).isEqualTo(LocalizedText.same("Broken"));
        assertThat(row.remediation()).isEqualTo(new Remediation(List.of(LocalizedText.same("Fix"))));
    }

    @Test
    void stepsOfARunbookStayInTheirOrder() {
        Row row = onlyRow(entryWith("\"remediation\": {\"steps\": [{\"en\": \"stop\"}, \"start\"]}"));

        assertThat(row.remediation())
                .isEqualTo(new Remediation(List.of(new LocalizedText(null, "stop"), LocalizedText.same("start"))));
    }

    @ParameterizedTest
    @CsvSource({"-1,COMMON", "0,COMMON"})
    void commonCodesAreMarked(String token, ErrorCode.Kind kind) {
        Row row = onlyRow("{\"code\": \"" + token + "\", \"common\": true, \"meaning\": \"Busy\"}");

        assertThat(row.code()).isEqualTo(new ErrorCode(token, kind));
    }

    @Test
    void otherCodesMaySayThatTheyAreNotCommon() {
        assertThat(onlyRow(entryWith("\"common\": false")).code()).isEqualTo(ErrorCode.numeric(1306201));
    }

    @Test
    void codeMayStandTwiceWithDifferentHttpStatus() {
        CatalogDocument document = read(entries("{\"code\": \"FAILED_PRECONDITION\", \"httpStatus\": 400, "
                + "\"meaning\": \"state\"}, "
                + "{\"code\": \"FAILED_PRECONDITION\", \"httpStatus\": 409, \"meaning\": \"order\"}"));

        assertThat(document.rows()).extracting(Row::httpStatus).containsExactly(400, 409);
    }

    @Test
    void codeMayNotStandTwiceWithTheSameHttpStatus() {
        assertThat(refusalOf(entries(ENTRY + ",\n" + ENTRY)))
                .isEqualTo("mine.json:6: entry 2 (1306201): the code stands already at line 5; "
                        + "a code may stand twice only with different httpStatus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code: 1306201", "{\"schema\": ", "{\"schema\": \"bk-errcode/catalog/1\",}", "{'a': 1}"})
    void fileThatIsNotJsonIsRefused(String text) {
        assertThat(refusalOf(text)).startsWith("mine.json:1: ").contains("JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "\"text\"", "1", "null"})
    void fileThatIsNoObjectIsRefused(String text) {
        assertThat(refusalOf(text)).isEqualTo("mine.json:1: expected a JSON object");
    }

    @Test
    void fileThatBreaksOffIsRefused() {
        String whole = entries(ENTRY);

        assertThat(refusalOf(whole.substring(0, whole.lastIndexOf(']'))))
                .startsWith("mine.json:")
                .contains("not valid JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"}", "]", "{}", "rubbish"})
    void textBehindTheDocumentIsRefused(String rest) {
        assertThat(refusalOf(entries(ENTRY) + "\n" + rest)).startsWith("mine.json:");
    }

    @Test
    void brokenJsonIsRefusedWithItsLine() {
        assertThat(refusalOf(entries(ENTRY + ",\n" + ENTRY.replace("1306201", "1306202") + "\n{}")))
                .startsWith("mine.json:7: ")
                .contains("not valid JSON");
    }

    @Test
    void anotherSchemaIsRefused() {
        assertThat(refusalOf("{\"schema\": \"bk-errcode/catalog/2\", \"document\": \"mine\", \"entries\": []}"))
                .isEqualTo("mine.json:1: \"schema\" must be \"bk-errcode/catalog/1\", was \"bk-errcode/catalog/2\"");
    }

    @Test
    void documentWithoutSchemaIsRefused() {
        assertThat(refusalOf("{\"document\": \"mine\", \"entries\": []}"))
                .isEqualTo("mine.json:1: \"schema\" must be \"bk-errcode/catalog/1\", was absent");
    }

    @Test
    void documentWithoutNameIsRefused() {
        assertThat(refusalOf("{\"schema\": \"bk-errcode/catalog/1\", \"entries\": []}"))
                .startsWith("mine.json:1: \"document\" is missing");
    }

    @Test
    void documentWithoutEntriesIsRefused() {
        assertThat(refusalOf("{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"mine\"}"))
                .startsWith("mine.json:1: \"entries\" is missing");
    }

    @Test
    void unknownKeyOfTheDocumentIsRefused() {
        assertThat(refusalOf(with("\"entrys\": []")))
                .isEqualTo("mine.json:4: unknown key \"entrys\"; allowed are schema, document, title, platform, "
                        + "families, categories, platforms, modules, entries");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "entries": {} | "entries" must be a list
            "families": "MINE_" | "families" must be a list
            "families": [7] | families 1: "families" must be a text
            "platform": 13 | "platform" must be a text
            "title": 7 | expected an object
            "title": {} | "title" is empty; give "zh" or "en", or leave the key out
            "title": {"fr": "Codes"} | unknown key "fr"; allowed are zh, en
            "categories": [{"id": "own"}] | categories 1: "from" is missing
            "categories": [{"from": 1, "to": 2, "name": "Own"}] | categories 1: "id" is missing
            "categories": [{"id": "own", "from": 1, "name": "Own"}] | categories 1: "to" is missing
            "categories": [{"id": "own", "from": 1, "to": 2}] | categories 1: "name" is missing
            "categories": [{"id": "own", "from": "1"}] | categories 1: "from" must be a whole number
            "categories": [{"until": 9}] | categories 1: unknown key "until"; allowed are id, from, to, name
            "platforms": [{"number": 13, "id": "a"}, {}] | platforms 2: a platform needs "number" or "id"
            "platforms": [{"number": 100}] | platforms 1: "number" must have two digits, was 100
            "platforms": [{"number": -1}] | platforms 1: "number" must have two digits, was -1
            "platforms": [{"number": 1.5}] | platforms 1: "number" must be a whole number
            "platforms": [{"prefix": 12}] | platforms 1: unknown key "prefix"; allowed are number, id, name, remove
            "platforms": [13] | platforms 1: expected an object
            "modules": [{"name": "Redis"}] | modules 1: "prefix" is missing
            "modules": [{"prefix": "1250"}] | modules 1: "name" is missing
            "modules": [{"prefix": "12", "name": "a"}] | modules 1: "prefix" must be three to six digits, was "12"
            "modules": [{"prefix": "1250001", "name": "a"}] | modules 1: "prefix" must be three to six digits, was "1250001"
            "modules": [{"prefix": "12a", "name": "a"}] | modules 1: "prefix" must be three to six digits, was "12a"
            "modules": [{"id": "1250"}] | modules 1: unknown key "id"; allowed are prefix, name, system
            """)
    void badPartOfTheDocumentIsRefused(String part, String reason) {
        assertThat(refusalOf(with(part))).isEqualTo("mine.json:4: " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1306",
                "13062011",
                "-2",
                "00",
                "apigw_lack_params",
                "SHORTY",
                "E1301002_BASE_DATABASE_ERROR",
                " 1306201"
            })
    void badCodeIsRefused(String token) {
        assertThat(refusalOf(entries("{\"code\": \"" + token + "\", \"meaning\": \"Broken\"}")))
                .isEqualTo("mine.json:5: entry 1 (" + token + "): \"code\" must be seven digits, or a symbolic name "
                        + "of at least 7 characters [A-Z0-9_]");
    }

    @Test
    void entryWithoutCodeIsRefused() {
        assertThat(refusalOf(entries(ENTRY + ",\n{\"meaning\": \"Broken\"}")))
                .isEqualTo("mine.json:6: entry 2: \"code\" is missing");
    }

    @Test
    void entryWithoutMeaningIsRefused() {
        assertThat(refusalOf(entries("{\"code\": \"1306201\"}")))
                .isEqualTo("mine.json:5: entry 1 (1306201): \"meaning\" is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0"})
    void commonCodeThatIsNotMarkedIsRefused(String token) {
        assertThat(refusalOf(entries("{\"code\": \"" + token + "\", \"meaning\": \"Busy\"}")))
                .isEqualTo("mine.json:5: entry 1 (" + token
                        + "): \"common\": true belongs to the codes -1 and 0, and to them only");
    }

    @Test
    void entryThatIsNoObjectIsRefused() {
        assertThat(refusalOf(entries("\"1306201\""))).isEqualTo("mine.json:5: entry 1: expected an object");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "common": true | "common": true belongs to the codes -1 and 0, and to them only
            "common": "yes" | "common" must be true or false
            "flag": "E1306202_OTHER" | "flag" [E1306202_OTHER] does not stand for the code; expected E1306201_NAME
            "flag": "BASE_DATABASE" | "flag" [BASE_DATABASE] does not stand for the code; expected E1306201_NAME
            "flag": "-" | "flag" [-] does not stand for the code; expected E1306201_NAME
            "httpStatus": "404" | "httpStatus" must be a whole number
            "httpStatus": 40.4 | "httpStatus" must be a whole number
            "section": 7 | "section" must be a text
            "source": null | "source" must be a text
            "target": " " | "target" is blank; leave the key out where there is nothing to say
            "meaning": "" | "meaning" is blank; leave the key out where there is nothing to say
            "meaning": {} | "meaning" is empty; give "zh" or "en", or leave the key out
            "meaning": {"zh": ""} | "zh" is blank; leave the key out where there is nothing to say
            "meaning": {"de": "Kaputt"} | unknown key "de"; allowed are zh, en
            "meaning": ["Broken"] | expected an object
            "remediation": {} | "remediation" is empty; give "zh" or "en", or leave the key out
            "remediation": {"steps": []} | "remediation" is empty; give "zh" or "en", or leave the key out
            "remediation": {"steps": "one"} | "steps" must be a list
            "remediation": {"steps": [{}]} | "steps" is empty; give "zh" or "en", or leave the key out
            "remediation": {"steps": ["one"], "en": "two"} | "remediation" has either "steps" or a text, not both
            "severity": "high" | unknown key "severity"; allowed are code, flag, document, section, httpStatus, source, target, derivedSource, derivedTarget, common, meaning, remediation, remove
            """)
    void badKeyOfAnEntryIsRefused(String key, String reason) {
        assertThat(refusalOf(entries(ENTRY.replace("1306201", "1306202") + ",\n"
                        + (key.startsWith("\"meaning\"") ? entryMeaning(key) : entryWith(key)))))
                .isEqualTo("mine.json:6: entry 2 (1306201): " + reason);
    }

    private static String entryMeaning(String meaning) {
        return "{\"code\": \"1306201\", " + meaning + "}";
    }

    @Test
    void keyThatStandsTwiceIsRefusedWithItsEntry() {
        assertThat(refusalOf(entries(entryWith("\"meaning\": \"Again\""))))
                .startsWith("mine.json:5: entry 1 (1306201): not valid JSON: Duplicate field 'meaning'");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 99, 600})
    void numberThatIsNoHttpStatusIsRefused(int status) {
        assertThat(refusalOf(entries(entryWith("\"httpStatus\": " + status))))
                .isEqualTo("mine.json:5: entry 1 (1306201): \"httpStatus\" must be 100 to 599, was " + status);
    }

    @Test
    void numberTooLargeIsRefusedWithItsEntry() {
        assertThat(refusalOf(entries(entryWith("\"httpStatus\": 99999999999"))))
                .startsWith("mine.json:5: ")
                .contains("entry 1 (1306201)");
    }

    @Test
    void lineOfALaterEntryIsNamed() {
        assertThat(refusalOf(entries(ENTRY + ",\n\n\n{\n\"code\": \"1306202\",\n\"meaning\": 7}")))
                .isEqualTo("mine.json:10: entry 2 (1306202): expected an object");
    }

    @Test
    void streamThatCannotBeReadIsRefusedWithItsCause() {
        IOException cause = new IOException("disk on fire");
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw cause;
            }
        };

        assertThatThrownBy(() -> CatalogReader.read(broken, "mine.json"))
                .isInstanceOf(CatalogException.class)
                .hasMessage("mine.json: cannot be read: disk on fire")
                .hasCause(cause);
    }

    @Test
    void streamIsClosedWhetherTheDocumentIsGoodOrNot() {
        assertThat(closesStreamOf(entries(ENTRY))).isTrue();
        assertThat(closesStreamOf("{")).isTrue();
    }

    @Test
    void byteOrderMarkIsNoPartOfTheText() {
        assertThat(read("\uFEFF" + entries(ENTRY)).rows()).hasSize(1);
    }

    private static boolean closesStreamOf(String text) {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        try {
            CatalogReader.read(in, "mine.json");
        } catch (CatalogException e) {
            assertThat(e).hasMessageStartingWith("mine.json:");
        }
        return closed.get();
    }

    /** A document whose fourth line begins with the given keys. */
    private static String with(String keys) {
        return "{\n\"schema\": \"bk-errcode/catalog/1\",\n\"document\": \"mine\",\n" + keys + "\n}";
    }

    /** A document whose fifth line begins with the given entries. */
    private static String entries(String entries) {
        return with("\"entries\": [\n" + entries + "\n]");
    }

    private static String entryWith(String key) {
        return "{\"code\": \"1306201\", \"meaning\": \"Broken\", " + key + "}";
    }

    private static Row onlyRow(String entry) {
        CatalogDocument document = read(entries(entry));
        assertThat(document.rows()).hasSize(1);
        return document.rows().get(0);
    }

    private static String refusalOf(String text) {
        return String.valueOf(assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> read(text))
                .actual()
                .getMessage());
    }

    @Test
    void codesAndPlatformsCanBeRemoved() {
        CatalogDocument document = read(with("""
                "platforms": [{"id": "apigw", "remove": true}, {"number": 7, "remove": true}],
                "entries": [{"code": "1306201", "remove": true}, {"code": "0", "common": true, "remove": true}]
                """));

        assertThat(document.rows()).isEmpty();
        assertThat(document.removals().codes())
                .containsExactlyInAnyOrder(
                        ErrorCode.numeric(1306201), ErrorCode.parse("0").orElseThrow());
        assertThat(document.removals().platforms()).containsExactlyInAnyOrder("apigw", "07");
    }

    @Test
    void removedEntrySaysNothingElse() {
        assertThat(refusalOf(entries("{\"code\": \"1306201\", \"remove\": true, \"meaning\": \"x\"}")))
                .isEqualTo(
                        "mine.json:5: entry 1 (1306201): \"remove\": true takes the code away; it goes with \"code\" alone");
    }

    @Test
    void codeIsNotBothListedAndRemoved() {
        String removed = "{\"code\": \"1306201\", \"remove\": true}";
        assertThat(refusalOf(entries(ENTRY + "," + removed)))
                .contains("entry 2 (1306201): the code is removed in the same");
        assertThat(refusalOf(entries(removed + "," + ENTRY)))
                .contains("entry 2 (1306201): the code is removed in the same");
    }

    @Test
    void documentThatNeverEndsIsRefusedAfterItsLimit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                java.util.Arrays.fill(buffer, offset, offset + length, (byte) ' ');
                return length;
            }
        };

        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> CatalogReader.read(endless, "endless.json"))
                .withMessage("endless.json: has more than 64 MiB, the most a catalog document may have; split it");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String deep = with("\"entries\": [{\"code\": \"1306201\", \"meaning\": " + "{\"zh\":".repeat(100_000));

        assertThat(refusalOf(deep)).startsWith("mine.json:").contains("entry 1 (1306201)");
    }

    private static CatalogDocument read(String text) {
        return CatalogReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "mine.json");
    }
}
