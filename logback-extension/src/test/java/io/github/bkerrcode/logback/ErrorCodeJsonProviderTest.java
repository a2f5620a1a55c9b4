package io.github.bkerrcode.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("current-logback")
class ErrorCodeJsonProviderTest {

    private static final String LISTED_PAAS = "{\"code\":1306201}";

    private static final class Overflowing extends LoggingEvent {
        @Override
        public String getFormattedMessage() {
            throw new StackOverflowError("deep");
        }

        @Override
        public String getLoggerName() {
            return "app";
        }
    }

    private static StartedContext started(String settings) {
        return StartedContext.of(
                """
                <appender name="OUT" class="%s">
                  <encoder class="net.logstash.logback.encoder.LogstashEncoder">
                    <provider class="io.github.bkerrcode.logback.ErrorCodeJsonProvider">%s</provider>
                  </encoder>
                </appender>
                """.formatted(StartedContext.Lines.class.getName(), settings) + StartedContext.root("OUT"));
    }

    private static JsonNode json(StartedContext context) {
        assertThat(context.output().lines()).hasSize(1);
        return JsonMapper.shared().readTree(context.output());
    }

    @Test
    void fieldsSayWhatTheCodeMeans() {
        try (StartedContext context = started("")) {
            context.logger().error(LISTED_PAAS);

            assertThat(context.problems()).isEmpty();
            JsonNode json = json(context);
            assertThat(json.path("errcode.code").asString()).isEqualTo("1306201");
            assertThat(json.path("errcode.platform").asString()).isEqualTo("paas");
            assertThat(json.path("errcode.meaning").asString()).isEqualTo("请求第三方系统接口出现异常");
            assertThat(json.path("message").asString()).isEqualTo(LISTED_PAAS);
        }
    }

    @Test
    void eventWithoutCodeHasNoFields() {
        try (StartedContext context = started("")) {
            context.logger().info("started in 1301002 ms");

            assertThat(json(context).propertyNames()).noneMatch(name -> name.startsWith("errcode"));
        }
    }

    @Test
    void unlistedCodeHasCodeAndPlatformOnly() {
        try (StartedContext context = started("")) {
            context.logger().error("\"bk_error_code\":1199014");

            assertThat(json(context).propertyNames())
                    .filteredOn(name -> name.startsWith("errcode"))
                    .containsExactly("errcode.code", "errcode.platform");
        }
    }

    @Test
    void severalCodesAreNamedInEachField() {
        try (StartedContext context = started("<lang>en</lang>")) {
            context.logger().error("{\"code\":1306201} {\"code\":1250001}");

            JsonNode json = json(context);
            assertThat(json.path("errcode.code").asString()).isEqualTo("1306201,1250001");
            assertThat(json.path("errcode.platform").asString()).isEqualTo("paas,job");
            assertThat(json.path("errcode.meaning").asString())
                    .endsWith(" / Redis service unavailable: wrong IP or configuration error");
        }
    }

    @Test
    void codeOfTheCauseIsExplained() {
        try (StartedContext context = started("")) {
            context.logger().error("failed", new IllegalStateException("x", new IllegalArgumentException(LISTED_PAAS)));

            assertThat(json(context).path("errcode.code").asString()).isEqualTo("1306201");
        }
    }

    @Test
    void prefixAndLanguageCanBeSet() {
        try (StartedContext context = started("<fieldPrefix>bk_</fieldPrefix><lang>en</lang>")) {
            context.logger().error(LISTED_PAAS);

            assertThat(context.problems()).isEmpty();
            assertThat(json(context).path("bk_remediation").asString())
                    .isEqualTo("Check that the third-party system API service is normal");
        }
    }

    @Test
    void loggersAndLevelSayWhichEventsAreExplained() {
        try (StartedContext context = started("<loggers>other</loggers><minLevel>warn</minLevel>")) {
            context.logger().error(LISTED_PAAS);

            assertThat(context.problems()).isEmpty();
            assertThat(json(context).path("errcode.code").isMissingNode()).isTrue();
        }
    }

    @Test
    void minConfidenceOfAllIsRespected() {
        try (StartedContext context = started("<minConfidence>high</minConfidence>")) {
            context.logger().error(LISTED_PAAS);

            assertThat(context.problems()).isEmpty();
            assertThat(json(context).path("errcode.code").asString()).isEqualTo("1306201");
        }
    }

    @Test
    void mistakenSettingIsAStatusAndTheDefaultIsUsed() {
        try (StartedContext context = started("<lang>fr</lang>")) {
            context.logger().error(LISTED_PAAS);

            assertThat(context.problems("<lang>: [fr] is unknown, expected zh or en; using zh"))
                    .isNotEmpty();
            assertThat(json(context).path("errcode.meaning").asString()).isEqualTo("请求第三方系统接口出现异常");
        }
    }

    @Test
    void reservedPrefixIsRefused() {
        try (StartedContext context = started("<fieldPrefix>error.</fieldPrefix>")) {
            context.logger().error(LISTED_PAAS);

            assertThat(context.problems("fieldPrefix")).hasSize(1);
            assertThat(json(context).path("errcode.code").asString()).isEqualTo("1306201");
        }
    }

    @Test
    void failureLeavesTheFieldsOutAndIsSaidOnce() {
        ErrorCodeJsonProvider provider = new ErrorCodeJsonProvider();
        try (StartedContext context = started("")) {
            provider.setContext(context.context());
            provider.start();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 2; i++) {
                StringWriter out = new StringWriter();
                try (JsonGenerator generator = JsonMapper.shared().createGenerator(out)) {
                    generator.writeStartObject();
                    provider.writeTo(generator, new Overflowing());
                    generator.writeEndObject();
                }
                text.append(out);
            }

            assertThat(text.toString()).isEqualTo("{}{}");
            assertThat(context.problems(StartedContext.ERRCODE_FAILED)).hasSize(1);
        }
    }

    @Test
    void providerThatWasNotStartedWritesNothing() {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = JsonMapper.shared().createGenerator(out)) {
            generator.writeStartObject();
            new ErrorCodeJsonProvider().writeTo(generator, new Overflowing());
            generator.writeEndObject();
        }

        assertThat(out).hasToString("{}");
    }

    @Test
    void eventOfTheAppenderKeepsItsFieldsOnce() {
        try (StartedContext context =
                StartedContext.of("""
                <appender name="OUT" class="%s">
                  <encoder class="net.logstash.logback.encoder.LogstashEncoder"/>
                </appender>
                <appender name="CODES" class="io.github.bkerrcode.logback.ErrorCodeAppender">
                  <appender-ref ref="OUT"/>
                </appender>
                """.formatted(StartedContext.Lines.class.getName()) + StartedContext.root("CODES"))) {
            context.logger().error(LISTED_PAAS);

            assertThat(context.problems()).isEmpty();
            assertThat(context.output()).containsOnlyOnce("errcode.code");
            assertThat(json(context).path("errcode.code").asString()).isEqualTo("1306201");
        }
    }
}
