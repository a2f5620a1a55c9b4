package io.github.bkerrcode.logback;

import static io.github.bkerrcode.logback.LogbackContexts.LISTED;
import static io.github.bkerrcode.logback.LogbackContexts.property;
import static io.github.bkerrcode.logback.LogbackContexts.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ErrorCodeEvaluatorTest {

    private static final String PAAS = "errorCode=1301002";
    private static final String JOB = "errorCode=1252001";
    private static final String CMDB_UNLISTED = "errorCode=1199014";
    private static final String NONE = "all is well";

    @RegisterExtension
    final LogbackContexts logback = new LogbackContexts();

    private boolean problemsExpected;

    @AfterEach
    void nothingIsComplainedOfUnlessExpected() {
        if (!problemsExpected) {
            assertThat(logback.problems()).isEmpty();
        }
    }

    private static String evaluated(String settings) {
        return "<appender name=\"LIST\" " + LISTED + "><filter class=\"ch.qos.logback.core.filter.EvaluatorFilter\">"
                + "<evaluator class=\"" + ErrorCodeEvaluator.class.getName() + "\">" + settings + "</evaluator>"
                + "<onMatch>ACCEPT</onMatch><onMismatch>DENY</onMismatch></filter></appender>";
    }

    private List<String> passing(String settings, String... messages) {
        logback.start(evaluated(settings) + root("LIST"));
        for (String message : messages) {
            logback.logger().info(message);
        }
        return messages();
    }

    private List<String> messages() {
        return logback.events().stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private List<String> problems() {
        problemsExpected = true;
        return logback.problems();
    }

    @Test
    void anyCodeCountsUnlessTold() {
        assertThat(passing("", PAAS, NONE, CMDB_UNLISTED)).containsExactly(PAAS, CMDB_UNLISTED);
    }

    @Test
    void codesNarrow() {
        assertThat(passing("<codes>1250001,1252001</codes>", PAAS, JOB, "errorCode=1250001"))
                .containsExactly(JOB, "errorCode=1250001");
    }

    @Test
    void platformsNarrow() {
        assertThat(passing("<platforms>paas,cmdb</platforms>", PAAS, JOB, CMDB_UNLISTED))
                .containsExactly(PAAS, CMDB_UNLISTED);
    }

    @Test
    void listedNarrows() {
        assertThat(passing("<listed> FALSE </listed>", PAAS, CMDB_UNLISTED)).containsExactly(CMDB_UNLISTED);
    }

    @Test
    void codeInAThrowableCounts() {
        logback.start(evaluated("<codes>1252001</codes>") + root("LIST"));
        logback.logger().error("it failed", new IllegalStateException(JOB));

        assertThat(messages()).containsExactly("it failed");
    }

    @Test
    void minConfidenceLoggersAndMinLevelNarrow() {
        logback.start(
                evaluated("<minConfidence>high</minConfidence><loggers>com.example</loggers><minLevel>warn</minLevel>")
                        + root("LIST"));
        logback.logger("com.example.A").warn("1301002 连接失败");
        logback.logger("com.example.A").info("low " + PAAS);
        logback.logger("org.example.A").warn("elsewhere " + PAAS);
        logback.logger("com.example.A").warn("wanted " + PAAS);

        assertThat(messages()).containsExactly("wanted " + PAAS);
    }

    @Test
    void contextPropertyIsTheDefault() {
        logback.start(property("errcode.minConfidence", "low") + evaluated("") + root("LIST"))
                .logger()
                .info("saw 1301002 today");

        assertThat(messages()).containsExactly("saw 1301002 today");
    }

    @Test
    void mistakenListedNamesTheAllowedValues() {
        assertThat(passing("<listed>no</listed>", PAAS)).containsExactly(PAAS);
        assertThat(problems()).singleElement().asString().contains("<listed>", "[no]", "true or false");
    }

    @Test
    void evaluatorThatWasNotStartedCountsNothing() {
        assertThat(new ErrorCodeEvaluator().evaluate(LogbackContexts.event(PAAS)))
                .isFalse();
    }

    @Test
    void failureIsSaidOnceAndDoesNotCount() {
        ErrorCodeEvaluator evaluator = started();

        assertThat(evaluator.evaluate(LogbackContexts.failing(new StackOverflowError())))
                .isFalse();
        assertThat(evaluator.evaluate(LogbackContexts.failing(new IllegalStateException())))
                .isFalse();
        assertThat(problems()).singleElement().asString().contains("the event does not count");
    }

    @Test
    void failureOfTheVirtualMachinePasses() {
        ErrorCodeEvaluator evaluator = started();

        assertThatThrownBy(() -> evaluator.evaluate(LogbackContexts.failing(new OutOfMemoryError("made up"))))
                .isInstanceOf(OutOfMemoryError.class);
    }

    private ErrorCodeEvaluator started() {
        ErrorCodeEvaluator evaluator = new ErrorCodeEvaluator();
        evaluator.setContext(logback.context());
        evaluator.start();
        return evaluator;
    }
}
