package io.github.bkerrcode.logback;

import static io.github.bkerrcode.logback.LogbackContexts.LISTED;
import static io.github.bkerrcode.logback.LogbackContexts.enriching;
import static io.github.bkerrcode.logback.LogbackContexts.property;
import static io.github.bkerrcode.logback.LogbackContexts.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ErrorCodeFilterTest {

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

    private static String filtered(String settings) {
        return "<appender name=\"LIST\" " + LISTED + "><filter class=\"" + ErrorCodeFilter.class.getName() + "\">"
                + settings + "</filter></appender>";
    }

    /** Which of the messages pass a filter with these settings. */
    private List<String> passing(String settings, String... messages) {
        logback.start(filtered(settings) + root("LIST"));
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
    void eventsWithoutCodeAreDeniedUnlessTold() {
        assertThat(passing("", PAAS, NONE, JOB, CMDB_UNLISTED)).containsExactly(PAAS, JOB, CMDB_UNLISTED);
    }

    @Test
    void platformsNarrow() {
        assertThat(passing("<platforms>job</platforms>", PAAS, JOB, CMDB_UNLISTED, NONE))
                .containsExactly(JOB);
    }

    @Test
    void severalPlatformsAreSeparatedByCommas() {
        assertThat(passing("<platforms> job, cmdb </platforms>", PAAS, JOB, CMDB_UNLISTED))
                .containsExactly(JOB, CMDB_UNLISTED);
    }

    @Test
    void codesNarrow() {
        assertThat(passing("<codes>1301002, APIGW_LACK_PARAMS</codes>", PAAS, JOB, "failed: APIGW_LACK_PARAMS"))
                .containsExactly(PAAS, "failed: APIGW_LACK_PARAMS");
    }

    @Test
    void listedTrueWantsCodesOfTheCatalog() {
        assertThat(passing("<listed>true</listed>", PAAS, CMDB_UNLISTED)).containsExactly(PAAS);
    }

    @Test
    void listedFalseWantsCodesThatTheCatalogLacks() {
        assertThat(passing("<listed>false</listed>", PAAS, CMDB_UNLISTED)).containsExactly(CMDB_UNLISTED);
    }

    @Test
    void oneCodeMustMeetAllCriteria() {
        String mixed = PAAS + ", " + CMDB_UNLISTED;

        assertThat(passing("<platforms>cmdb</platforms><listed>true</listed>", mixed))
                .isEmpty();
    }

    @Test
    void anyOfSeveralCodesSuffices() {
        assertThat(passing("<platforms>job</platforms>", PAAS + ", " + JOB)).containsExactly(PAAS + ", " + JOB);
    }

    @Test
    void codeInAThrowableCounts() {
        logback.start(filtered("<platforms>job</platforms>") + root("LIST"));
        logback.logger().error("it failed", new IllegalStateException("outer", new IllegalStateException(JOB)));

        assertThat(messages()).containsExactly("it failed");
    }

    @Test
    void matchingEventsCanBeDenied() {
        assertThat(passing("<onMatch>DENY</onMatch><onMismatch>NEUTRAL</onMismatch>", PAAS, NONE))
                .containsExactly(NONE);
    }

    @Test
    void acceptedEventsPassFurtherFilters() {
        String denyAll = "</filter><filter class=\"ch.qos.logback.classic.filter.LevelFilter\"><level>INFO</level>"
                + "<onMatch>DENY</onMatch>";

        assertThat(passing("<onMatch>ACCEPT</onMatch>" + denyAll, PAAS)).containsExactly(PAAS);
    }

    @Test
    void matchingEventsAreLeftToFurtherFiltersUnlessTold() {
        String denyAll = "</filter><filter class=\"ch.qos.logback.classic.filter.LevelFilter\"><level>INFO</level>"
                + "<onMatch>DENY</onMatch>";

        assertThat(passing(denyAll, PAAS)).isEmpty();
    }

    @Test
    void minConfidenceMovesTheThreshold() {
        assertThat(passing("<minConfidence>low</minConfidence>", "saw 1301002 today"))
                .containsExactly("saw 1301002 today");
    }

    @Test
    void mediumConfidenceIsAskedForUnlessTold() {
        assertThat(passing("", "saw 1301002 today")).isEmpty();
    }

    @Test
    void contextPropertyIsTheDefault() {
        logback.start(property("errcode.minConfidence", "low") + filtered("") + root("LIST"))
                .logger()
                .info("saw 1301002 today");

        assertThat(messages()).containsExactly("saw 1301002 today");
    }

    @Test
    void loggersAndMinLevelNarrow() {
        logback.start(filtered("<loggers>com.example</loggers><minLevel>warn</minLevel>") + root("LIST"));
        logback.logger("org.example.A").error("elsewhere " + PAAS);
        logback.logger("com.example.A").info("low " + PAAS);
        logback.logger("com.example.A").error("wanted " + PAAS);

        assertThat(messages()).containsExactly("wanted " + PAAS);
    }

    @Test
    void seesWhatAnAppenderBeforeItFound() {
        logback.start(filtered("<platforms>job</platforms>") + enriching("CODES", "", "LIST") + root("CODES"));
        logback.logger().info(PAAS);
        logback.logger().info(JOB);

        assertThat(messages()).containsExactly(JOB);
    }

    @Test
    void mistakenListedNamesTheAllowedValues() {
        assertThat(passing("<listed>perhaps</listed>", PAAS, CMDB_UNLISTED)).containsExactly(PAAS, CMDB_UNLISTED);
        assertThat(problems()).singleElement().asString().contains("<listed>", "[perhaps]", "true or false");
    }

    @Test
    void mistakenPlatformIsSaid() {
        passing("<platforms>jobb</platforms>", JOB);

        assertThat(problems()).singleElement().asString().contains("<platforms>", "[jobb]");
    }

    @Test
    void filterThatWasNotStartedHasNoOpinion() {
        assertThat(new ErrorCodeFilter().decide(LogbackContexts.event(NONE))).isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void filterThatWasStoppedHasNoOpinion() {
        ErrorCodeFilter filter = started();
        filter.stop();

        assertThat(filter.decide(LogbackContexts.event(NONE))).isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void failureIsSaidOnceAndHasNoOpinion() {
        ErrorCodeFilter filter = started();

        assertThat(filter.decide(LogbackContexts.failing(new StackOverflowError())))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(filter.decide(LogbackContexts.failing(new IllegalStateException())))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(problems()).singleElement().asString().contains("the filter has no opinion on events");
    }

    @Test
    void failureOfTheVirtualMachinePasses() {
        ErrorCodeFilter filter = started();

        assertThatThrownBy(() -> filter.decide(LogbackContexts.failing(new OutOfMemoryError("made up"))))
                .isInstanceOf(OutOfMemoryError.class);
    }

    private ErrorCodeFilter started() {
        ErrorCodeFilter filter = new ErrorCodeFilter();
        filter.setContext(logback.context());
        filter.start();
        return filter;
    }
}
