package io.github.bkerrcode.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.code.NumberAnatomy;
import io.github.bkerrcode.code.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeadlineTest {

    private static final Platform JOB = new Platform("job", 12, new LocalizedText("作业平台", "JOB"), null);
    private static final LocalizedText BROKEN = new LocalizedText("坏了", "Broken");
    private static final Remediation FIX = new Remediation(List.of(new LocalizedText("修理", "Fix it")));

    @Test
    void listedCodeShowsPlatformMeaningAndRemediation() {
        assertThat(Headline.listed(JOB, List.of(entry(BROKEN, FIX))))
                .isEqualTo(new LocalizedText("作业平台 | 坏了 → 修理", "JOB | Broken → Fix it"));
    }

    @Test
    void listedCodeWithoutRemediationEndsWithItsMeaning() {
        assertThat(Headline.listed(JOB, List.of(entry(BROKEN, null))))
                .isEqualTo(new LocalizedText("作业平台 | 坏了", "JOB | Broken"));
    }

    @Test
    void untranslatedTextFallsBackToTheOtherLanguage() {
        assertThat(Headline.listed(JOB, List.of(entry(new LocalizedText("坏了", null), null))))
                .isEqualTo(new LocalizedText("作业平台 | 坏了", "JOB | 坏了"));
    }

    @Test
    void runbookStandsOnOneLine() {
        Remediation runbook = new Remediation(List.of(LocalizedText.same("stop"), LocalizedText.same("start")));

        assertThat(Headline.listed(JOB, List.of(entry(BROKEN, runbook))).en())
                .isEqualTo("JOB | Broken → 1. stop 2. start");
    }

    @Test
    void controlCharactersBecomeBlanks() {
        LocalizedText meaning = LocalizedText.same("a\nb\rc\td\u001B[31me\u0085f");

        assertThat(Headline.listed(JOB, List.of(entry(meaning, null))).en()).isEqualTo("JOB | a b c d [31me f");
    }

    @Test
    void unlistedCodeSaysThatTheCatalogLacksIt() {
        assertThat(Headline.unlisted(JOB, null))
                .isEqualTo(new LocalizedText("作业平台 | 未收录的错误码", "JOB | code not in the catalog"));
    }

    @Test
    void unlistedCodeNamesItsModule() {
        CodeModule redis = new CodeModule("1250", new LocalizedText("关联系统：Redis", "related system: Redis"), "Redis");
        NumberAnatomy anatomy = new NumberAnatomy("12", "50999", JOB, null, redis);

        assertThat(Headline.unlisted(JOB, anatomy))
                .isEqualTo(new LocalizedText(
                        "作业平台 | 未收录的错误码（关联系统：Redis）", "JOB | code not in the catalog (related system: Redis)"));
    }

    @Test
    void everyHeadlineOfTheBuiltInCatalogIsOneLine() {
        Catalog catalog = Catalog.builtIn();

        assertThat(catalog.entries())
                .extracting(entry -> catalog.resolve(entry.code().token()))
                .allSatisfy(resolution -> assertThat(resolution)
                        .isInstanceOfSatisfying(Resolution.Listed.class, listed -> {
                            assertThat(listed.headline().zh()).doesNotContainPattern("\\R");
                            assertThat(listed.headline().en()).doesNotContainPattern("\\R");
                        }));
    }

    private static CatalogEntry entry(LocalizedText meaning, @Nullable Remediation remediation) {
        return new CatalogEntry(
                ErrorCode.numeric(1250001),
                JOB,
                "job",
                null,
                null,
                meaning,
                remediation,
                null,
                null,
                null,
                null,
                null,
                Origin.BUILT_IN);
    }
}
