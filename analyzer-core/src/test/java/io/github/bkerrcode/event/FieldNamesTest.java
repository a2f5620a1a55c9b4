package io.github.bkerrcode.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.EnricherSettings;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.enrich.LiveEnricher;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldNamesTest {

    private static List<Enrichment> found(String text) {
        List<String> problems = new ArrayList<>();
        List<Enrichment> found = new LiveEnricher(EnricherSettings.DEFAULT, problems::add).enrich(text);
        assertThat(problems).isEmpty();
        return found;
    }

    @Test
    void fieldsComeInOrderBehindThePrefix() {
        assertThat(new FieldNames("errcode.", Language.ZH).fields(found("errorCode=1301002")))
                .containsExactly(
                        entry("errcode.code", "1301002"),
                        entry("errcode.platform", "paas"),
                        entry("errcode.meaning", "数据库访问存在问题"),
                        entry("errcode.remediation", "确认配置的数据库连接正常且库和表都存在"));
    }

    @Test
    void prefixIsTakenAsItIs() {
        assertThat(new FieldNames("bk_", Language.EN).fields(found("errorCode=1252001")))
                .containsExactly(
                        entry("bk_code", "1252001"),
                        entry("bk_platform", "job"),
                        entry("bk_meaning", "Database exception"));
    }

    @Test
    void unlistedCodeHasNeitherMeaningNorRemediation() {
        assertThat(new FieldNames("errcode.", Language.ZH).fields(found("errorCode=1199014")))
                .containsExactly(entry("errcode.code", "1199014"), entry("errcode.platform", "cmdb"));
    }

    @Test
    void meaningHasTheValuesThatTheTextTells() {
        FieldNames fields = new FieldNames("", Language.EN);
        assertThat(fields.fields(found("errorCode=1233106, 作业 1013 不存在")))
                .containsEntry("meaning", "Job 1013 does not exist");
        assertThat(fields.fields(found("errorCode=1233106"))).containsEntry("meaning", "Job {0} does not exist");
    }

    @Test
    void severalCodesShareTheFields() {
        assertThat(new FieldNames("", Language.EN).fields(found("errorCode=1252001, errorCode=1255001")))
                .containsExactly(
                        entry("code", "1252001,1255001"),
                        entry("platform", "job"),
                        entry("meaning", "Database exception / Rabbit MQ is unavailable or cannot be connected to"));
    }

    @Test
    void platformsOfSeveralCodesAreNamedOnceEach() {
        assertThat(new FieldNames("", Language.ZH)
                        .fields(found("errorCode=1252001, errorCode=1301002, errorCode=1250001")))
                .containsEntry("platform", "job,paas")
                .containsEntry("remediation", "确认配置的数据库连接正常且库和表都存在");
    }

    @Test
    void stepsOfARunbookStandOnOneLine() {
        assertThat(new FieldNames("", Language.EN).fields(found("errorCode=4313022")))
                .containsEntry(
                        "remediation",
                        "1. In the admin console ({PaaS3.0 Developer Center address}/backend/admin42/platform/"
                                + "pre-created-instances/manage), check whether the resource pool of the corresponding"
                                + " add-on service plan has available service instances 2. If the resource pool has no"
                                + " available instance, add the corresponding service instance");
    }

    @Test
    void noCodeGivesNoField() {
        assertThat(new FieldNames("errcode.", Language.ZH).fields(List.of())).isEmpty();
    }
}
