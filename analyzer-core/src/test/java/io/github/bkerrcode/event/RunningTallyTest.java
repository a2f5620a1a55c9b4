package io.github.bkerrcode.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.enrich.EnricherSettings;
import io.github.bkerrcode.enrich.LiveEnricher;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class RunningTallyTest {

    private static final LiveEnricher CODES = new LiveEnricher(EnricherSettings.DEFAULT, problem -> {});

    private final RunningTally tally = new RunningTally();

    private void count(String text) {
        tally.explainBy(CODES);
        tally.seen();
        tally.count("com.example.App", Instant.EPOCH, text, CODES.enrich(text));
    }

    @Test
    void tallyThatHasSeenNothingHasAnEmptySummary() {
        assertThat(tally.summary().platforms()).isEmpty();
        assertThat(tally.getSummaryJson()).contains("\"detections\" : 0");
        assertThat(tally.reportLine()).isNull();
    }

    @Test
    void reportSaysWhatIsNew() {
        count("errorCode=1252001 errorCode=1301002");
        assertThat(tally.reportLine()).isEqualTo("error codes: 2 new, 2 in all: job 1252001x1; paas 1301002x1");
        assertThat(tally.reportLine()).isNull();

        count("errorCode=1252001");

        assertThat(tally.reportLine()).isEqualTo("error codes: 1 new, 3 in all: job 1252001x2; paas 1301002x1");
        assertThat(tally.getEvents()).isEqualTo(2);
        assertThat(tally.getEventsWithCodes()).isEqualTo(2);
    }

    @Test
    void unlistedCodesBeyondTheLimitAreNotCounted() {
        List<String> heard = new ArrayList<>();
        tally.addListener(known -> heard.add(known.code().token()));
        for (int i = 0; i <= RunningTally.MAX_UNLISTED; i++) {
            count("\"bk_error_code\":" + (1_195_000 + i));
        }

        assertThat(tally.getDetections()).isEqualTo(RunningTally.MAX_UNLISTED);
        assertThat(tally.getEvents()).isEqualTo(RunningTally.MAX_UNLISTED + 1);
        assertThat(heard).hasSize(RunningTally.MAX_UNLISTED).doesNotContain("1196000");
    }

    @Test
    void resetBeginsFromZero() {
        count("errorCode=1252001");
        tally.reset();
        count("errorCode=1301002");

        assertThat(tally.summary().detections()).isEqualTo(1);
        assertThat(tally.reportLine()).isEqualTo("error codes: 1 new, 1 in all: paas 1301002x1");
    }

    @Test
    void labelsAreBounded() {
        CodeLabels labels = new CodeLabels();
        for (int i = 0; i < CodeLabels.MAX_CODES; i++) {
            assertThat(label(labels, 1_195_000 + i)).isEqualTo(String.valueOf(1_195_000 + i));
        }

        assertThat(label(labels, 1_197_000)).isEqualTo("other");
        assertThat(label(labels, 1_195_000)).isEqualTo("1195000");
    }

    private static String label(CodeLabels labels, int code) {
        return labels.of(CODES.enrich("\"bk_error_code\":" + code).get(0).resolution());
    }

    @Test
    void talliesOfOneNameAreNumberedAmongTheMBeans() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("io.github.bkerrcode:type=ErrorCodeTally,context=\"default\",name=\"null\"");
        RecordingContext context = new RecordingContext();
        TallyJmx first = new TallyJmx(tally);
        TallyJmx second = new TallyJmx(new RunningTally());
        count("errorCode=1252001");

        first.register(null, null, context);
        second.register(null, null, context);
        assertThat(server.getAttribute(name, "Detections")).isEqualTo(1L);
        assertThat(server.isRegistered(new ObjectName(name + ",instance=2"))).isTrue();

        first.unregister(context);
        first.unregister(context);
        second.unregister(context);
        assertThat(server.queryNames(new ObjectName("io.github.bkerrcode:*"), null))
                .isEmpty();
        assertThat(context.said()).isEmpty();
    }
}
