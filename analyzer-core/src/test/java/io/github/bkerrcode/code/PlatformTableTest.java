package io.github.bkerrcode.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTableTest {

    private static final Category PLATFORMS = new Category("platform", 10, 29, LocalizedText.same("Platform"));
    private static final Category SAAS = new Category("saas", 30, 49, LocalizedText.same("SaaS"));
    private static final Platform GSE = platform("gse", 10);
    private static final Platform JOB = platform("job", 12);
    private static final Platform GATEWAY = new Platform("apigw", null, LocalizedText.same("API gateway"), null);
    private static final CodeModule OLD_API = new CodeModule("120", LocalizedText.same("Old API"), null);
    private static final CodeModule REDIS = new CodeModule("1250", LocalizedText.same("Redis"), "Redis");
    private static final CodeModule SENTINEL = new CodeModule("125099", LocalizedText.same("Sentinel"), "Redis");

    private final PlatformTable table =
            new PlatformTable(List.of(GSE, JOB, GATEWAY), List.of(PLATFORMS, SAAS), List.of(OLD_API, REDIS, SENTINEL));

    @Test
    void findsPlatformsByNumber() {
        assertThat(table.byNumber(10)).isEqualTo(GSE);
        assertThat(table.byNumber(12)).isEqualTo(JOB);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11, 99, 100, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void numberOfNobodyIsNotAssigned(int prefix) {
        assertThat(table.byNumber(prefix)).isNull();
    }

    @Test
    void findsPlatformsByIdWhetherNumberedOrNot() {
        assertThat(table.byId("job")).isEqualTo(JOB);
        assertThat(table.byId("apigw")).isEqualTo(GATEWAY);
        assertThat(table.byId("JOB")).isNull();
    }

    @Test
    void keepsTheOrderOfTheNumberingScheme() {
        assertThat(table.platforms()).containsExactly(GSE, JOB, GATEWAY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99})
    void lowestAndHighestNumberHaveTwoDigits(int number) {
        Platform platform = platform("edge", number);

        assertThat(new PlatformTable(List.of(platform), List.of(), List.of()).byNumber(number))
                .isEqualTo(platform);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 100})
    void numberWithoutTwoDigitsIsRefused(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlatformTable(List.of(platform("bad", number)), List.of(), List.of()))
                .withMessageContaining("[" + number + "]");
    }

    @Test
    void laterPlatformWithTheSameNumberStands() {
        Platform successor = platform("job2", 12);

        assertThat(new PlatformTable(List.of(JOB, successor), List.of(), List.of()).byNumber(12))
                .isEqualTo(successor);
    }

    @Test
    void laterPlatformWithTheSameIdStands() {
        Platform renumbered = platform("job", 44);
        PlatformTable changed = new PlatformTable(List.of(JOB, renumbered), List.of(), List.of());

        assertThat(changed.byId("job")).isEqualTo(renumbered);
        assertThat(changed.platforms()).containsExactly(renumbered);
        assertThat(changed.byNumber(44)).isEqualTo(renumbered);
    }

    @Test
    void numberOfAPlatformThatGotAnotherOneIsFree() {
        PlatformTable changed = new PlatformTable(List.of(JOB, platform("job", 44)), List.of(), List.of());

        assertThat(changed.byNumber(12)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"10,platform", "29,platform", "30,saas", "49,saas"})
    void categoryReachesFromItsFirstToItsLastNumber(int prefix, String id) {
        assertThat(table.categoryOf(prefix)).extracting("id").isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 50, -1, 100})
    void numberOutsideAllRangesHasNoCategory(int prefix) {
        assertThat(table.categoryOf(prefix)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1201000,Old API", "1250001,Redis", "1250980,Redis", "1250991,Sentinel"})
    void moduleIsTheOneWithTheLongestPrefix(String token, String name) {
        CodeModule module = table.moduleOf(ErrorCode.parse(token).orElseThrow());

        assertThat(module).extracting("name").isEqualTo(LocalizedText.same(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1251001", "1300000", "-1", "0", "APIGW_LACK_PARAMS"})
    void codeOfNoModuleHasNone(String token) {
        assertThat(table.moduleOf(ErrorCode.parse(token).orElseThrow())).isNull();
    }

    @Test
    void laterModuleWithTheSamePrefixStands() {
        CodeModule later = new CodeModule("1250", LocalizedText.same("Valkey"), "Valkey");
        PlatformTable changed = new PlatformTable(List.of(), List.of(), List.of(REDIS, later));

        assertThat(changed.moduleOf(ErrorCode.numeric(1250001))).isEqualTo(later);
    }

    private static Platform platform(String id, int number) {
        return new Platform(id, number, LocalizedText.same(id), null);
    }
}
