package io.github.bkerrcode.log4j2;

import static io.github.bkerrcode.log4j2.StartedContext.LISTED_PAAS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodeResolverTest {

    private static StartedContext started(String template) {
        return StartedContext.appenders(
                "<Kept name=\"OUT\"><JsonTemplateLayout eventTemplate='" + template + "' eventDelimiter=\"\"/></Kept>",
                "OUT");
    }

    private static String json(String template, String message) {
        try (StartedContext log4j = started(template)) {
            log4j.logger().error(message);
            assertThat(log4j.problems()).isEmpty();
            return log4j.output();
        }
    }

    private static String field(String rest) {
        return "{\"level\": {\"$resolver\": \"level\", \"field\": \"name\"}, \"x\": {\"$resolver\": \"errcode\", "
                + rest + "}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code|1306201",
                "platform|paas",
                "name|PaaS 平台 2.0-开发者中心",
                "meaning|请求第三方系统接口出现异常",
                "remediation|检查第三方系统接口服务是否正常"
            })
    void fieldIsWritten(String name, String value) {
        assertThat(json(field("\"field\": \"" + name + "\""), LISTED_PAAS))
                .isEqualTo("{\"level\":\"ERROR\",\"x\":\"" + value + "\"}");
    }

    @Test
    void summaryIsInTheLanguageThatIsSet() {
        assertThat(json(field("\"field\": \"summary\", \"lang\": \"en\""), "errorCode=1252001"))
                .isEqualTo("{\"level\":\"ERROR\",\"x\":\"Job Platform (JOB) | Database exception\"}");
    }

    @Test
    void eventWithoutACodeHasNoField() {
        assertThat(json(field("\"field\": \"meaning\""), "fine")).isEqualTo("{\"level\":\"ERROR\"}");
    }

    @Test
    void codeWithoutARemediationHasNoneInTheJson() {
        assertThat(json(field("\"field\": \"remediation\""), "errorCode=1252001"))
                .isEqualTo("{\"level\":\"ERROR\"}");
    }

    @Test
    void elementOfAnArrayIsNullWithoutACode() {
        String template = "[{\"$resolver\": \"errcode\", \"field\": \"code\"}]";

        assertThat(json(template, "fine")).isEqualTo("[null]");
        assertThat(json(template, LISTED_PAAS)).isEqualTo("[\"1306201\"]");
    }

    @Test
    void severalCodesShareTheField() {
        assertThat(json(field("\"field\": \"code\""), "errorCode=1252001, errorCode=1301002, errorCode=1250001"))
                .contains("\"x\":\"1252001,1301002,1250001\"");
        assertThat(json(field("\"field\": \"code\", \"max\": 1"), "errorCode=1252001, errorCode=1301002"))
                .contains("\"x\":\"1252001\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"field\": \"meening\"|errcode resolver: field: unknown field [meening], expected code",
                "\"fild\": \"meaning\"|errcode resolver: field: unknown field [null], expected code"
            },
            quoteCharacter = '`')
    void mistakenFieldIsSaidAndLeftOut(String config, String problem) {
        try (StartedContext log4j = started(field(config))) {
            log4j.logger().error(LISTED_PAAS);

            assertThat(log4j.problems()).singleElement().asString().startsWith(problem);
            assertThat(log4j.output()).isEqualTo("{\"level\":\"ERROR\"}");
        }
    }

    @Test
    void mistakenSettingIsSaidAndTheDefaultUsed() {
        try (StartedContext log4j = started(field("\"field\": \"meaning\", \"lang\": \"fr\""))) {
            log4j.logger().error(LISTED_PAAS);

            assertThat(log4j.problems())
                    .containsExactly("errcode resolver: lang: [fr] is unknown, expected zh or en; using zh");
            assertThat(log4j.output()).contains("请求第三方系统接口出现异常");
        }
    }

    @Test
    void fieldsOfTheRewritePolicyAreInTheJsonToo() {
        String layout = "<Kept name=\"OUT\"><JsonTemplateLayout eventTemplate='"
                + "{\"mdc\": {\"$resolver\": \"mdc\"}}' eventDelimiter=\"\"/></Kept>";
        try (StartedContext log4j = StartedContext.appenders(layout + StartedContext.rewrite("", "OUT"), "CODES")) {
            log4j.logger().error("errorCode=1252001");

            assertThat(log4j.output())
                    .contains(
                            "\"errcode.code\":\"1252001\"",
                            "\"errcode.platform\":\"job\"",
                            "\"errcode.meaning\":\"数据库异常\"");
        }
    }
}
