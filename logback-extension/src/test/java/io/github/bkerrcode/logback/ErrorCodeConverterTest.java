package io.github.bkerrcode.logback;

import static io.github.bkerrcode.logback.LogbackContexts.printing;
import static io.github.bkerrcode.logback.LogbackContexts.property;
import static io.github.bkerrcode.logback.LogbackContexts.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ErrorCodeConverterTest {

    private static final String DATABASE = " [1301002 PaaS 平台 2.0-开发者中心 | 数据库访问存在问题 → 确认配置的数据库连接正常且库和表都存在]";
    private static final String DATABASE_EN =
            " [1301002 PaaS platform 2.0 - Developer Center | Database access problem → Confirm that the configured"
                    + " database connection is normal and that the database and tables exist]";
    private static final String MYSQL = " [1252001 作业平台 | 数据库异常]";
    private static final String BOTH = "errorCode=1301002, caused by errorCode=1252001";

    @RegisterExtension
    final LogbackContexts logback = new LogbackContexts();

    private boolean problemsExpected;

    @AfterEach
    void nothingIsComplainedOfUnlessExpected() {
        if (!problemsExpected) {
            assertThat(logback.problems()).isEmpty();
        }
    }

    private String printed(String pattern, String message) {
        logback.startPattern(pattern).logger().info(message);
        return logback.printed();
    }

    private List<String> problems() {
        problemsExpected = true;
        return logback.problems();
    }

    @Test
    void lineWithoutCodeStaysAsItIs() {
        assertThat(printed("%msg%errcode%n", "took 1301002 us")).isEqualTo("took 1301002 us" + System.lineSeparator());
    }

    @Test
    void meaningIsAppendedInChinese() {
        assertThat(printed("%msg%errcode|", "errorCode=1301002")).isEqualTo("errorCode=1301002" + DATABASE + "|");
    }

    @Test
    void meaningIsAppendedInEnglish() {
        assertThat(printed("%msg%errcode{lang=en}", "errorCode=1301002")).isEqualTo("errorCode=1301002" + DATABASE_EN);
    }

    @Test
    void parametersOfTheMessageAreFilledInBeforeCodesAreSought() {
        logback.startPattern("%msg%errcode").logger().warn("errorCode={}", 1252001);

        assertThat(logback.printed()).isEqualTo("errorCode=1252001" + MYSQL);
    }

    @Test
    void valuesThatTheMessageTellsStandInTheMeaning() {
        assertThat(printed("%errcode{meaning}|", "errorCode=1233106, 作业 1013 不存在"))
                .isEqualTo("作业 1013 不存在|");
    }

    @Test
    void remediationIsLeftOutWhereTheCatalogHasNone() {
        assertThat(printed("%errcode", "errorCode=1252001")).isEqualTo(MYSQL);
    }

    @Test
    void unlistedCodeNamesItsPlatform() {
        assertThat(printed("%errcode", "\"bk_error_code\":1199014")).isEqualTo(" [1199014 配置平台 | 未收录的错误码]");
    }

    @Test
    void symbolicCodeIsExplained() {
        assertThat(printed("%errcode{code} %errcode{platform}", "call failed: APIGW_LACK_PARAMS"))
                .isEqualTo("APIGW_LACK_PARAMS apigw");
    }

    @Test
    void flagIsExplainedAsTheCodeItStandsFor() {
        assertThat(printed("%errcode", "PaaSErrorCodes.E1301002_BASE_DATABASE_ERROR"))
                .isEqualTo(DATABASE);
    }

    @Test
    void severalCodesFollowOneAnother() {
        assertThat(printed("%errcode", BOTH)).isEqualTo(DATABASE + MYSQL);
    }

    @Test
    void codeThatStandsTwiceIsExplainedOnce() {
        assertThat(printed("%errcode", "errorCode=1252001 and again errorCode=1252001"))
                .isEqualTo(MYSQL);
    }

    @Test
    void maxLimitsDifferentCodes() {
        assertThat(printed("%errcode{max=1}", BOTH)).isEqualTo(DATABASE);
    }

    @Test
    void threeDifferentCodesAreExplainedUnlessTold() {
        assertThat(printed("%errcode{code}", "errorCode=1252001 errorCode=1250001 errorCode=1301002 errorCode=1255001"))
                .isEqualTo("1252001; 1250001; 1301002");
    }

    @Test
    void everyFieldCanBePrintedAlone() {
        assertThat(printed(
                        "%errcode{code}|%errcode{platform}|%errcode{name}|%errcode{meaning}|%errcode{remediation}",
                        "errorCode=1301002"))
                .isEqualTo("1301002|paas|PaaS 平台 2.0-开发者中心|数据库访问存在问题|确认配置的数据库连接正常且库和表都存在");
    }

    @Test
    void summaryFieldIsPlatformMeaningAndRemediation() {
        assertThat(printed("%errcode{summary}", "errorCode=1301002"))
                .isEqualTo("PaaS 平台 2.0-开发者中心 | 数据库访问存在问题 → 确认配置的数据库连接正常且库和表都存在");
    }

    @Test
    void fieldsOfSeveralCodesAreSeparated() {
        assertThat(printed("%errcode{meaning}", BOTH)).isEqualTo("数据库访问存在问题; 数据库异常");
    }

    @Test
    void emptyFieldLeavesNoSeparator() {
        assertThat(printed("%errcode{remediation}", BOTH)).isEqualTo("确认配置的数据库连接正常且库和表都存在");
    }

    @Test
    void fieldAndLanguageGoTogetherInAnyOrder() {
        assertThat(printed("%errcode{meaning, lang=en}|%errcode{lang=en, meaning}", "errorCode=1252001"))
                .isEqualTo("Database exception|Database exception");
    }

    @Test
    void templateInQuotesIsRendered() {
        assertThat(printed("%errcode{' <{code}: {meaning}>'}", BOTH))
                .isEqualTo(" <1301002: 数据库访问存在问题> <1252001: 数据库异常>");
    }

    @Test
    void templateMayHoldCommas() {
        assertThat(printed("%errcode{' ({platform}, {code})', lang=en}", "errorCode=1252001"))
                .isEqualTo(" (job, 1252001)");
    }

    @Test
    void codesOfLessThanMediumConfidenceAreLeftOut() {
        assertThat(printed("%errcode{code}", "saw 1301002 today")).isEmpty();
    }

    @Test
    void minConfidenceLowTakesBareCodes() {
        assertThat(printed("%errcode{code, minConfidence=low}", "saw 1301002 today"))
                .isEqualTo("1301002");
    }

    @Test
    void minConfidenceHighWantsAKey() {
        assertThat(printed("%errcode{code, minConfidence=high}", "1301002 连接失败"))
                .isEmpty();
    }

    @Test
    void minLevelLeavesLowerEventsAlone() {
        logback.startPattern("%errcode{code, minLevel=warn}|");
        logback.logger().info("errorCode=1301002");
        logback.logger().warn("errorCode=1252001");

        assertThat(logback.printed()).isEqualTo("|1252001|");
    }

    @Test
    void loggersNarrowsWhichEventsAreLookedAt() {
        logback.startPattern("%errcode{code, loggers=com.example.app}|");
        logback.logger("com.example.apple").info("errorCode=1301002");
        logback.logger("com.example.app.Deep").info("errorCode=1252001");

        assertThat(logback.printed()).isEqualTo("|1252001|");
    }

    @Test
    void codeInTheCauseIsExplainedOnTheMessagesLine() {
        logback.startPattern("%msg%errcode%nopex")
                .logger()
                .error("it failed", new IllegalStateException("outer", new IOException("errorCode=1252001")));

        assertThat(logback.printed()).isEqualTo("it failed" + MYSQL);
    }

    @Test
    void codeInASuppressedThrowableIsExplained() {
        IllegalStateException failure = new IllegalStateException("outer");
        failure.addSuppressed(new IOException("errorCode=1252001"));

        logback.startPattern("%errcode%nopex").logger().error("it failed", failure);

        assertThat(logback.printed()).isEqualTo(MYSQL);
    }

    @Test
    void worksInsideAnotherConversionWord() {
        assertThat(printed("%replace(%msg%errcode{meaning, lang=en}){'Database', 'DB'}", "errorCode=1252001 "))
                .isEqualTo("errorCode=1252001 DB exception");
    }

    @Test
    void contextPropertiesAreDefaults() {
        logback.start(property("errcode.lang", "en")
                        + property("errcode.max", "1")
                        + property("errcode.minConfidence", "low")
                        + printing("OUT", "%errcode")
                        + root("OUT"))
                .logger()
                .info("saw 1301002 today, errorCode=1252001");

        assertThat(logback.printed()).isEqualTo(DATABASE_EN);
    }

    @Test
    void contextPropertiesCountInsideAnotherConversionWord() {
        logback.start(property("errcode.lang", "en") + printing("OUT", "%highlight(%errcode{meaning})") + root("OUT"))
                .logger()
                .info("errorCode=1252001");

        assertThat(logback.printed()).contains("Database exception");
    }

    @Test
    void optionGoesBeforeTheContextProperty() {
        logback.start(property("errcode.lang", "en") + printing("OUT", "%errcode{lang=zh}") + root("OUT"))
                .logger()
                .info("errorCode=1301002");

        assertThat(logback.printed()).isEqualTo(DATABASE);
    }

    @Test
    void contextPropertiesNarrowLoggersAndLevels() {
        logback.start(property("errcode.loggers", "com.example")
                + property("errcode.minLevel", "warn")
                + printing("OUT", "%errcode{code}|")
                + root("OUT"));
        logback.logger("com.example.A").info("errorCode=1301002");
        logback.logger("org.example.A").warn("errorCode=1301002");
        logback.logger("com.example.A").warn("errorCode=1252001");

        assertThat(logback.printed()).isEqualTo("||1252001|");
    }

    @Test
    void rulesOfOnesOwnDecideFirst(@TempDir Path directory) throws IOException {
        Path rules = directory.resolve("own.rules");
        Files.writeString(rules, "high    boom    listed    boom~<code>\n");

        assertThat(printed("%errcode{code, 'rules=" + rules + "'}", "boom~1301002"))
                .isEqualTo("1301002");
    }

    @Test
    void catalogOfOnesOwnIsUsed(@TempDir Path directory) throws IOException {
        Path catalog = directory.resolve("own.json");
        Files.writeString(
                catalog,
                "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"own\", \"entries\": ["
                        + "{\"code\": \"1299777\", \"meaning\": {\"zh\": \"自定义\"}}]}");

        assertThat(printed("%errcode{meaning, 'catalog=" + catalog + "'}", "errorCode=1299777"))
                .isEqualTo("自定义");
    }

    @Test
    void unknownFieldIsSaidAndTheStandardFormatUsed() {
        assertThat(printed("%errcode{meening}", "errorCode=1252001")).isEqualTo(MYSQL);
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("meening", "code, platform, name, meaning, remediation or summary", "standard format");
    }

    @Test
    void standardFormatUsedForAnUnknownFieldHasNoSeparatorOfFields() {
        assertThat(printed("%errcode{meening}", BOTH)).isEqualTo(DATABASE + MYSQL);
        assertThat(problems()).hasSize(1);
    }

    @Test
    void braceThatIsNotClosedIsSaid() {
        assertThat(printed("%errcode{'<{code'}", "errorCode=1252001")).isEqualTo(MYSQL);
        // Logback complains of the brace as well: it could begin a variable.
        assertThat(problems()).anySatisfy(problem -> assertThat(problem).contains("option [<{code]", "not closed"));
    }

    @Test
    void secondTemplateIsSaid() {
        assertThat(printed("%errcode{code, meaning}", "errorCode=1252001")).isEqualTo("1252001");
        assertThat(problems()).singleElement().asString().contains("[meaning]", "lang=", "minConfidence=", "max=");
    }

    @Test
    void mistakenLanguageNamesTheAllowedOnes() {
        assertThat(printed("%errcode{code, lang=fr}", "errorCode=1252001")).isEqualTo("1252001");
        assertThat(problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).contains("lang", "[fr]", "zh or en"));
    }

    @Test
    void mistakeIsSaidOnce() {
        logback.startPattern("%errcode{lang=fr}");

        assertThat(problems()).hasSize(1);
    }

    @Test
    void catalogThatDoesNotExistIsSaidAndTheBuiltInOneUsed(@TempDir Path directory) {
        Path missing = directory.resolve("missing.json");

        assertThat(printed("%errcode{'catalog=" + missing + "'}", "errorCode=1252001"))
                .isEqualTo(MYSQL);
        assertThat(problems()).singleElement().asString().contains("missing.json");
    }

    @Test
    void withoutContextCodesAreExplainedAllTheSame() {
        ErrorCodeConverter converter = new ErrorCodeConverter();
        converter.setOptionList(List.of("meaning"));
        converter.start();

        assertThat(converter.convert(LogbackContexts.event("errorCode=1252001")))
                .isEqualTo("数据库异常");
    }

    @Test
    void converterThatWasNotStartedAppendsNothing() {
        assertThat(new ErrorCodeConverter().convert(LogbackContexts.event("errorCode=1252001")))
                .isEmpty();
    }

    @Test
    void failureIsSaidOnceAndNothingIsAppended() {
        ErrorCodeConverter converter = startedConverter();

        assertThat(converter.convert(LogbackContexts.failing(new StackOverflowError())))
                .isEmpty();
        assertThat(converter.convert(LogbackContexts.failing(new IllegalStateException())))
                .isEmpty();
        assertThat(problems()).singleElement().asString().contains("nothing is appended to the line");
    }

    @Test
    void failureOfTheVirtualMachinePasses() {
        ErrorCodeConverter converter = startedConverter();

        assertThatThrownBy(() -> converter.convert(LogbackContexts.failing(new OutOfMemoryError("made up"))))
                .isInstanceOf(OutOfMemoryError.class);
    }

    private ErrorCodeConverter startedConverter() {
        ErrorCodeConverter converter = new ErrorCodeConverter();
        converter.setContext(logback.context());
        converter.start();
        return converter;
    }
}
