package io.github.bkerrcode.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.EnricherSettings;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.enrich.LiveEnricher;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatOptionsTest {

    private static final List<Enrichment> FOUND =
            new LiveEnricher(EnricherSettings.DEFAULT, problem -> {}).enrich("errorCode=1252001 errorCode=1301002");

    private final RecordingContext context = new RecordingContext();

    private String text(String... options) {
        return FormatOptions.read(List.of(options), context).text().of(FOUND);
    }

    @Test
    void noOptionGivesTheStandardFormat() {
        assertThat(text()).startsWith(" [1252001 作业平台 | 数据库异常] [1301002 ");
        assertThat(FormatOptions.read(List.of(), context).text().of(List.of())).isEmpty();
    }

    @Test
    void fieldsAreSeparatedAndTemplatesAreNot() {
        assertThat(text("code")).isEqualTo("1252001; 1301002");
        assertThat(text("<{code}>")).isEqualTo("<1252001><1301002>");
        assertThat(text("remediation")).isEqualTo("确认配置的数据库连接正常且库和表都存在");
    }

    @Test
    void settingsStandBesideThem() {
        FormatOptions read = FormatOptions.read(List.of("meaning", " lang = en", "max=1"), context);

        assertThat(read.settings().language(context)).isEqualTo(Language.EN);
        assertThat(read.settings().max(context)).isEqualTo(1);
        assertThat(read.text().of(FOUND)).startsWith("Database exception; ");
        assertThat(context.said()).isEmpty();
    }

    @Test
    void mistakesAreSaidAndTheRestIsUsed() {
        assertThat(text("langue=en", "code", "name")).isEqualTo("1252001; 1301002");
        assertThat(text("{cod}")).startsWith(" [1252001 ");
        assertThat(context.said())
                .hasSize(3)
                .satisfiesExactly(
                        said -> assertThat(said).startsWith("error option [langue=en] is unknown"),
                        said -> assertThat(said).startsWith("error option [name] is one too many"),
                        said -> assertThat(said).contains("unknown field [cod]", "using the standard format"));
    }
}
