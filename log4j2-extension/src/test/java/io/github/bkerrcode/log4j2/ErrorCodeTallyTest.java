package io.github.bkerrcode.log4j2;

import static io.github.bkerrcode.log4j2.StartedContext.LISTED_JOB;
import static io.github.bkerrcode.log4j2.StartedContext.LISTED_PAAS;
import static io.github.bkerrcode.log4j2.StartedContext.UNLISTED_CMDB;
import static io.github.bkerrcode.log4j2.StartedContext.kept;
import static io.github.bkerrcode.log4j2.StartedContext.root;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.logging.log4j.core.LogEvent;
import org.junit.jupiter.api.Test;

class ErrorCodeTallyTest {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    private static String tally(String attributes) {
        return "<ErrorCodeTally name=\"TALLY\" " + attributes + "/>";
    }

    private static StartedContext started(String attributes) {
        return StartedContext.appenders(
                kept("OUT", "%logger{1}: %msg%errcode{code};") + tally(attributes), "TALLY", "OUT");
    }

    private static ErrorCodeTally tally(StartedContext log4j) {
        return log4j.appender("TALLY", ErrorCodeTally.class);
    }

    private static ObjectName objectName() throws JMException {
        return new ObjectName("io.github.bkerrcode:type=ErrorCodeTally,context=\"test\",name=\"TALLY\"");
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
    void eventsAreCountedWithAndWithoutCodes() {
        try (StartedContext log4j = started("interval=\"0\"")) {
            log4j.logger().info("fine");
            log4j.logger().error("{} {} {}", LISTED_PAAS, LISTED_JOB, LISTED_PAAS);
            log4j.logger().error("failed", new IllegalStateException(LISTED_JOB));

            assertThat(tally(log4j).getEvents()).isEqualTo(3);
            assertThat(tally(log4j).getEventsWithCodes()).isEqualTo(2);
            assertThat(tally(log4j).getDetections()).isEqualTo(3);
            assertThat(log4j.problems()).isEmpty();
        }
    }

    @Test
    void everyCodeOfAnEventIsCounted() {
        try (StartedContext log4j = started("interval=\"0\" max=\"1\"")) {
            log4j.logger()
                    .error(
                            "{\"code\":1301001} {\"code\":1301002} {\"code\":1302001} {\"code\":1306201} {\"code\":1250001}");

            assertThat(tally(log4j).getDetections()).isEqualTo(5);
        }
    }

    @Test
    void summaryIsThatOfTheAnalyzer() throws IOException {
        try (StartedContext log4j = started("interval=\"0\" lang=\"en\"")) {
            log4j.logger().error(LISTED_PAAS);
            log4j.logger().error(LISTED_PAAS);
            log4j.logger().error(UNLISTED_CMDB);

            assertThat(values(tally(log4j).getSummaryJson()))
                    .containsEntry("/schema", "bk-errcode/summary/1")
                    .containsEntry("/linesWithCodes", "3")
                    .containsEntry("/platforms/0/id", "paas")
                    .containsEntry("/platforms/0/codes/0/code", "1306201")
                    .containsEntry(
                            "/platforms/0/codes/0/remediation",
                            "Check that the third-party system API service is normal")
                    .containsEntry("/platforms/0/codes/0/sample/file", "com.example.App")
                    .containsEntry("/platforms/1/codes/0/listed", "false");
            assertThat(tally(log4j).summary().detections()).isEqualTo(3);
        }
    }

    @Test
    void reportIsOneLineThatIsNeitherCountedNorExplained() {
        try (StartedContext log4j = started("interval=\"50 ms\"")) {
            log4j.logger().error("{} {}", LISTED_PAAS, LISTED_JOB);
            StartedContext.await(() -> log4j.events().size() == 2);
            log4j.logger().error(LISTED_PAAS);
            StartedContext.await(() -> log4j.events().size() == 4);

            assertThat(log4j.kept().texts().get(1))
                    .isEqualTo("tally: error codes: 2 new, 2 in all: job 1250001x1; paas 1306201x1;");
            assertThat(log4j.kept().texts().get(3))
                    .isEqualTo("tally: error codes: 1 new, 3 in all: paas 1306201x2; job 1250001x1;");
            assertThat(log4j.events().get(1))
                    .extracting(LogEvent::getLoggerName)
                    .isEqualTo(ErrorCodeTally.REPORT_LOGGER);
            assertThat(tally(log4j).getDetections()).isEqualTo(3);
        }
    }

    @Test
    void mistakenIntervalIsSaidAndCountingGoesOn() {
        try (StartedContext log4j = started("interval=\"often\"")) {
            log4j.logger().error(LISTED_PAAS);

            assertThat(log4j.problems())
                    .containsExactly(
                            "ErrorCodeTally TALLY: interval: [often] is no time, expected such as 5 minutes, 30"
                                    + " seconds or 0; using 5 minutes");
            assertThat(tally(log4j).getDetections()).isEqualTo(1);
        }
    }

    @Test
    void countsAreAttributesOfAnMBean() throws Exception {
        StartedContext log4j = started("interval=\"0\"");
        try (log4j) {
            log4j.logger().error("{} {}", LISTED_PAAS, LISTED_JOB);
            log4j.logger().info("fine");

            assertThat(server.getAttribute(objectName(), "Events")).isEqualTo(2L);
            assertThat(server.getAttribute(objectName(), "EventsWithCodes")).isEqualTo(1L);
            assertThat(server.getAttribute(objectName(), "Detections")).isEqualTo(2L);
            assertThat(values((String) server.getAttribute(objectName(), "SummaryJson")))
                    .containsEntry("/detections", "2");

            server.invoke(objectName(), "reset", new Object[0], new String[0]);
            assertThat(tally(log4j).getDetections()).isZero();
        }
        assertThat(server.isRegistered(objectName())).isFalse();
    }

    @Test
    void secondContextOfTheNameIsNumbered() throws JMException {
        StartedContext first = started("interval=\"0\"");
        try (StartedContext second = started("interval=\"0\"")) {
            second.logger().error(LISTED_PAAS);

            first.close();

            assertThat(server.isRegistered(objectName())).isFalse();
            assertThat(server.getAttribute(new ObjectName(objectName() + ",instance=2"), "Detections"))
                    .isEqualTo(1L);
        }
    }

    @Test
    void countsOutliveAConfiguration() throws JMException {
        try (StartedContext log4j = started("interval=\"0\"")) {
            log4j.logger().error(LISTED_PAAS);
            ErrorCodeTally before = tally(log4j);

            log4j.reconfigure("<Appenders>" + tally("interval=\"0\" lang=\"en\"") + "</Appenders>" + root("TALLY"));
            log4j.logger().error(LISTED_PAAS);

            assertThat(tally(log4j)).isNotSameAs(before);
            assertThat(before.isStopped()).isTrue();
            assertThat(tally(log4j).getDetections()).isEqualTo(2);
            assertThat(tally(log4j).getSummaryJson()).contains("Exception when requesting");
            assertThat(server.getAttribute(objectName(), "Detections")).isEqualTo(2L);
        }
    }

    @Test
    void tallyThatIsGoneFromTheConfigurationIsGoneFromJmx() throws JMException {
        try (StartedContext log4j = started("interval=\"0\"")) {
            log4j.reconfigure("<Appenders>" + kept("OUT", "%msg") + "</Appenders>" + root("OUT"));

            assertThat(server.isRegistered(objectName())).isFalse();
            assertThat(log4j.problems()).isEmpty();
        }
    }

    @Test
    void stopKeepsWhatWasCounted() {
        StartedContext log4j = started("interval=\"0\"");
        log4j.logger().error(LISTED_PAAS);
        ErrorCodeTally tally = tally(log4j);

        log4j.close();

        assertThat(tally.getDetections()).isEqualTo(1);
    }

    @Test
    void tallyWithoutAContextCounts() throws IOException {
        ErrorCodeTally tally =
                ErrorCodeTally.newBuilder().setName("alone").setInterval("0").build();
        assertThat(values(tally.getSummaryJson())).containsEntry("/detections", "0");

        tally.start();
        tally.start();
        tally.reset();
        tally.stop();

        assertThat(tally.getEvents()).isZero();
        assertThat(tally.isStopped()).isTrue();
    }

    @Test
    void filterSelectsWhatIsCounted() {
        String filtered =
                "<ErrorCodeTally name=\"TALLY\" interval=\"0\"><ErrorCodeFilter platforms=\"job\"/></ErrorCodeTally>";
        try (StartedContext log4j = StartedContext.appenders(filtered, "TALLY")) {
            log4j.logger().error(LISTED_PAAS);
            log4j.logger().error(LISTED_JOB);

            assertThat(tally(log4j).getEvents()).isEqualTo(1);
        }
    }

    @Test
    void unlistedCodesAreBounded() {
        try (StartedContext log4j = StartedContext.appenders(tally("interval=\"0\""), "TALLY")) {
            for (int i = 0; i < ErrorCodeTally.MAX_UNLISTED + 10; i++) {
                log4j.logger().error("\"bk_error_code\":{}", 1_195_000 + i);
            }

            assertThat(tally(log4j).getDetections()).isEqualTo(ErrorCodeTally.MAX_UNLISTED);
        }
    }
}
