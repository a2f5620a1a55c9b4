package io.github.bkerrcode.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.RuleSet;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EnricherTest {

    private static final Catalog CATALOG = Catalog.builtIn();

    private final Enricher enricher = new Enricher(scanner(Confidence.MEDIUM), CATALOG);

    @Test
    void lineWithoutCodesHasNone() {
        assertThat(enricher.enrich("2025-10-24 15:02:11 INFO started in 1301002 ms"))
                .isEmpty();
    }

    @Test
    void emptyLineHasNone() {
        assertThat(enricher.enrich("")).isEmpty();
    }

    @Test
    void listedCodeComesWithPlatformMeaningAndRemediation() {
        Resolution.Known resolution = only("{\"code\":1306201}").resolution();

        assertThat(resolution).isInstanceOf(Resolution.Listed.class);
        assertThat(resolution.platform().id()).isEqualTo("paas");
        assertThat(resolution.meaning(Language.ZH)).isEqualTo("请求第三方系统接口出现异常");
        assertThat(resolution.remediation(Language.EN))
                .isEqualTo("Check that the third-party system API service is normal");
    }

    @Test
    void unlistedCodeComesWithItsPlatformOnly() {
        Resolution.Known resolution = only("\"bk_error_code\":1199014").resolution();

        assertThat(resolution).isInstanceOf(Resolution.Unlisted.class);
        assertThat(resolution.platform().id()).isEqualTo("cmdb");
        assertThat(resolution.meaning(Language.ZH)).isNull();
        assertThat(resolution.remediation(Language.ZH)).isNull();
    }

    @Test
    void symbolicCodeBelongsToTheGateway() {
        Resolution.Known resolution = only("call failed: APIGW_LACK_PARAMS").resolution();

        assertThat(resolution.platform().id()).isEqualTo("apigw");
        assertThat(resolution.meaning(Language.EN)).isEqualTo("A parameter does not exist");
    }

    @Test
    void flagComesWithTheMeaningOfItsNumber() {
        Enrichment enrichment = only("PaaSErrorCodes.E1302001_BASE_SETTINGS_ERROR");

        assertThat(enrichment.detection().code().token()).isEqualTo("1302001");
        assertThat(enrichment.resolution().meaning(Language.EN)).isEqualTo("Incorrect item in the configuration file");
    }

    @Test
    void detectionSaysWhereTheCodeStands() {
        Enrichment enrichment = only("{\"code\":1306201}");

        assertThat(enrichment.detection().start()).isEqualTo(8);
        assertThat(enrichment.detection().end()).isEqualTo(15);
        assertThat(enrichment.detection().confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void codesComeFromLeftToRightAndEachTimeTheyStand() {
        assertThat(enricher.enrich("\"code\":1306201, errorCode=1252001, \"code\":1306201"))
                .extracting(enrichment -> enrichment.resolution().code().token())
                .containsExactly("1306201", "1252001", "1306201");
    }

    @Test
    void codeBelowTheScannersConfidenceIsLeftOut() {
        String line = "saw 1306201 today";

        assertThat(new Enricher(scanner(Confidence.LOW), CATALOG).enrich(line)).hasSize(1);
        assertThat(enricher.enrich(line)).isEmpty();
    }

    @Test
    void codeThatTheLookupDoesNotKnowIsLeftOut() {
        CodeLookup knowsOne = token -> token.equals("1306201") ? CATALOG.resolve(token) : new Resolution.Unknown(token);

        assertThat(new Enricher(scanner(Confidence.MEDIUM), knowsOne).enrich("\"code\":1306401, \"code\":1306201"))
                .extracting(enrichment -> enrichment.resolution().code().token())
                .containsExactly("1306201");
    }

    @Test
    void lookupIsAskedForTheNumberOfAFlag() {
        List<String> asked = new ArrayList<>();
        CodeLookup recording = token -> {
            asked.add(token);
            return CATALOG.resolve(token);
        };

        List<Enrichment> enrichments =
                new Enricher(scanner(Confidence.MEDIUM), recording).enrich("E1302001_BASE_SETTINGS_ERROR");

        assertThat(enrichments).hasSize(1);
        assertThat(asked).containsExactly("1302001");
    }

    @Test
    void lineNeedNotBeAString() {
        assertThat(enricher.enrich(CharBuffer.wrap("\"code\":1306201"))).hasSize(1);
    }

    private Enrichment only(String line) {
        List<Enrichment> enrichments = enricher.enrich(line);
        assertThat(enrichments).hasSize(1);
        return enrichments.get(0);
    }

    private static CodeScanner scanner(Confidence minimum) {
        return CodeScanner.create(CATALOG, RuleSet.builtIn(), minimum);
    }

    @Nested
    class ValuesOfParameters {

        @Test
        void areThoseBehindTheCode() {
            Enrichment found = only("[1239701] 操作失败!任务jobInstanceId=1207120当前状态:执行成功");
            assertThat(found.told().meaning(Language.EN))
                    .isEqualTo("Operation failed! Current status of task jobInstanceId=1207120: 执行成功");
            assertThat(found.resolution().meaning(Language.ZH)).isEqualTo("操作失败!任务{0}当前状态:{1}");
        }

        @Test
        void areThoseBeforeTheFirstCode() {
            assertThat(told("{\"message\":\"作业 1013 不存在\",\"code\":1233106}")).containsExactly("作业 1013 不存在");
        }

        @Test
        void areNotThoseOfTheCodeBefore() {
            assertThat(told("errorCode=1233106 作业 7 不存在, errorCode=1233106")).containsExactly("作业 7 不存在", "作业 {0} 不存在");
        }

        @Test
        void areEachCodesOwn() {
            assertThat(told("errorCode=1233106 作业 7 不存在, errorCode=1233106 作业 8 不存在"))
                    .containsExactly("作业 7 不存在", "作业 8 不存在");
        }

        @Test
        void areNoneWhereTheTextStandsOnBothSidesWithDifferentValues() {
            assertThat(told("作业 7 不存在 errorCode=1233106 作业 8 不存在")).containsExactly("作业 {0} 不存在");
        }

        @Test
        void areReadFromEscapedChinese() {
            assertThat(told("{\"code\":1233106,\"message\":\"\\u4f5c\\u4e1a 1013 \\u4e0d\\u5b58\\u5728\"}"))
                    .containsExactly("作业 1013 不存在");
            assertThat(told("{\"code\":1233106,\"message\":\"\\u4f5c\\u4e1 1013 \\u4e0d\\u5b5"))
                    .containsExactly("作业 {0} 不存在");
        }

        @Test
        void areNotLookedForFarAway() {
            String far = "x".repeat(LoggedText.MAX_DISTANCE);
            assertThat(told("errorCode=1233106 " + far + "作业 7 不存在")).containsExactly("作业 {0} 不存在");
        }

        @Test
        void codeWithoutParametersIsToldAsItIsResolved() {
            Enrichment found = only("errorCode=1301002");
            assertThat(found.told()).isSameAs(found.resolution());
        }

        @Test
        void valuesAreNeverRemembered() {
            EnrichmentFormat format = EnrichmentFormat.of("{meaning}", Language.ZH);
            assertThat(List.of(
                            format.render(only("errorCode=1233106 作业 7 不存在")),
                            format.render(only("errorCode=1233106")),
                            format.render(only("errorCode=1233106 作业 8 不存在"))))
                    .containsExactly("作业 7 不存在", "作业 {0} 不存在", "作业 8 不存在");
        }

        @Test
        void hostileLinesOfManyCodesAreReadInBoundedSteps() {
            String line = ("errorCode=1233106 " + "作业 ".repeat(600)).repeat(8_000);
            assertThat(line.length()).isGreaterThan(10_000_000);
            assertThat(enricher.enrich(line))
                    .hasSize(8_000)
                    .allSatisfy(found -> assertThat(found.told()).isSameAs(found.resolution()));
        }

        private List<String> told(String line) {
            List<String> meanings = new ArrayList<>();
            enricher.enrich(line).forEach(found -> meanings.add(found.told().meaning(Language.ZH)));
            return meanings;
        }
    }
}
