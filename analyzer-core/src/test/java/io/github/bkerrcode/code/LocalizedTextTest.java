package io.github.bkerrcode.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalizedTextTest {

    @Test
    void isHadInTheLanguageAskedFor() {
        LocalizedText text = new LocalizedText("系统繁忙", "System busy");

        assertThat(text.in(Language.ZH)).isEqualTo("系统繁忙");
        assertThat(text.in(Language.EN)).isEqualTo("System busy");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void untranslatedTextIsHadInTheOtherLanguage(Language language) {
        assertThat(new LocalizedText("系统繁忙", null).in(language)).isEqualTo("系统繁忙");
        assertThat(new LocalizedText(null, "System busy").in(language)).isEqualTo("System busy");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void productNameIsTheSameInEveryLanguage(Language language) {
        assertThat(LocalizedText.same("GSEKit").in(language)).isEqualTo("GSEKit");
    }

    @Test
    void textInNoLanguageIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalizedText(null, null))
                .withMessage("a text needs at least one language");
    }
}
