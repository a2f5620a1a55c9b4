package io.github.bkerrcode.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorCodeTallyTest {

    private static final String LISTED_PAAS = "{\"code\":1306201}";
    private static final String LISTED_JOB = "{\"code\":1250001}";
    private static final String UNLISTED_CMDB = "\"bk_error_code\":1199014";

    private static final String LIST = "<appender name=\"LIST\" class=\"ch.qos.logback.core.read.ListAppender\"/>";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    private static String tally(String settings) {
        return "<appender name=\"TALLY\" class=\"io.github.bkerrcode.logback.ErrorCodeTally\">" + settings
                + "</appender>";
    }

    private static StartedContext quiet() {
        return StartedContext.of(tally("<interval>0 seconds</interval>") + StartedContext.root("TALLY"));
    }

    private static ErrorCodeTally tally(StartedContext context) {
        return context.appender("TALLY", ErrorCodeTally.class);
    }

    private static ObjectName objectName(String context) throws JMException {
        return new ObjectName("io.github.bkerrcode:type=ErrorCodeTally,context=\"" + context + "\",name=\"TALLY\"");
    }

    /** The values of a JSON document by their JSON pointers. */
    private static Map<String, String> values(String json) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()) {
                    values.put(parser.getParsingContext().pathAsPointer().toString(), parser.getText());
                }
            }
        }
        return values;
    }

    @Test
    void startsWithoutProblems() {
        try (StartedContext context = quiet()) {
            assertThat(context.problems()).isEmpty();
        }
    }

    @Test
    void eventsAreCountedWithAndWithoutCodes() {
        try (StartedContext context = quiet()) {
            context.logger().info("nothing to see");
            context.logger().info(LISTED_PAAS);
            context.logger().error("{} {}", LISTED_PAAS, LISTED_JOB);

            assertThat(tally(context).getEvents()).isEqualTo(3);
            assertThat(tally(context).getEventsWithCodes()).isEqualTo(2);
            assertThat(tally(context).getDetections()).isEqualTo(3);
        }
    }

    @Test
    void sameCodeTwiceInOneEventCountsOnce() {
        try (StartedContext context = quiet()) {
            context.logger().error("{} {}", LISTED_PAAS, LISTED_PAAS, new IllegalStateException(LISTED_PAAS));

            assertThat(tally(context).getDetections()).isEqualTo(1);
        }
    }

    @Test
    void codesOfCausesAndSuppressedAreCounted() {
        try (StartedContext context = quiet()) {
            IllegalStateException outer =
                    new IllegalStateException("failed", new IllegalArgumentException(LISTED_PAAS));
            outer.addSuppressed(new IOException(LISTED_JOB));

            context.logger().error("no code here", outer);

            assertThat(tally(context).getDetections()).isEqualTo(2);
        }
    }

    @Test
    void everyCodeOfAnEventIsCounted() {
        try (StartedContext context = quiet()) {
            context.logger()
                    .error(
                            "{\"code\":1301001} {\"code\":1301002} {\"code\":1302001} {\"code\":1306201} {\"code\":1250001}");

            assertThat(tally(context).getDetections()).isEqualTo(5);
        }
    }

    @Test
    void eventsOfOtherLoggersAreSeenButNotLookedAt() {
        try (StartedContext context = StartedContext.of(
                tally("<interval>0 seconds</interval><loggers>app.db</loggers>") + StartedContext.root("TALLY"))) {
            context.context().getLogger("app.db.pool").error(LISTED_PAAS);
            context.context().getLogger("app.dbx").error(LISTED_PAAS);

            assertThat(tally(context).getEvents()).isEqualTo(2);
            assertThat(tally(context).getDetections()).isEqualTo(1);
        }
    }

    @Test
    void eventsBelowTheLevelAreNotLookedAt() {
        try (StartedContext context = StartedContext.of(
                tally("<interval>0 seconds</interval><minLevel>warn</minLevel>") + StartedContext.root("TALLY"))) {
            context.logger().info(LISTED_PAAS);
            context.logger().warn(LISTED_PAAS);

            assertThat(tally(context).getDetections()).isEqualTo(1);
        }
    }

    @Test
    void summaryHasCountsPerPlatformAndCode() throws IOException {
        try (StartedContext context = quiet()) {
            context.logger().error(LISTED_PAAS);
            context.logger().error(LISTED_PAAS);
            context.logger().error(UNLISTED_CMDB);

            assertThat(values(tally(context).getSummaryJson()))
                    .containsEntry("/schema", "bk-errcode/summary/1")
                    .containsEntry("/linesWithCodes", "3")
                    .containsEntry("/detections", "3")
                    .containsEntry("/platforms/0/id", "paas")
                    .containsEntry("/platforms/0/codes/0/code", "1306201")
                    .containsEntry("/platforms/0/codes/0/listed", "true")
                    .containsEntry("/platforms/0/codes/0/meaning", "请求第三方系统接口出现异常")
                    .containsEntry("/platforms/0/codes/0/detections", "2")
                    .containsEntry("/platforms/0/codes/0/sample/file", "app")
                    .containsEntry("/platforms/0/codes/0/sample/text", LISTED_PAAS)
                    .containsEntry("/platforms/1/id", "cmdb")
                    .containsEntry("/platforms/1/codes/0/listed", "false");
        }
    }

    @Test
    void summarySpeaksTheLanguageOfTheContext() throws IOException {
        try (StartedContext context =
                StartedContext.of("<property scope=\"context\" name=\"errcode.lang\" value=\"en\"/>"
                        + tally("<interval>0 seconds</interval>") + StartedContext.root("TALLY"))) {
            context.logger().error(LISTED_PAAS);

            assertThat(values(tally(context).getSummaryJson()))
                    .containsEntry(
                            "/platforms/0/codes/0/remediation",
                            "Check that the third-party system API service is normal");
        }
    }

    @Test
    void summaryBeforeTheStartIsEmpty() throws IOException {
        assertThat(values(new ErrorCodeTally().getSummaryJson())).containsEntry("/detections", "0");
    }

    @Test
    void stopKeepsWhatWasCounted() {
        StartedContext context = quiet();
        context.logger().error(LISTED_PAAS);
        ErrorCodeTally tally = tally(context);

        context.stop();

        assertThat(tally.getDetections()).isEqualTo(1);
        assertThat(tally.summary().detections()).isEqualTo(1);
    }

    @Test
    void resetBeginsFromZeroAndCountsOn() {
        try (StartedContext context = quiet()) {
            context.logger().error(LISTED_PAAS);
            context.logger().error(UNLISTED_CMDB);

            tally(context).reset();

            assertThat(tally(context).getEvents()).isZero();
            assertThat(tally(context).getEventsWithCodes()).isZero();
            assertThat(tally(context).getDetections()).isZero();
            assertThat(tally(context).summary().platforms()).isEmpty();

            context.logger().error(LISTED_JOB);

            assertThat(tally(context).getDetections()).isEqualTo(1);
            assertThat(tally(context).summary().detections()).isEqualTo(1);
        }
    }

    @Test
    void unlistedCodesAreBoundedAndListedOnesAreNot() {
        try (StartedContext context = quiet()) {
            for (int i = 0; i < ErrorCodeTally.MAX_UNLISTED + 100; i++) {
                context.logger().error("\"bk_error_code\":{}", 1_195_000 + i);
            }
            assertThat(tally(context).getDetections()).isEqualTo(ErrorCodeTally.MAX_UNLISTED);

            context.logger().error("\"bk_error_code\":{}", 1_195_000);
            context.logger().error(LISTED_PAAS);

            assertThat(tally(context).getDetections()).isEqualTo(ErrorCodeTally.MAX_UNLISTED + 2);
            assertThat(tally(context).getEvents()).isEqualTo(ErrorCodeTally.MAX_UNLISTED + 102);
        }
    }

    @Test
    void resetForgetsTheUnlistedCodes() {
        try (StartedContext context = quiet()) {
            for (int i = 0; i < ErrorCodeTally.MAX_UNLISTED; i++) {
                context.logger().error("\"bk_error_code\":{}", 1_195_000 + i);
            }
            tally(context).reset();

            context.logger().error("\"bk_error_code\":{}", 1_197_000);

            assertThat(tally(context).getDetections()).isEqualTo(1);
        }
    }

    @Test
    void reportIsOneLineWithPlatformsAndCodes() {
        try (StartedContext context = StartedContext.of(
                LIST + tally("<interval>50 milliseconds</interval>") + StartedContext.root("TALLY", "LIST"))) {
            context.logger().error("{} {}", LISTED_PAAS, LISTED_JOB);
            Logger reports = context.context().getLogger(ErrorCodeTally.REPORT_LOGGER);
            StartedContext.await(() -> context.events().size() > 1);

            assertThat(context.events().get(1).getLoggerName()).isEqualTo(reports.getName());
            assertThat(context.events().get(1).getFormattedMessage())
                    .isEqualTo("error codes: 2 new, 2 in all: job 1250001x1; paas 1306201x1");
        }
    }

    @Test
    void nextReportSaysWhatIsNew() {
        try (StartedContext context = StartedContext.of(
                LIST + tally("<interval>50 milliseconds</interval>") + StartedContext.root("TALLY", "LIST"))) {
            context.logger().error(LISTED_PAAS);
            StartedContext.await(() -> context.events().size() == 2);
            context.logger().error(LISTED_PAAS);
            StartedContext.await(() -> context.events().size() == 4);

            assertThat(context.events().get(3).getFormattedMessage())
                    .isEqualTo("error codes: 1 new, 2 in all: paas 1306201x2");
        }
    }

    @Test
    void reportIsNeitherCountedNorExplained() {
        try (StartedContext context = StartedContext.of(StartedContext.lines("%msg%errcode%n")
                + tally("<interval>0 seconds</interval>")
                + StartedContext.root("TALLY", "OUT"))) {
            context.context().getLogger(ErrorCodeTally.REPORT_LOGGER).info(LISTED_PAAS);

            assertThat(tally(context).getDetections()).isZero();
            assertThat(context.output()).isEqualTo(LISTED_PAAS + System.lineSeparator());
        }
    }

    @Test
    void mistakenIntervalIsAStatusAndCountingGoesOn() {
        try (StartedContext context =
                StartedContext.of(tally("<interval>often</interval>") + StartedContext.root("TALLY"))) {
            context.logger().error(LISTED_PAAS);

            assertThat(context.problems()).isNotEmpty();
            assertThat(tally(context).getDetections()).isEqualTo(1);
        }
    }

    @Test
    void intervalOfZeroNeverReports() {
        try (StartedContext context = StartedContext.of(
                LIST + tally("<interval>0 seconds</interval>") + StartedContext.root("TALLY", "LIST"))) {
            context.logger().error(LISTED_PAAS);

            assertThat(context.context().getScheduledExecutorService().shutdownNow())
                    .isEmpty();
            assertThat(context.events()).hasSize(1);
        }
    }

    @Test
    void countsAreAttributesOfAnMBean() throws JMException, IOException {
        try (StartedContext context = StartedContext.of("<contextName>shop</contextName>"
                + tally("<interval>0 seconds</interval>") + StartedContext.root("TALLY"))) {
            context.logger().error("{} {}", LISTED_PAAS, LISTED_JOB);
            context.logger().info("fine");

            ObjectName name = objectName("shop");
            assertThat(server.getAttribute(name, "Events")).isEqualTo(2L);
            assertThat(server.getAttribute(name, "EventsWithCodes")).isEqualTo(1L);
            assertThat(server.getAttribute(name, "Detections")).isEqualTo(2L);
            assertThat(values((String) server.getAttribute(name, "SummaryJson")))
                    .containsEntry("/detections", "2");
        }
    }

    @Test
    void resetIsAnOperationOfTheMBean() throws JMException {
        try (StartedContext context = StartedContext.of("<contextName>shop</contextName>"
                + tally("<interval>0 seconds</interval>") + StartedContext.root("TALLY"))) {
            context.logger().error(LISTED_PAAS);

            server.invoke(objectName("shop"), "reset", new Object[0], new String[0]);

            assertThat(server.getAttribute(objectName("shop"), "Detections")).isEqualTo(0L);
        }
    }

    @Test
    void stopTakesTheMBeanAway() throws JMException {
        StartedContext context = StartedContext.of("<contextName>shop</contextName>"
                + tally("<interval>0 seconds</interval>") + StartedContext.root("TALLY"));
        assertThat(server.isRegistered(objectName("shop"))).isTrue();

        context.stop();

        assertThat(server.isRegistered(objectName("shop"))).isFalse();
    }

    @Test
    void stoppedTallyLeavesTheMBeanOfAnotherOfItsName() throws JMException {
        String xml = "<contextName>shop</contextName>" + tally("<interval>0 seconds</interval>")
                + StartedContext.root("TALLY");
        StartedContext first = StartedContext.of(xml);
        try (StartedContext second = StartedContext.of(xml)) {
            second.logger().error(LISTED_PAAS);

            first.stop();

            ObjectName numbered = new ObjectName(objectName("shop") + ",instance=2");
            assertThat(server.isRegistered(objectName("shop"))).isFalse();
            assertThat(server.getAttribute(numbered, "Detections")).isEqualTo(1L);
        }
    }

    @Test
    void codeThatCameWithAChangedCatalogIsCounted(@TempDir Path dir) throws IOException {
        Path catalog = dir.resolve("own.json");
        StartedContext.replace(catalog, document(""));
        try (StartedContext context =
                StartedContext.of("<property scope=\"context\" name=\"errcode.reloadSeconds\" value=\"1\"/>"
                        + StartedContext.lines("%errcode{meaning, catalog=" + catalog + "}%n")
                        + tally("<interval>0 seconds</interval><catalog>" + catalog + "</catalog>")
                        + StartedContext.root("TALLY", "OUT"))) {
            StartedContext.replace(
                    catalog,
                    document("{\"code\": \"SHOP_CLOSED\", \"meaning\": {\"zh\": \"关门\", \"en\": \"closed\"}}"));
            StartedContext.await(() -> {
                context.logger().error("code: SHOP_CLOSED");
                return context.output().contains("关门");
            });
            long before = tally(context).getDetections();

            context.logger().error("code: SHOP_CLOSED");

            assertThat(context.problems()).isEmpty();
            assertThat(tally(context).getDetections()).isEqualTo(before + 1);
            assertThat(tally(context).summary().detections()).isEqualTo(before + 1);
        }
    }

    private static String document(String entries) {
        return "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"own\", \"platform\": \"job\", \"entries\": ["
                + entries + "]}";
    }
}
