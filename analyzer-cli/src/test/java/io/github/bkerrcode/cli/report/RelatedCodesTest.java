package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelatedCodesTest {

    private final Catalog catalog = Catalog.builtIn();

    @ParameterizedTest
    @CsvSource({
        "APIGW_LACK_PARAM, APIGW_LACK_PARAMS",
        "APIGW_LAKC_PARAMS, APIGW_LACK_PARAMS",
        "apigw_lack_params, APIGW_LACK_PARAMS",
        "UNKNWON, UNKNOWN",
        "NOTFOUND, NOT_FOUND",
        "UNAUTHENTICATD, UNAUTHENTICATED",
    })
    void nameThatIsAlmostListedIsRecognized(String written, String meant) {
        assertThat(RelatedCodes.similarNames(written, catalog)).first().isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "9712345", "APIGW_SOMETHING_NEW", "HTTP_PROXY", "1306201"})
    void nameThatIsFarFromAllHasNone(String name) {
        assertThat(RelatedCodes.similarNames(name, catalog)).isEmpty();
    }

    @Test
    void otherCodesOfTheModuleAreListedInTheOrderOfTheCatalog() throws IOException {
        assertThat(RelatedCodes.ofSameModule(SampleCatalog.known("1250001"), catalog))
                .containsExactly("1250002");
        assertThat(RelatedCodes.ofSameModule(SampleCatalog.known("1250099"), catalog))
                .containsExactly("1250001", "1250002");
        assertThat(RelatedCodes.ofSameModule(SampleCatalog.known("1301002"), catalog))
                .startsWith("1301000", "1301001", "1301003")
                .doesNotContain("1301002", "1302001");
    }

    @Test
    void codeWithoutAModuleHasNone() throws IOException {
        assertThat(RelatedCodes.ofSameModule(SampleCatalog.known("APIGW_LACK_PARAMS"), catalog))
                .isEmpty();
    }
}
