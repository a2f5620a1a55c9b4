package io.github.bkerrcode.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.NumberAnatomy;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolutionTest {

    private final Catalog catalog = Catalog.builtIn();

    @Test
    void listedNumberHasPlatformMeaningAndRemediation() {
        Resolution.Listed listed = listed("1306201");

        assertThat(listed.code()).isEqualTo(ErrorCode.numeric(1306201));
        assertThat(listed.platform().id()).isEqualTo("paas");
        assertThat(listed.meaning(Language.ZH)).isEqualTo("请求第三方系统接口出现异常");
        assertThat(listed.remediation(Language.ZH)).isEqualTo("检查第三方系统接口服务是否正常");
    }

    @Test
    void listedNumberIsTakenApart() {
        NumberAnatomy anatomy = Objects.requireNonNull(listed("1306201").anatomy());

        assertThat(anatomy.prefix()).isEqualTo("13");
        assertThat(anatomy.serial()).isEqualTo("06201");
        assertThat(anatomy.platform()).extracting("id").isEqualTo("paas");
        assertThat(anatomy.category()).extracting("id").isEqualTo("platform");
        assertThat(anatomy.module()).extracting("name.zh").isEqualTo("ESB 组件");
    }

    @Test
    void listedSymbolHasNoAnatomy() {
        Resolution.Listed listed = listed("APIGW_LACK_PARAMS");

        assertThat(listed.platform().id()).isEqualTo("apigw");
        assertThat(listed.anatomy()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"-1,系统繁忙", "0,请求成功"})
    void commonCodeIsListed(String token, String meaning) {
        Resolution.Listed listed = listed(token);

        assertThat(listed.platform().id()).isEqualTo("common");
        assertThat(listed.meaning(Language.ZH)).isEqualTo(meaning);
        assertThat(listed.anatomy()).isNull();
    }

    @Test
    void codeWithoutRemediationHasNone() {
        assertThat(listed("4311001").remediation(Language.ZH)).isNull();
        assertThat(listed("4311001").remediation(Language.EN)).isNull();
    }

    @Test
    void severalMeaningsAreJoined() {
        Resolution.Listed listed = listed("FAILED_PRECONDITION");

        assertThat(listed.entries()).hasSize(2);
        assertThat(listed.meaning(Language.ZH)).isEqualTo("资源 resource 在当前状态下不可进行当前操作 / 多个参数有大小依赖关系");
    }

    @Test
    void sameRemediationOfSeveralMeaningsIsSaidOnce() {
        assertThat(listed("FAILED_PRECONDITION").remediation(Language.ZH)).isEqualTo("请检查访问信息");
    }

    @Test
    void stepsOfARunbookStandOnALineEach() {
        assertThat(listed("4313022").remediation(Language.ZH))
                .isEqualTo("1. 在管理后台（{PaaS3.0 开发者中心访问地址}/backend/admin42/platform/pre-created-instances/manage）"
                        + "确认对应的增强服务方案的资源池是否有可用的服务实例。\n2. 如资源池中无可用实例, 则添加对应的服务实例后即可。");
    }

    @Test
    void whiteSpaceAroundATokenIsIgnored() {
        assertThat(catalog.resolve(" 1306201\n")).isEqualTo(catalog.resolve("1306201"));
    }

    @Test
    void unlistedNumberBelongsToThePlatformOfItsFirstDigits() {
        Resolution.Unlisted unlisted = unlisted("1199014");

        assertThat(unlisted.code()).isEqualTo(ErrorCode.numeric(1199014));
        assertThat(unlisted.platform().id()).isEqualTo("cmdb");
        assertThat(unlisted.anatomy()).extracting("prefix", "serial").containsExactly("11", "99014");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1199014", "APIGW_NEW_ERROR"})
    void nothingIsInventedForUnlistedCodes(String token) {
        Resolution.Unlisted unlisted = unlisted(token);

        assertThat(unlisted.meaning(Language.ZH)).isNull();
        assertThat(unlisted.meaning(Language.EN)).isNull();
        assertThat(unlisted.remediation(Language.ZH)).isNull();
        assertThat(unlisted.remediation(Language.EN)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"APIGW_NEW_ERROR", "APIGATEWAY_NEW_ERROR"})
    void unlistedMemberOfAFamilyBelongsToTheGateway(String token) {
        assertThat(unlisted(token).platform().id()).isEqualTo("apigw");
        assertThat(unlisted(token).anatomy()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1210999,GSE",
        "1211999,CMDB",
        "1213999,PAAS",
        "1219001,bk_iam",
        "1250999,Redis",
        "1251001,es",
        "1252999,MYSQL",
        "1253001,zk",
        "1254001,kafka",
        "1255999,MQ",
        "1259999,NFS"
    })
    void unlistedNumberOfJobNamesTheSystemThatFailed(String token, String system) {
        Resolution.Unlisted unlisted = unlisted(token);

        assertThat(unlisted.platform().id()).isEqualTo("job");
        assertThat(unlisted.anatomy()).extracting("module.system").isEqualTo(system);
        assertThat(unlisted.headline().zh()).endsWith("（关联系统：" + system + "）");
        assertThat(unlisted.headline().en()).endsWith("(related system: " + system + ")");
    }

    @Test
    void listedNumberOfJobNamesTheSystemThatFailedToo() {
        assertThat(listed("1250001").anatomy()).extracting("module.system").isEqualTo("Redis");
    }

    @ParameterizedTest
    @CsvSource({"1200999,旧版 API", "1230999,新版 API"})
    void unlistedNumberOfJobsOwnApiBlamesNoSystem(String token, String module) {
        Resolution.Unlisted unlisted = unlisted(token);

        assertThat(unlisted.anatomy()).extracting("module.name.zh").isEqualTo(module);
        assertThat(unlisted.anatomy()).extracting("module.system").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1212001", "1218001", "1227001", "1290001"})
    void unlistedNumberOfJobWithoutAKnownSystemIsStillOfJob(String token) {
        Resolution.Unlisted unlisted = unlisted(token);

        assertThat(unlisted.platform().id()).isEqualTo("job");
        assertThat(unlisted.anatomy()).extracting("module").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6000000", "0000000", "2700001", "1860107", "8912345"})
    void numberOfNobodyIsUnknown(String token) {
        assertThat(catalog.resolve(token)).isEqualTo(new Resolution.Unknown(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "42", "-2", "13062011", "SOME_CONSTANT", "apigw_lack_params"})
    void whatIsNoCodeIsUnknown(String token) {
        assertThat(catalog.resolve(token)).isEqualTo(new Resolution.Unknown(token));
    }

    @Test
    void bareFamilyNameIsNoCode() {
        assertThat(catalog.resolve("APIGATEWAY_")).isEqualTo(new Resolution.Unknown("APIGATEWAY_"));
    }

    private Resolution.Listed listed(String token) {
        assertThat(catalog.resolve(token)).isInstanceOf(Resolution.Listed.class);
        return (Resolution.Listed) catalog.resolve(token);
    }

    private Resolution.Unlisted unlisted(String token) {
        assertThat(catalog.resolve(token)).isInstanceOf(Resolution.Unlisted.class);
        return (Resolution.Unlisted) catalog.resolve(token);
    }
}
