package io.github.bkerrcode.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.enrich.EnricherSettings;
import io.github.bkerrcode.enrich.LiveEnricher;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeCriteriaTest {

    private static final LiveEnricher CODES = new LiveEnricher(EnricherSettings.DEFAULT, problem -> {});

    private final RecordingContext context = new RecordingContext();

    private boolean match(String platforms, String codes, String listed, String text) {
        return CodeCriteria.read(platforms, codes, listed, Catalog.builtIn(), context)
                .matchAny(CODES.enrich(text));
    }

    @Test
    void anyCodeMeetsNoCriteria() {
        assertThat(CodeCriteria.anyCode().matchAny(CODES.enrich("errorCode=1252001")))
                .isTrue();
        assertThat(CodeCriteria.anyCode().matchAny(List.of())).isFalse();
        assertThat(match("", "", "", "errorCode=1252001")).isTrue();
    }

    @Test
    void oneCodeHasToMeetAll() {
        assertThat(match("JOB, paas", "1252001", "true", "errorCode=1252001")).isTrue();
        assertThat(match("job", "1301002", "", "errorCode=1252001 errorCode=1301002"))
                .isFalse();
        assertThat(match("", "", "false", "errorCode=1252001")).isFalse();
        assertThat(match("cmdb", "", "FALSE", "errorCode=1199014")).isTrue();
        assertThat(match("", "E1301002_BASE_DATABASE_ERROR", "", "errorCode=1301002"))
                .isTrue();
        assertThat(context.said()).isEmpty();
    }

    @Test
    void mistakesAreSaid() {
        match("jbo", "13", "maybe", "fine");

        assertThat(context.said())
                .satisfiesExactlyInAnyOrder(
                        said -> assertThat(said).startsWith("warn (platforms): [jbo] is no platform of the catalog"),
                        said -> assertThat(said).startsWith("warn (codes): [13] is no code"),
                        said -> assertThat(said).startsWith("error (listed): [maybe] is unknown"));
    }
}
