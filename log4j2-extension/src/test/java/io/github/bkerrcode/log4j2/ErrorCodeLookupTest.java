package io.github.bkerrcode.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodeLookupTest {

    private static String replaced(String text) {
        try (StartedContext log4j = StartedContext.pattern("%msg")) {
            String replaced =
                    log4j.context().getConfiguration().getStrSubstitutor().replace(text);
            assertThat(log4j.problems()).isEmpty();
            return replaced;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "${errcode:1252001:meaning}~数据库异常",
                "${errcode:1252001}~作业平台 | 数据库异常",
                "${errcode:1252001:platform}~job",
                "${errcode:E1301002_BASE_DATABASE_ERROR:meaning}~数据库访问存在问题",
                "${errcode:1252001:remediation:-none}~none",
                "${errcode:1199014:meaning:-unlisted}~unlisted",
                "${errcode:1199014:name}~配置平台",
                "${errcode:9999999:meaning:-unknown}~unknown"
            })
    void textsOfTheCatalogAreToBeHad(String text, String expected) {
        assertThat(replaced(text)).isEqualTo(expected);
    }

    @Test
    void propertiesOfTheConfigurationCount() {
        try (StartedContext log4j = StartedContext.xml("<Properties>" + StartedContext.property("errcode.lang", "en")
                + "</Properties><Appenders>"
                + StartedContext.kept("OUT", "%msg ${errcode:1252001:meaning}") + "</Appenders>"
                + StartedContext.root("OUT"))) {
            log4j.logger().error("see:");

            assertThat(log4j.output()).isEqualTo("see: Database exception");
            assertThat(log4j.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "${errcode:1252001:meening}~unknown field [meening], expected code",
                "${errcode:12:meaning}~[12] is no code, expected seven digits",
                "${errcode:}~[] is no code"
            })
    void mistakeIsSaidAndStaysAsItIs(String text, String problem) {
        try (StartedContext log4j = StartedContext.pattern("%msg")) {
            assertThat(log4j.context().getConfiguration().getStrSubstitutor().replace(text))
                    .isEqualTo(text);
            assertThat(log4j.problems()).singleElement().asString().contains(text, problem);
        }
    }

    @Test
    void lookupWithoutAConfigurationWorks() {
        ErrorCodeLookup lookup = new ErrorCodeLookup();

        assertThat(lookup.lookup("1252001:meaning")).isEqualTo("数据库异常");
        assertThat(lookup.lookup(null)).isNull();
        lookup.setConfiguration(null);
        assertThat(lookup.lookup("1252001:code")).isEqualTo("1252001");
    }

    @Test
    void whatIsLoggedIsNotLookedUp() {
        try (StartedContext log4j = StartedContext.pattern("%msg")) {
            log4j.logger().error("${errcode:1252001:meaning}");

            assertThat(log4j.output()).isEqualTo("${errcode:1252001:meaning}");
        }
    }
}
