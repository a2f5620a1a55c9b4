package io.github.bkerrcode.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.cli.report.Bars;
import io.github.bkerrcode.code.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserLocaleTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN.UTF-8", "zh_CN", "zh", "zh_TW.Big5", "zh-Hans", "zh_CN.GBK@stroke", "ZH_cn"})
    void chineseOfAnyCountryIsChinese(String locale) {
        assertThat(language(Map.of("LANG", locale))).isEqualTo(Language.ZH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8", "C.utf8", ".UTF-8"})
    void localeThatNamesNoLanguageIsChinese(String locale) {
        assertThat(language(Map.of("LANG", locale))).isEqualTo(Language.ZH);
        assertThat(language(Map.of("LC_ALL", locale, "LANG", "en_US.UTF-8"))).isEqualTo(Language.ZH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en_US.UTF-8", "en", "de_DE@euro", "zha", "cs_CZ.UTF-8"})
    void everyOtherLanguageIsEnglish(String locale) {
        assertThat(language(Map.of("LANG", locale))).isEqualTo(Language.EN);
    }

    @Test
    void firstVariableThatIsSetDecides() {
        assertThat(language(Map.of("LC_ALL", "zh_CN", "LC_MESSAGES", "en_US", "LANG", "en_US")))
                .isEqualTo(Language.ZH);
        assertThat(language(Map.of("LC_MESSAGES", "en_US", "LANG", "zh_CN"))).isEqualTo(Language.EN);
        assertThat(language(Map.of("LC_CTYPE", "en_US", "LANGUAGE", "en", "LANG", "zh_CN")))
                .isEqualTo(Language.ZH);
    }

    @Test
    void emptyVariableCountsAsUnset() {
        assertThat(language(Map.of("LC_ALL", "", "LC_MESSAGES", "", "LANG", "en_US")))
                .isEqualTo(Language.EN);
        assertThat(language(Map.of("LC_ALL", "", "LC_MESSAGES", "", "LANG", "")))
                .isEqualTo(Language.ZH);
    }

    @Test
    void nothingSetIsChineseWhateverTheJvmSays() {
        assertThat(language(Map.of())).isEqualTo(Language.ZH);
    }

    @Test
    void whereWindowsSetsNothingTheJvmDecides() {
        assertThat(onWindows(Map.of(), "en")).isEqualTo(Language.EN);
        assertThat(onWindows(Map.of(), "zh")).isEqualTo(Language.ZH);
        assertThat(onWindows(Map.of(), "")).isEqualTo(Language.ZH);
        assertThat(onWindows(Map.of("LANG", "zh_CN.UTF-8"), "en")).isEqualTo(Language.ZH);
    }

    @Test
    void barsAreOnesThatTheCharsetOfTheLocaleHas() {
        assertThat(bars(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Bars.BLOCKS);
        assertThat(bars(Map.of("LANG", "zh_CN.GB18030@stroke"))).isEqualTo(Bars.BLOCKS);
        assertThat(bars(Map.of("LANG", "de_DE.ISO-8859-15@euro"))).isEqualTo(Bars.ASCII);
        assertThat(bars(Map.of("LANG", "de_DE.no such charset"))).isEqualTo(Bars.ASCII);
        assertThat(bars(Map.of("LC_CTYPE", "en_US.ISO-8859-1", "LC_MESSAGES", "en_US.UTF-8", "LANG", "en_US.UTF-8")))
                .isEqualTo(Bars.ASCII);
    }

    @Test
    void localeWithoutACharsetSaysNothingAboutTheTerminal() {
        assertThat(bars(Map.of())).isEqualTo(Bars.BLOCKS);
        assertThat(bars(Map.of("LC_ALL", "C"))).isEqualTo(Bars.BLOCKS);
    }

    private static Bars bars(Map<String, String> environment) {
        return new UserLocale(environment, "Linux", "en").bars();
    }

    private static Language language(Map<String, String> environment) {
        return new UserLocale(environment, "Linux", "en").language();
    }

    private static Language onWindows(Map<String, String> environment, String ofJvm) {
        return new UserLocale(environment, "Windows 11", ofJvm).language();
    }
}
