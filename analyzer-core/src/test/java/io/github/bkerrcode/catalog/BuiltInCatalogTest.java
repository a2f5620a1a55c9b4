package io.github.bkerrcode.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInCatalogTest {

    private final Catalog catalog = Catalog.builtIn();

    @Test
    void holds435RowsOf434CodesBesidesTheCommonOnes() {
        List<CatalogEntry> rows = catalog.entries().stream()
                .filter(entry -> entry.code().kind() != ErrorCode.Kind.COMMON)
                .toList();

        assertThat(rows).hasSize(435);
        assertThat(rows.stream().map(CatalogEntry::code).distinct()).hasSize(434);
    }

    @ParameterizedTest
    @CsvSource({"paas2,69,69", "paas3,32,32", "numbering,10,10", "job,244,244", "apigateway,82,81"})
    void everyDocumentIsComplete(String document, int rows, int codes) {
        List<CatalogEntry> entries = catalog.entries().stream()
                .filter(entry -> entry.document().equals(document))
                .toList();

        assertThat(entries).hasSize(rows);
        assertThat(entries.stream().map(CatalogEntry::code).distinct()).hasSize(codes);
    }

    @Test
    void documentsFollowEachOtherInTheirOrder() {
        assertThat(catalog.entries().stream().map(CatalogEntry::document).distinct())
                .containsExactly("paas2", "paas3", "numbering", "job", "apigateway");
    }

    @Test
    void minusOneAndZeroAreTheOnlyCommonCodes() {
        assertThat(catalog.entries())
                .filteredOn(entry -> entry.code().kind() == ErrorCode.Kind.COMMON)
                .extracting(
                        entry -> entry.code().token(),
                        entry -> entry.meaning().zh(),
                        entry -> entry.platform().id())
                .containsExactly(tuple("-1", "系统繁忙", "common"), tuple("0", "请求成功", "common"));
    }

    @Test
    void onlyMeaningsOfPaasHaveASystemDerivedFromThem() {
        assertThat(catalog.entries())
                .filteredOn(entry -> entry.derivedTarget() != null)
                .hasSize(37)
                .allSatisfy(entry -> {
                    assertThat(entry.document()).isIn("paas2", "paas3");
                    assertThat(entry.target()).isNull();
                    assertThat(entry.derivedSource()).isNotBlank().isNotEqualTo(entry.derivedTarget());
                });
    }

    @Test
    void derivedSystemThatADocumentNamesHasItsNameFromThere() {
        List<@Nullable String> named = catalog.entries().stream()
                .map(CatalogEntry::target)
                .filter(Objects::nonNull)
                .distinct()
                .toList();

        assertThat(catalog.entries())
                .filteredOn(entry -> entry.derivedTarget() != null)
                .filteredOn(entry -> named.stream().anyMatch(String.valueOf(entry.derivedTarget())::equalsIgnoreCase))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(named).contains(entry.derivedTarget()));
    }

    @Test
    void everyMeaningIsThereInBothLanguages() {
        assertThat(catalog.entries()).allSatisfy(entry -> {
            assertThat(entry.meaning().zh()).isNotBlank();
            assertThat(entry.meaning().en()).isNotBlank();
        });
    }

    @Test
    void everyRemediationIsThereInBothLanguages() {
        assertThat(catalog.entries())
                .filteredOn(entry -> entry.remediation() != null)
                .flatExtracting(entry -> stepsOf(entry))
                .isNotEmpty()
                .allSatisfy(step -> {
                    assertThat(step.zh()).isNotBlank();
                    assertThat(step.en()).isNotBlank();
                });
    }

    @Test
    void chineseTextsAreTrimmed() {
        assertThat(catalog.entries()).allSatisfy(entry -> {
            assertThat(entry.meaning().zh())
                    .isEqualTo(String.valueOf(entry.meaning().zh()).strip());
            assertThat(stepsOf(entry))
                    .allSatisfy(step -> assertThat(step.zh())
                            .isEqualTo(String.valueOf(step.zh()).strip()));
        });
    }

    @Test
    void everyListedNumberBeginsWithItsPlatformsNumber() {
        assertThat(catalog.entries())
                .filteredOn(entry -> entry.code().kind() == ErrorCode.Kind.NUMERIC)
                .allSatisfy(entry -> assertThat(entry.platform().number())
                        .isEqualTo(entry.code().prefix()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1301000 | 默认错误码 | 根据日志中异常堆栈信息处理
            1301103 | PaasAgent 激活失败 | 请确认对应机器上未安装 PaaSAgent/PaaSAgent 正常启动(日志默认在 ${BK_HOME}/logs/paas_agent/agent.log)
            1302005 | 登录接口依赖的证书服务存在问题 | 确认是否添加了证书，配置的证书服务是否访问正常
            1303202 | 微信公众号推送事件响应出错 | 请检查公网上的微信服务器能请求到console模块所在服务器，同时检查微信公众号上服务器配置是否正确，以及查看日志中异常堆栈信息来处理
            1304302 | 部署时分配 port 端口异常 | 跟进日志堆栈信息处理
            1305102 | sid和token异常 | 检查 agent 服务器配置的 sid 和 token 是否和 paas 中注册的一致
            1306201 | 请求第三方系统接口出现异常 | 检查第三方系统接口服务是否正常
            1306429 | 访问组件频率超限 | 组件设置了访问频率控制，APP 访问组件的频率超过了
            APIGW_LACK_PARAMS | 某个参数不存在 | 需要补全参数
            APIGW_KEY_NOT_EXITST | 错误的密钥 | 需要密钥提供方提供正确的密钥。
            USER_NOT_ACTIVATED | 用户未激活 | 请在相关系统或需联系相关管理员开权限
            ARGUMENT_WRONG_FORMAT | 参数 argument  类型应该是 某format | 请检查访问信息
            QUOTA_EXCEEDED | 配额不足 | 请检查访问信息，或增加配合
            UNKNOWN | 未知错误 | 请稍后重试
            """)
    void rowsWithRemediationReadAsTheDocumentHasThem(String token, String meaning, String remediation) {
        CatalogEntry entry = onlyEntryOf(token);

        assertThat(entry.meaning().zh()).isEqualTo(meaning);
        assertThat(stepsOf(entry)).extracting(LocalizedText::zh).containsExactly(remediation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1304000 | 默认错误码
            1305000 | 默认错误码
            4311001 | 查询部署信息失败
            4312006 | 无法创建 Svn tag
            4314004 | 访问容器镜像仓库异常
            1004000 | 请求参数非法：缺少必要参数，或者参数值格式不正确，具体错误信息请查看错误描述 message 字段
            1406200 | 接口暂时无法访问：当前接口处于停服维护状态，请稍后重试。
            3060109 | QQ号已存在
            1210101 | 当前证书服务不可用，请检查 license_server！
            1213002 | PaaS 接口返回数据结构异常。一般是被网关防火墙重定向返回非 JSON 协议内容
            1209801 | 该 IP 没有申请权限，请与管理员联系申请访问接口权限
            1239310 | API 回调其他接口失败
            CANCELLED | 取消操作
            APIGATEWAY_SUCCESS | 成功
            APIGATEWAY_SWAGGER_NULL_ERRO | yaml文件不能为空
            APIGATEWAY_INVALID_AUTHENTICATION_STATUS | 该用户未进行实名认证
            """)
    void rowsWithoutRemediationHaveNoneInvented(String token, String meaning) {
        CatalogEntry entry = onlyEntryOf(token);

        assertThat(entry.meaning().zh()).isEqualTo(meaning);
        assertThat(entry.remediation()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1207101 | 参数【appId】值不合法
            1237116 | 请求参数格式非法【gseAgentInstallTime】或【gseAgentUpdateTime】
            1237118 | 名称{0}已被使用，请修改名称后保存！
            1238146 | 缺少参数【{0}】或【{1}】
            1233001 | 定时作业设置失败,作业步骤的 IP/ 文件信息不完整,请检查作业!
            """)
    void rowsWhoseClosingBarIsMissingOrDoubledAreWholeRows(String token, String meaning) {
        assertThat(onlyEntryOf(token).meaning().zh()).isEqualTo(meaning);
    }

    @Test
    void lastCellOfTheRowThatLacksOneIsItsMeaning() {
        CatalogEntry entry = onlyEntryOf("1304201");

        assertThat(entry.flag()).isEqualTo("E1304201_RABBITMQ_ERROR");
        assertThat(entry.meaning().zh()).isEqualTo("rabbitmq 通用错误，跟进日志中异常堆栈信息处理");
        assertThat(entry.remediation()).isNull();
    }

    @Test
    void failedPreconditionHasOneMeaningPerHttpStatus() {
        assertThat(entriesOf("FAILED_PRECONDITION"))
                .extracting(CatalogEntry::httpStatus, entry -> entry.meaning().zh())
                .containsExactly(tuple(400, "资源 resource 在当前状态下不可进行当前操作"), tuple(409, "多个参数有大小依赖关系"));
    }

    @ParameterizedTest
    @CsvSource({
        "APIGW_LACK_PARAMS,sdk,401",
        "HTTP_BAD_GATEWAY,sdk,502",
        "DEADLINE_EXCEEDED,general,504",
        "CANCELLED,general,499",
        "APIGW_NO_HEADER,console,400",
        "APIGATEWAY_SUCCESS,console,200"
    })
    void gatewayCodesCarryTheirTableAndHttpStatus(String token, String section, int httpStatus) {
        CatalogEntry entry = onlyEntryOf(token);

        assertThat(entry.section()).isEqualTo(section);
        assertThat(entry.httpStatus()).isEqualTo(httpStatus);
        assertThat(entry.platform().id()).isEqualTo("apigw");
    }

    @ParameterizedTest
    @CsvSource({"1250001,JOB,Redis", "1252001,JOB,MYSQL", "1255001,JOB,MQ", "1259001,JOB,NFS", "1239310,JOB,JOB"})
    void jobCodesCarrySourceAndTarget(String token, String source, String target) {
        CatalogEntry entry = onlyEntryOf(token);

        assertThat(entry.source()).isEqualTo(source);
        assertThat(entry.target()).isEqualTo(target);
    }

    @Test
    void runbookForClusterInformationIsThreeSteps() {
        List<LocalizedText> steps = stepsOf(onlyEntryOf("4313021"));

        assertThat(steps).hasSize(3);
        assertThat(steps.get(0).zh())
                .startsWith("在管理后台（{PaaS3.0 开发者中心访问地址}/backend/admin42/platform/clusters/manage/）")
                .endsWith("注意：在页面修改后，必须重启 apiserver 模块所有进程才能生效。");
        assertThat(steps.get(1).zh())
                .isEqualTo("在 `bkpaas3` helm release 中确认 `bkpaas3-apiserver-generate-initial-cluster-state` job 是否有执行成功"
                        + "\n\n如果执行失败了，可 helm update 再重复执行");
        assertThat(steps.get(2).zh())
                .isEqualTo("查看 `bkpaas3-apiserver-worker` 模块日志，如有 `403 Forbidden` 报错，则参考检查第一步中的证书 或者 Token 是否配置正确。");
    }

    @Test
    void runbookForEmptyResourcePoolIsTwoSteps() {
        assertThat(stepsOf(onlyEntryOf("4313022")))
                .extracting(LocalizedText::zh)
                .containsExactly(
                        "在管理后台（{PaaS3.0 开发者中心访问地址}/backend/admin42/platform/pre-created-instances/manage）"
                                + "确认对应的增强服务方案的资源池是否有可用的服务实例。",
                        "如资源池中无可用实例, 则添加对应的服务实例后即可。");
    }

    @Test
    void onlyTheTwoDocumentedRunbooksHaveSeveralSteps() {
        assertThat(catalog.entries())
                .filteredOn(entry -> stepsOf(entry).size() > 1)
                .extracting(entry -> entry.code().token())
                .containsExactly("4313021", "4313022");
    }

    @ParameterizedTest
    @CsvSource({
        "E1301002_BASE_DATABASE_ERROR,1301002",
        "E1302005_BASE_LICENSE_ERROR,1302005",
        "E1303202_WEIXIN_MP_EVENT_PUSH_RESPONSE_ERROR,1303202",
        "E1304102_PAASAGENT_INACTIVEATED_ERROR,1304102",
        "E1305104_PORT_ERROR,1305104"
    })
    void flagResolvesToItsNumber(String flag, String number) {
        assertThat(catalog.resolve(flag)).isEqualTo(catalog.resolve(number));
        assertThat(onlyEntryOf(number).flag()).isEqualTo(flag);
    }

    @Test
    void componentCodesHaveNoFlag() {
        assertThat(catalog.entries())
                .filteredOn(entry -> entry.code().token().startsWith("1306"))
                .filteredOn(entry -> entry.document().equals("paas2"))
                .hasSize(20)
                .allSatisfy(entry -> assertThat(entry.flag()).isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "1004000,gse",
        "1104600,cmdb",
        "1205000,job",
        "1306100,paas",
        "1406200,bcs",
        "1760105,bkm",
        "1860106,18",
        "3060109,fta"
    })
    void exampleCodesOfTheNumberingSchemeAreListed(String token, String platform) {
        CatalogEntry entry = onlyEntryOf(token);

        assertThat(entry.document()).isEqualTo("numbering");
        assertThat(entry.platform().id()).isEqualTo(platform);
    }

    @Test
    void numberWithoutNameIsOwnedByItsDigits() {
        assertThat(catalog.resolve("1860106")).isInstanceOfSatisfying(Resolution.Listed.class, listed -> {
            assertThat(listed.platform().number()).isEqualTo(18);
            assertThat(listed.headline().zh()).isEqualTo("18 | 邮箱已存在");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1860107", "2700001", "2802001", "3300000", "3400000", "5900000", "8100000"})
    void rowsWithoutNameDoNotMakeOtherNumbersCodes(String number) {
        assertThat(catalog.resolve(number)).isEqualTo(new Resolution.Unknown(number));
    }

    @Test
    void scannerSeesEveryCode() {
        assertThat(catalog.entries())
                .filteredOn(entry -> entry.code().kind() != ErrorCode.Kind.COMMON)
                .allSatisfy(entry -> assertThat(isListed(entry.code())).isTrue());
    }

    @Test
    void meaningIsTranslated() {
        assertThat(onlyEntryOf("1306201").meaning().in(Language.EN)).isNotEqualTo("请求第三方系统接口出现异常");
        assertThat(onlyEntryOf("-1").meaning().in(Language.EN)).isEqualTo("System busy");
    }

    private boolean isListed(ErrorCode code) {
        return code.kind() == ErrorCode.Kind.NUMERIC
                ? catalog.isListed(code.number())
                : catalog.isListed(code.token(), 0, code.token().length());
    }

    private static List<LocalizedText> stepsOf(CatalogEntry entry) {
        Remediation remediation = entry.remediation();
        return remediation == null ? List.of() : remediation.steps();
    }

    private List<CatalogEntry> entriesOf(String token) {
        return catalog.entriesOf(ErrorCode.parse(token).orElseThrow());
    }

    private CatalogEntry onlyEntryOf(String token) {
        List<CatalogEntry> entries = entriesOf(token);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }
}
