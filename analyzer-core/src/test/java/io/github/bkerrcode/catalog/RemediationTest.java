package io.github.bkerrcode.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemediationTest {

    private static final LocalizedText STOP = new LocalizedText("停止", "stop");
    private static final LocalizedText START = new LocalizedText("启动", null);

    @Test
    void onePieceOfAdviceStandsAlone() {
        assertThat(new Remediation(List.of(STOP)).in(Language.EN)).isEqualTo("stop");
    }

    @Test
    void stepsAreNumberedOnALineEach() {
        assertThat(new Remediation(List.of(STOP, START)).in(Language.ZH)).isEqualTo("1. 停止\n2. 启动");
    }

    @Test
    void untranslatedStepStaysInItsLanguage() {
        assertThat(new Remediation(List.of(STOP, START)).in(Language.EN)).isEqualTo("1. stop\n2. 启动");
    }

    @Test
    void adviceWithoutStepsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Remediation(List.of()));
    }

    @Test
    void stepsAreCopied() {
        List<LocalizedText> steps = new ArrayList<>(List.of(STOP));
        Remediation remediation = new Remediation(steps);

        steps.add(START);

        assertThat(remediation.steps()).containsExactly(STOP);
    }
}
