package io.github.bkerrcode.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.CatalogDocument.PlatformRow;
import io.github.bkerrcode.code.Platform;
import io.github.bkerrcode.code.PlatformTable;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform table and the categories as the numbering document has them. */
class NumberingSchemeTest {

    private final PlatformTable platforms = Catalog.builtIn().platforms();

    @Test
    void platformTableHasFiftyNumbersOfWhich43AreNamed() {
        // 99 stands among the categories of the document, not in its platform table.
        List<PlatformRow> rows = document().platforms().stream()
                .filter(row -> !Objects.equals(row.number(), 99))
                .toList();

        assertThat(rows.stream().map(PlatformRow::number).distinct()).hasSize(50);
        assertThat(rows.stream().filter(row -> row.id() != null)).hasSize(43);
    }

    @Test
    void namedPlatformsTheCommonServicesAndTheGatewayAreAllThereAre() {
        assertThat(platforms.platforms()).hasSize(43 + 1 + 1);
        assertThat(platforms.platforms())
                .extracting(Platform::id)
                .contains("common", "apigw")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "10,gse,管控平台",
        "11,cmdb,配置平台",
        "13,paas,PaaS 平台 2.0-开发者中心",
        "15,bkbase,计算平台（含 AIOps 平台）",
        "16,bkapigw,API 网关",
        "29,bk_audit,审计中心",
        "36,bk_log_search,日志平台",
        "43,bk_paas3,PaaS 平台 3.0-开发者中心",
        "52,MySQL,MySQL",
        "80,gene,可源网络管理后台",
        "82,VRIP,虚拟资源&IP管理系统",
        "88,cw_saas,嘉为科技产品"
    })
    void numberBelongsToItsPlatform(int number, String id, String name) {
        Platform platform = Objects.requireNonNull(platforms.byNumber(number));

        assertThat(platform.id()).isEqualTo(id);
        assertThat(platform.name().zh()).isEqualTo(name);
        assertThat(platforms.byId(id)).isSameAs(platform);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 18, 27, 28, 33, 34, 37, 44, 49, 59, 60, 79, 81, 84, 85, 89, 98})
    void numberWithoutNameBelongsToNobody(int number) {
        assertThat(platforms.byNumber(number)).isNull();
        assertThat(Catalog.builtIn().isAssigned(number)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10,平台类",
        "29,平台类",
        "30,SaaS 后台",
        "49,SaaS 后台",
        "50,公共服务",
        "79,公共服务",
        "80,第三方 SaaS 后台",
        "98,第三方 SaaS 后台",
        "99,蓝鲸体系通用服务"
    })
    void numberLiesInItsCategory(int number, String name) {
        assertThat(platforms.categoryOf(number)).extracting("name.zh").isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 100})
    void numberOutsideTheSchemeLiesInNoCategory(int number) {
        assertThat(platforms.categoryOf(number)).isNull();
    }

    @Test
    void platformKnowsItsCategory() {
        assertThat(platforms.byId("redis")).extracting("category.id").isEqualTo("public-service");
        assertThat(platforms.byId("bk_paas3")).extracting("category.id").isEqualTo("saas");
    }

    @Test
    void gatewayHasNeitherNumberNorCategory() {
        assertThat(platforms.byId("apigw")).extracting("number", "category").containsOnlyNulls();
    }

    private static CatalogDocument document() {
        InputStream in = Objects.requireNonNull(Catalog.class.getResourceAsStream("numbering.json"));
        return CatalogReader.read(in, "numbering.json");
    }
}
