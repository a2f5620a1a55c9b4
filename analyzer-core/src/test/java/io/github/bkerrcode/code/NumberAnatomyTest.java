package io.github.bkerrcode.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberAnatomyTest {

    private static final Category PLATFORMS = new Category("platform", 10, 29, LocalizedText.same("Platform"));
    private static final Platform JOB = new Platform("job", 12, LocalizedText.same("JOB"), PLATFORMS);
    private static final CodeModule REDIS = new CodeModule("1250", LocalizedText.same("Redis"), "Redis");
    private static final PlatformTable TABLE = new PlatformTable(List.of(JOB), List.of(PLATFORMS), List.of(REDIS));

    @Test
    void numberIsTakenApart() {
        assertThat(NumberAnatomy.of(ErrorCode.numeric(1250001), TABLE))
                .isEqualTo(new NumberAnatomy("12", "50001", JOB, PLATFORMS, REDIS));
    }

    @Test
    void numberOfNobodyStillHasItsCategory() {
        assertThat(NumberAnatomy.of(ErrorCode.numeric(2700001), TABLE))
                .isEqualTo(new NumberAnatomy("27", "00001", null, PLATFORMS, null));
    }

    @Test
    void leadingZerosStay() {
        assertThat(NumberAnatomy.of(ErrorCode.numeric(600_001), TABLE))
                .isEqualTo(new NumberAnatomy("06", "00001", null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "APIGW_LACK_PARAMS"})
    void codeThatIsNoNumberHasNoAnatomy(String token) {
        assertThat(NumberAnatomy.of(ErrorCode.parse(token).orElseThrow(), TABLE))
                .isNull();
    }
}
