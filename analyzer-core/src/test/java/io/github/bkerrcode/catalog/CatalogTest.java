package io.github.bkerrcode.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.Platform;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

    private final Catalog builtIn = Catalog.builtIn();

    @Test
    void codeOfALaterDocumentReplacesTheEarlierRow() {
        Catalog layered = builtIn.with(List.of(document("mine", "1306201", "Ask team X")));

        assertThat(layered.entriesOf(ErrorCode.numeric(1306201)))
                .extracting(CatalogEntry::document, entry -> entry.meaning().in(Language.EN))
                .containsExactly(tuple("mine", "Ask team X"));
        assertThat(layered.entries()).hasSameSizeAs(builtIn.entries());
    }

    @Test
    void codeOfALaterDocumentReplacesAllRowsOfTheCode() {
        Catalog layered = builtIn.with(List.of(read("""
                {"schema": "bk-errcode/catalog/1", "document": "mine", "platform": "apigw",
                 "entries": [{"code": "FAILED_PRECONDITION", "meaning": "One meaning"}]}
                """)));

        assertThat(layered.entriesOf(ErrorCode.parse("FAILED_PRECONDITION").orElseThrow()))
                .extracting(CatalogEntry::document)
                .containsExactly("mine");
    }

    @Test
    void lastOfSeveralDocumentsWins() {
        Catalog layered =
                builtIn.with(List.of(document("one", "1306201", "First"), document("two", "1306201", "Second")));

        assertThat(layered.entriesOf(ErrorCode.numeric(1306201)))
                .extracting(CatalogEntry::document)
                .containsExactly("two");
    }

    @Test
    void newCodeIsListedBesideTheOthers() {
        Catalog layered = builtIn.with(List.of(document("mine", "1199014", "Topology too deep")));

        assertThat(layered.isListed(1199014)).isTrue();
        assertThat(layered.isListed(1306201)).isTrue();
        assertThat(layered.entries()).hasSize(builtIn.entries().size() + 1);
    }

    @Test
    void catalogUnderneathStaysAsItWas() {
        Catalog layered = builtIn.with(List.of(document("mine", "1199014", "Topology too deep")));

        assertThat(layered).isNotSameAs(builtIn);
        assertThat(builtIn.isListed(1199014)).isFalse();
    }

    @Test
    void laterPlatformReplacesTheOneWithTheSameId() {
        Catalog layered = builtIn.with(List.of(platforms("{\"number\": 13, \"id\": \"paas\", \"name\": \"My PaaS\"}")));

        assertThat(layered.resolve("1306201"))
                .isInstanceOfSatisfying(
                        Resolution.Listed.class,
                        listed -> assertThat(listed.platform().name().in(Language.EN))
                                .isEqualTo("My PaaS"));
    }

    @Test
    void laterPlatformReplacesTheOneWithTheSameNumber() {
        Catalog layered = builtIn.with(List.of(platforms("{\"number\": 13, \"id\": \"mypaas\", \"name\": \"Mine\"}")));

        assertThat(layered.resolve("1399999"))
                .isInstanceOfSatisfying(
                        Resolution.Unlisted.class,
                        unlisted -> assertThat(unlisted.platform().id()).isEqualTo("mypaas"));
    }

    @Test
    void platformThatTakesItsNumberBackHasIt() {
        Catalog layered = Catalog.of(List.of(
                platforms("{\"number\": 13, \"id\": \"paas\"}"),
                platforms("{\"number\": 13, \"id\": \"mypaas\"}"),
                platforms("{\"number\": 13, \"id\": \"paas\"}")));

        assertThat(layered.platforms().byNumber(13)).extracting(Platform::id).isEqualTo("paas");
    }

    @Test
    void platformMovedToAnotherNumberLeavesItsOldOne() {
        Catalog layered = builtIn.with(List.of(platforms("{\"number\": 44, \"id\": \"job\"}")));

        assertThat(layered.isAssigned(44)).isTrue();
        assertThat(layered.isAssigned(12)).isFalse();
    }

    @Test
    void laterModuleReplacesTheOneWithTheSamePrefix() {
        Catalog layered = builtIn.with(List.of(read("""
                {"schema": "bk-errcode/catalog/1", "document": "mine",
                 "modules": [{"prefix": "1250", "name": "Valkey", "system": "Valkey"}], "entries": []}
                """)));

        assertThat(layered.resolve("1250999"))
                .isInstanceOfSatisfying(
                        Resolution.Unlisted.class,
                        unlisted -> assertThat(unlisted.anatomy())
                                .extracting("module.system")
                                .isEqualTo("Valkey"));
    }

    @Test
    void whateverIsListedOrOwnedMayBeginAsItDoes() {
        Catalog layered =
                builtIn.with(List.of(platforms("{\"number\": 90, \"id\": \"shop\", \"name\": \"Shop\"}"), read("""
                        {"schema": "bk-errcode/catalog/1", "document": "mine", "platform": "shop",
                         "families": ["Q_"], "entries": [{"code": "0012345", "meaning": "x"}]}
                        """)));

        for (CatalogEntry entry : layered.entries()) {
            String token = entry.code().token();
            assertThat(token.length() < 7 || layered.mayBegin(token.charAt(0), token.charAt(1)))
                    .as(token)
                    .isTrue();
        }
        assertThat(layered.mayBegin('0', '0')).isTrue();
        assertThat(layered.mayBegin('Q', '_')).as("a family").isTrue();
        assertThat(layered.mayBegin('9', '0')).as("a platform").isTrue();
    }

    @Test
    void familyOfAnyLengthMayBeginAsItDoes() {
        Beginnings beginnings = new Beginnings();
        beginnings.add("Q");
        beginnings.add("错误");

        assertThat(beginnings.contains('Q', 'A')).isTrue();
        assertThat(beginnings.contains('A', 'Q')).isFalse();

        beginnings.add("");

        assertThat(beginnings.contains('A', 'Q')).isTrue();
    }

    @Test
    void noCodeBeginsWithADigitThatNobodyOwns() {
        assertThat(builtIn.mayBegin('9', '0')).isFalse();
        assertThat(builtIn.mayBegin('0', '1')).isFalse();
        assertThat(builtIn.mayBegin('X', 'X')).isFalse();
        assertThat(builtIn.mayBegin('1', 'A')).isFalse();
    }

    @Test
    void newPlatformOwnsItsNumbers() {
        Catalog layered = builtIn.with(List.of(platforms("{\"number\": 90, \"id\": \"shop\", \"name\": \"Shop\"}")));

        assertThat(builtIn.isAssigned(90)).isFalse();
        assertThat(layered.isAssigned(90)).isTrue();
        assertThat(layered.platforms().byId("shop")).extracting("category.id").isEqualTo("third-party-saas");
    }

    @Test
    void platformWithoutNameIsCalledByItsId() {
        Catalog layered = builtIn.with(List.of(platforms("{\"number\": 90, \"id\": \"shop\"}")));

        assertThat(layered.platforms().byId("shop")).extracting("name.en").isEqualTo("shop");
    }

    @Test
    void documentsOwnFamilyBelongsToItsPlatform() {
        Catalog layered = builtIn.with(List.of(read("""
                {"schema": "bk-errcode/catalog/1", "document": "shop", "platform": "shop", "families": ["SHOP_"],
                 "platforms": [{"id": "shop", "name": "Shop"}],
                 "entries": [{"code": "SHOP_CLOSED", "meaning": "Closed"}]}
                """)));

        assertThat(layered.resolve("SHOP_CLOSED")).isInstanceOf(Resolution.Listed.class);
        assertThat(layered.resolve("SHOP_ON_FIRE"))
                .isInstanceOfSatisfying(
                        Resolution.Unlisted.class,
                        unlisted -> assertThat(unlisted.platform().id()).isEqualTo("shop"));
        assertThat(layered.resolve("APIGW_ON_FIRE"))
                .isInstanceOfSatisfying(
                        Resolution.Unlisted.class,
                        unlisted -> assertThat(unlisted.platform().id()).isEqualTo("apigw"));
    }

    @ParameterizedTest
    @CsvSource({"'',SHOP_CLOSED", "'\"platform\": \"nowhere\",',SHOP_CLOSED"})
    void symbolicCodeWithoutOwnerIsRefused(String platform, String token) {
        CatalogDocument document = read("{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"shop\", " + platform
                + " \"entries\": [{\"code\": \"" + token + "\", \"meaning\": \"Closed\"}]}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalog.of(List.of(document)))
                .withMessageContaining("document shop")
                .withMessageContaining(token);
    }

    @Test
    void catalogOfNothingKnowsNothing() {
        Catalog empty = Catalog.of(List.of());

        assertThat(empty.entries()).isEmpty();
        assertThat(empty.isListed(1306201)).isFalse();
        assertThat(empty.isListed("UNKNOWN", 0, 7)).isFalse();
        assertThat(empty.resolve("1306201")).isEqualTo(new Resolution.Unknown("1306201"));
    }

    @Test
    void builtInCatalogIsReadOnce() {
        assertThat(Catalog.builtIn()).isSameAs(builtIn);
    }

    @ParameterizedTest
    @ValueSource(ints = {1306201, 4313021, 1004000, 1239310})
    void listedNumbersAreListed(int number) {
        assertThat(builtIn.isListed(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1199014, 0, -1, 9_999_999, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void otherNumbersAreNot(int number) {
        assertThat(builtIn.isListed(number)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "code=UNKNOWN!,5,12,true",
        "UNKNOWN,0,7,true",
        "code=UNKNOWN!,5,13,false",
        "code=UNKNOWN!,4,12,false",
        "UNKNOWNS,0,8,false",
        "unknown,0,7,false",
        "UNKNOWN,0,0,false"
    })
    void symbolIsListedWithExactlyItsCharacters(String text, int start, int end, boolean listed) {
        assertThat(builtIn.isListed(text, start, end)).isEqualTo(listed);
    }

    @ParameterizedTest
    @CsvSource({
        "APIGW_NEW_ERROR,true",
        "APIGATEWAY_NEW_ERROR,true",
        "APIGW_,false",
        "APIGW_NEW_,false",
        "APIGW,false",
        "APIGWX_NEW,false",
        "MY_APIGW_ERROR,false",
        "UNKNOWN,false"
    })
    void familyMembersBeginLikeTheFamilyAndGoOn(String text, boolean member) {
        assertThat(builtIn.isFamilyMember(text, 0, text.length())).isEqualTo(member);
    }

    @Test
    void familyMemberIsFoundInTheMiddleOfALine() {
        String line = "call failed: APIGW_NEW_ERROR (403)";

        assertThat(builtIn.isFamilyMember(line, 13, 28)).isTrue();
        assertThat(builtIn.isFamilyMember(line, 12, 28)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"11,true", "13,true", "99,true", "18,false", "27,false", "60,false", "0,false", "100,false", "-1,false"
    })
    void prefixIsAssignedIfAPlatformHasIt(int prefix, boolean assigned) {
        assertThat(builtIn.isAssigned(prefix)).isEqualTo(assigned);
    }

    @Test
    void rowsCannotBeChangedFromOutside() {
        CatalogEntry entry = builtIn.entries().get(0);

        assertThatThrownBy(() -> builtIn.entriesOf(entry.code()).add(entry))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> builtIn.entries().add(entry)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void codeThatIsNotListedHasNoRows() {
        assertThat(builtIn.entriesOf(ErrorCode.numeric(1199014))).isEmpty();
    }

    @Test
    void removedCodeIsUnlisted() {
        Catalog layered = builtIn.with(List.of(entries("{\"code\": \"1306201\", \"remove\": true}")));

        assertThat(layered.isListed(1306201)).isFalse();
        assertThat(layered.resolve("1306201")).isInstanceOf(Resolution.Unlisted.class);
        assertThat(layered.entries()).hasSize(builtIn.entries().size() - 1);
    }

    @Test
    void removedCodeComesBackOnALayerAbove() {
        Catalog layered = builtIn.with(List.of(
                entries("{\"code\": \"1306201\", \"remove\": true}"), document("mine", "1306201", "Back again")));

        assertThat(layered.entriesOf(ErrorCode.numeric(1306201)))
                .extracting(CatalogEntry::document)
                .containsExactly("mine");
    }

    @Test
    void platformIsRemovedWithTheCodesOfTheDocumentsBelow() {
        Catalog layered = builtIn.with(
                List.of(platforms("{\"id\": \"job\", \"remove\": true}, {\"id\": \"apigw\", \"remove\": true}")));

        assertThat(layered.isAssigned(12)).isFalse();
        assertThat(layered.resolve("1250001")).isInstanceOf(Resolution.Unknown.class);
        assertThat(layered.resolve("APIGW_LACK_PARAMS")).isInstanceOf(Resolution.Unknown.class);
        assertThat(layered.entries())
                .extracting(entry -> entry.platform().id())
                .contains("paas", "common")
                .doesNotContain("job", "apigw");
    }

    @Test
    void removedNumberCanBeGivenToAnotherPlatform() {
        Catalog layered = builtIn.with(List.of(
                platforms("{\"number\": 12, \"remove\": true}, {\"number\": 12, \"id\": \"mine\"}"),
                document("mine", "1250001", "Mine")));

        assertThat(layered.entriesOf(ErrorCode.numeric(1250001)))
                .extracting(entry -> entry.platform().id())
                .containsExactly("mine");
        assertThat(layered.platforms().byId("job")).isNull();
    }

    @Test
    void entrySaysWhichFileAndLineItComesFrom() {
        Catalog layered = builtIn.with(List.of(read("""
                {"schema": "bk-errcode/catalog/1", "document": "mine", "entries": [
                  {"code": "1199014", "document": "theirs", "meaning": "x"}]}
                """)));

        assertThat(layered.isLayered()).isTrue();
        assertThat(builtIn.isLayered()).isFalse();
        CatalogEntry entry = layered.entriesOf(ErrorCode.numeric(1199014)).get(0);
        assertThat(entry.origin()).hasToString("mine.json:2");
        assertThat(entry.document()).isEqualTo("theirs");
        assertThat(layered.entriesOf(ErrorCode.numeric(1306201)).get(0).origin())
                .isEqualTo(Origin.BUILT_IN)
                .hasToString("built in");
    }

    private static CatalogDocument entries(String rows) {
        return read("{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"mine\", \"entries\": [" + rows + "]}");
    }

    private static CatalogDocument document(String id, String code, String meaning) {
        return read("{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"" + id + "\", \"entries\": [{\"code\": \""
                + code + "\", \"meaning\": \"" + meaning + "\"}]}");
    }

    private static CatalogDocument platforms(String rows) {
        return read("{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"mine\", \"platforms\": [" + rows
                + "], \"entries\": []}");
    }

    private static CatalogDocument read(String text) {
        return CatalogReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "mine.json");
    }
}
