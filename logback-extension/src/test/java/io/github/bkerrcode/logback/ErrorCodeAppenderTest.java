package io.github.bkerrcode.logback;

import static io.github.bkerrcode.logback.LogbackContexts.ENRICHING;
import static io.github.bkerrcode.logback.LogbackContexts.PRINTED;
import static io.github.bkerrcode.logback.LogbackContexts.async;
import static io.github.bkerrcode.logback.LogbackContexts.enriching;
import static io.github.bkerrcode.logback.LogbackContexts.listing;
import static io.github.bkerrcode.logback.LogbackContexts.printing;
import static io.github.bkerrcode.logback.LogbackContexts.property;
import static io.github.bkerrcode.logback.LogbackContexts.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;

class ErrorCodeAppenderTest {

    private static final String MYSQL = "errorCode=1252001";
    private static final KeyValuePair[] MYSQL_PAIRS = {
        new KeyValuePair("errcode.code", "1252001"),
        new KeyValuePair("errcode.platform", "job"),
        new KeyValuePair("errcode.meaning", "数据库异常")
    };

    @RegisterExtension
    final LogbackContexts logback = new LogbackContexts();

    private boolean problemsExpected;

    @AfterEach
    void nothingIsComplainedOfUnlessExpected() {
        if (!problemsExpected) {
            assertThat(logback.problems()).isEmpty();
        }
    }

    private List<String> problems() {
        problemsExpected = true;
        return logback.problems();
    }

    /** The event that a list behind the appender gets for a message. */
    private ILoggingEvent handedOn(String settings, String message) {
        startListing(settings).logger().info(message);
        return onlyEvent();
    }

    private LogbackContexts startListing(String settings) {
        return logback.start(listing("LIST") + enriching("CODES", settings, "LIST") + root("CODES"));
    }

    private LogbackContexts startPrinting(String settings, String pattern) {
        return logback.start(printing("OUT", pattern) + enriching("CODES", settings, "OUT") + root("CODES"));
    }

    private ILoggingEvent onlyEvent() {
        assertThat(logback.events()).hasSize(1);
        return logback.events().get(0);
    }

    private static String target(String value) {
        return "<target>" + value + "</target>";
    }

    private static String prefix(String value) {
        return "<fieldPrefix>" + value + "</fieldPrefix>";
    }

    private static Set<String> pairKeys(ILoggingEvent event) {
        Set<String> keys = new HashSet<>();
        for (KeyValuePair pair : event.getKeyValuePairs()) {
            keys.add(pair.key);
        }
        return keys;
    }

    // ---- Where the fields go

    @Test
    void fieldsAreKeyValuesUnlessTold() {
        ILoggingEvent event = handedOn("", "errorCode=1301002");

        assertThat(event.getKeyValuePairs())
                .containsExactly(
                        new KeyValuePair("errcode.code", "1301002"),
                        new KeyValuePair("errcode.platform", "paas"),
                        new KeyValuePair("errcode.meaning", "数据库访问存在问题"),
                        new KeyValuePair("errcode.remediation", "确认配置的数据库连接正常且库和表都存在"));
        assertThat(event.getMDCPropertyMap()).isEmpty();
    }

    @Test
    void targetMdcPutsThemIntoTheMdcOnly() {
        ILoggingEvent event = handedOn(target("mdc"), MYSQL);

        assertThat(event.getMDCPropertyMap())
                .containsOnly(
                        entry("errcode.code", "1252001"),
                        entry("errcode.platform", "job"),
                        entry("errcode.meaning", "数据库异常"));
        assertThat(event.getKeyValuePairs()).isNullOrEmpty();
    }

    @Test
    void targetBothHasUnderscoresInTheMdc() {
        ILoggingEvent event = handedOn(target("both"), MYSQL);

        assertThat(event.getKeyValuePairs()).containsExactly(MYSQL_PAIRS);
        assertThat(event.getMDCPropertyMap())
                .containsOnly(
                        entry("errcode_code", "1252001"),
                        entry("errcode_platform", "job"),
                        entry("errcode_meaning", "数据库异常"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"errcode.", "bk_", "bk.err_", "bk"})
    void targetBothNeverPutsAKeyIntoBoth(String prefix) {
        ILoggingEvent event = handedOn(target("both") + prefix(prefix), MYSQL);

        assertThat(event.getMDCPropertyMap()).hasSize(3);
        assertThat(pairKeys(event))
                .hasSize(3)
                .doesNotContainAnyElementsOf(event.getMDCPropertyMap().keySet());
    }

    @Test
    void caseOfTheTargetDoesNotMatter() {
        assertThat(handedOn(target("KeyValues"), MYSQL).getKeyValuePairs()).containsExactly(MYSQL_PAIRS);
    }

    @Test
    void mistakenTargetNamesTheAllowedOnes() {
        assertThat(handedOn(target("context"), MYSQL).getKeyValuePairs()).containsExactly(MYSQL_PAIRS);
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("<target>", "[context]", "keyValues, mdc or both", "using keyValues");
    }

    @Test
    @SuppressWarnings("deprecation") // layouts of others still call it
    void getMdcIsTheSameMap() {
        ILoggingEvent event = handedOn(target("mdc"), MYSQL);

        assertThat(event.getMdc()).isEqualTo(event.getMDCPropertyMap()).hasSize(3);
    }

    // ---- What they are called

    @Test
    void prefixCanBeChosen() {
        assertThat(pairKeys(handedOn(prefix("bk.err."), MYSQL)))
                .containsExactlyInAnyOrder("bk.err.code", "bk.err.platform", "bk.err.meaning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error.", "error.bk."})
    void prefixThatClashesWithFieldsOfFormatsIsRefused(String prefix) {
        assertThat(handedOn(prefix(prefix), MYSQL).getKeyValuePairs()).containsExactly(MYSQL_PAIRS);
        assertThat(problems()).singleElement().asString().contains("<fieldPrefix>", "using errcode.");
    }

    @Test
    void emptyPrefixIsRefused() {
        ErrorCodeAppender codes = new ErrorCodeAppender();
        codes.setContext(logback.context());
        codes.setFieldPrefix(" ");
        ListAppender<ILoggingEvent> list = list("A");
        codes.addAppender(list);
        codes.start();

        codes.doAppend(LogbackContexts.event(MYSQL));

        assertThat(list.list.get(0).getKeyValuePairs()).containsExactly(MYSQL_PAIRS);
        assertThat(problems()).singleElement().asString().contains("<fieldPrefix>", "using errcode.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"errors.", "error_", "my.error."})
    void prefixThatOnlyLooksAlikeIsTaken(String prefix) {
        assertThat(pairKeys(handedOn(prefix(prefix), MYSQL))).contains(prefix + "code");
    }

    @Test
    void languageOfTheTextsCanBeChosen() {
        assertThat(handedOn("<lang>en</lang>", MYSQL).getKeyValuePairs())
                .contains(new KeyValuePair("errcode.meaning", "Database exception"));
    }

    @Test
    void languageOfTheContextIsTheDefault() {
        logback.start(property("errcode.lang", "en") + listing("LIST") + enriching("CODES", "", "LIST") + root("CODES"))
                .logger()
                .info(MYSQL);

        assertThat(onlyEvent().getKeyValuePairs()).contains(new KeyValuePair("errcode.meaning", "Database exception"));
    }

    // ---- Which codes

    @Test
    void severalCodesShareTheFields() {
        assertThat(handedOn("", "errorCode=1301002, errorCode=1252001").getKeyValuePairs())
                .containsExactly(
                        new KeyValuePair("errcode.code", "1301002,1252001"),
                        new KeyValuePair("errcode.platform", "paas,job"),
                        new KeyValuePair("errcode.meaning", "数据库访问存在问题 / 数据库异常"),
                        new KeyValuePair("errcode.remediation", "确认配置的数据库连接正常且库和表都存在"));
    }

    @Test
    void maxLimitsThem() {
        assertThat(handedOn("<max>1</max>", MYSQL + ", errorCode=1301002").getKeyValuePairs())
                .containsExactly(MYSQL_PAIRS);
    }

    @Test
    void codesOfCausesAndSuppressedThrowablesCount() {
        IllegalStateException failure = new IllegalStateException("outer", new IOException("errorCode=1252001"));
        failure.addSuppressed(new IOException("errorCode=1255001"));
        startListing("").logger().error("errorCode=1301002", failure);

        assertThat(onlyEvent().getKeyValuePairs())
                .contains(new KeyValuePair("errcode.code", "1301002,1252001,1255001"));
    }

    @Test
    void minLevelAndLoggersNarrow() {
        startListing("<minLevel>warn</minLevel><loggers>com.example</loggers>");
        logback.logger("com.example.A").info(MYSQL);
        logback.logger("org.example.A").warn(MYSQL);
        logback.logger("com.example.A").warn(MYSQL);

        assertThat(logback.events())
                .extracting(event -> event instanceof EnrichedLoggingEvent)
                .containsExactly(false, false, true);
    }

    @Test
    void reportsOfTheTallyAreHandedOnAsTheyAre() {
        startListing("").logger(ErrorCodeTally.REPORT_LOGGER).info(MYSQL);

        assertThat(onlyEvent()).isInstanceOf(LoggingEvent.class);
    }

    // ---- The event others see

    private void startBesideAPlainList(String settings) {
        logback.start(listing("PLAIN")
                + listing("LIST")
                + enriching("CODES", settings, "LIST")
                + "<root level=\"trace\"><appender-ref ref=\"CODES\"/><appender-ref ref=\"PLAIN\"/></root>");
    }

    private ILoggingEvent plainEvent() {
        return ((ListAppender<ILoggingEvent>) logback.appender("PLAIN")).list.get(0);
    }

    @Test
    void eventWithoutCodeIsHandedOnItself() {
        startBesideAPlainList("");
        logback.logger().info("all is well");

        assertThat(onlyEvent()).isSameAs(plainEvent());
    }

    @Test
    void eventThatOthersGetHasNoFields() {
        startBesideAPlainList(target("both"));
        logback.logger().atInfo().addKeyValue("own", 1).log(MYSQL);

        assertThat(pairKeys(onlyEvent())).hasSize(4);
        assertThat(plainEvent().getKeyValuePairs()).containsExactly(new KeyValuePair("own", 1));
        assertThat(plainEvent().getMDCPropertyMap()).isEmpty();
    }

    @Test
    void mdcOfTheThreadStaysAsItIs() {
        startListing(target("both"));
        logback.context().getMDCAdapter().put("own", "1");
        logback.logger().info(MYSQL);

        assertThat(logback.context().getMDCAdapter().getCopyOfContextMap()).containsOnly(entry("own", "1"));
    }

    @Test
    void fieldsComeBehindThoseOfTheEvent() {
        startListing("").logger().atInfo().addKeyValue("own", 1).log(MYSQL);

        assertThat(onlyEvent().getKeyValuePairs())
                .containsExactly(new KeyValuePair("own", 1), MYSQL_PAIRS[0], MYSQL_PAIRS[1], MYSQL_PAIRS[2]);
    }

    @Test
    void keyValuesThatTheEventHasAlreadyWin() {
        startListing("")
                .logger()
                .atInfo()
                .addKeyValue("errcode.platform", "mine")
                .log(MYSQL);

        assertThat(onlyEvent().getKeyValuePairs())
                .containsExactly(new KeyValuePair("errcode.platform", "mine"), MYSQL_PAIRS[0], MYSQL_PAIRS[2]);
    }

    @Test
    void mdcEntriesThatTheEventHasAlreadyWin() {
        startListing(target("mdc"));
        logback.context().getMDCAdapter().put("errcode.platform", "mine");
        logback.logger().info(MYSQL);

        assertThat(onlyEvent().getMDCPropertyMap())
                .containsOnly(
                        entry("errcode.code", "1252001"),
                        entry("errcode.platform", "mine"),
                        entry("errcode.meaning", "数据库异常"));
    }

    @Test
    void keyThatStandsInTheMdcIsNotPutIntoKeyValuesToo() {
        startListing("");
        logback.context().getMDCAdapter().put("errcode.platform", "mine");
        logback.logger().info(MYSQL);

        assertThat(onlyEvent().getKeyValuePairs()).containsExactly(MYSQL_PAIRS[0], MYSQL_PAIRS[2]);
    }

    @Test
    void keyThatStandsInKeyValuesIsNotPutIntoTheMdcToo() {
        startListing(target("mdc"))
                .logger()
                .atInfo()
                .addKeyValue("errcode.platform", "mine")
                .log(MYSQL);

        assertThat(onlyEvent().getMDCPropertyMap()).containsOnlyKeys("errcode.code", "errcode.meaning");
    }

    @Test
    void oneAppenderBehindAnotherAddsNothing() {
        logback.start(listing("LIST")
                        + enriching("SECOND", "<lang>en</lang>", "LIST")
                        + enriching("FIRST", "", "SECOND")
                        + root("FIRST"))
                .logger()
                .info(MYSQL);

        assertThat(onlyEvent().getKeyValuePairs()).containsExactly(MYSQL_PAIRS);
    }

    @Test
    void callerDataIsNotForced() {
        assertThat(handedOn("", MYSQL).hasCallerData()).isFalse();
    }

    // ---- What layouts and encoders make of it

    @Test
    void patternPrintsKeyValues() {
        startPrinting("", "%msg %kvp").logger().info(MYSQL);

        assertThat(logback.printed())
                .isEqualTo(
                        "errorCode=1252001 errcode.code=\"1252001\" errcode.platform=\"job\" errcode.meaning=\"数据库异常\"");
    }

    @Test
    void patternPrintsMdc() {
        startPrinting(target("mdc"), "%mdc{errcode.code} %X{errcode.meaning} %X{none:-nothing}")
                .logger()
                .info(MYSQL);

        assertThat(logback.printed()).isEqualTo("1252001 数据库异常 nothing");
    }

    @Test
    void patternPrintsThrowableOnce() {
        startPrinting("", "%msg%n%ex{0}").logger().error("it failed", new IOException(MYSQL));

        assertThat(logback.printed().lines()).containsExactly("it failed", "java.io.IOException: errorCode=1252001");
    }

    @Test
    void converterBehindItExplainsTheSameCodes() {
        startPrinting("", "%errcode{code} %errcode{code, max=1}").logger().info(MYSQL + ", errorCode=1301002");

        assertThat(logback.printed()).isEqualTo("1252001; 1301002 1252001");
    }

    /** The values of the one line that a JSON encoder writes, by their JSON pointers. */
    private Map<String, String> json(String settings) throws IOException {
        logback.start("<appender name=\"OUT\" " + PRINTED
                + "><encoder class=\"ch.qos.logback.classic.encoder.JsonEncoder\"/></appender>"
                + enriching("CODES", settings, "OUT")
                + root("CODES"));
        logback.context().getMDCAdapter().put("trace", "t1");
        logback.logger().error("{\"code\": 1252001}", new IOException("outer"));
        assertThat(logback.printed().lines()).hasSize(1);
        Map<String, String> values = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(logback.printed())) {
            json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isScalarValue()) {
                    values.put(json.getParsingContext().pathAsPointer().toString(), json.getText());
                }
            }
        }
        return values;
    }

    @Test
    void jsonEncoderWritesKeyValues() throws IOException {
        assertThat(json(""))
                .containsEntry("/message", "{\"code\": 1252001}")
                .containsEntry("/throwable/message", "outer")
                .containsEntry("/mdc/trace", "t1")
                .containsEntry("/kvpList/0/errcode.code", "1252001")
                .containsEntry("/kvpList/1/errcode.platform", "job")
                .containsEntry("/kvpList/2/errcode.meaning", "数据库异常")
                .doesNotContainKey("/mdc/errcode.code");
    }

    @Test
    void jsonEncoderWritesMdc() throws IOException {
        assertThat(json(target("mdc")))
                .containsEntry("/mdc/trace", "t1")
                .containsEntry("/mdc/errcode.code", "1252001")
                .containsEntry("/mdc/errcode.meaning", "数据库异常");
    }

    // ---- Before and behind an AsyncAppender

    private ILoggingEvent loggedAsynchronously(String elements) {
        logback.start(elements);
        List<ILoggingEvent> events = logback.events();
        logback.context().getMDCAdapter().put("trace", "then");
        logback.logger()
                .atError()
                .setCause(new IOException("errorCode=1301002"))
                .log("errorCode={}", 1252001);
        logback.context().getMDCAdapter().put("trace", "later");
        logback.context().stop();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    @Test
    void mayStandBeforeAnAsyncAppender() {
        ILoggingEvent event = loggedAsynchronously(
                listing("LIST") + async("ASYNC", "LIST") + enriching("CODES", target("both"), "ASYNC") + root("CODES"));

        assertThat(event.getKeyValuePairs()).contains(new KeyValuePair("errcode.code", "1252001,1301002"));
        assertThat(event.getMDCPropertyMap())
                .contains(entry("trace", "then"), entry("errcode_code", "1252001,1301002"));
        assertThat(event.getThreadName()).isEqualTo(Thread.currentThread().getName());
    }

    @Test
    void mayStandBehindAnAsyncAppender() {
        ILoggingEvent event = loggedAsynchronously(
                listing("LIST") + enriching("CODES", target("both"), "LIST") + async("ASYNC", "CODES") + root("ASYNC"));

        assertThat(event.getKeyValuePairs()).contains(new KeyValuePair("errcode.code", "1252001,1301002"));
        assertThat(event.getMDCPropertyMap())
                .contains(entry("trace", "then"), entry("errcode_code", "1252001,1301002"));
        assertThat(event.getThreadName()).isEqualTo(Thread.currentThread().getName());
    }

    // ---- The appenders it hands on to

    @Test
    void handsOnToAllAttachedOnes() {
        logback.start(listing("LIST")
                        + listing("PLAIN")
                        + "<appender name=\"CODES\" " + ENRICHING
                        + "><appender-ref ref=\"LIST\"/><appender-ref ref=\"PLAIN\"/></appender>"
                        + root("CODES"))
                .logger()
                .info(MYSQL);

        assertThat(onlyEvent().getKeyValuePairs()).containsExactly(MYSQL_PAIRS);
        assertThat(plainEvent()).isSameAs(onlyEvent());
    }

    @Test
    void withoutAnAttachedOneItWarns() {
        logback.start("<appender name=\"CODES\" " + ENRICHING + "/>" + root("CODES"))
                .logger()
                .info(MYSQL);

        assertThat(problems()).singleElement().asString().contains("[CODES]", "appender-ref");
    }

    @Test
    void attachedOnesAreStoppedWithIt() {
        startListing("");
        ListAppender<ILoggingEvent> list = (ListAppender<ILoggingEvent>) logback.appender("LIST");
        assertThat(list.isStarted()).isTrue();

        logback.appender("CODES").stop();

        assertThat(list.isStarted()).isFalse();
        assertThat(logback.appender("LIST")).isSameAs(list);
    }

    @Test
    void onceStoppedItHandsNothingOn() {
        startListing("");
        logback.appender("CODES").stop();
        logback.logger().info(MYSQL);

        assertThat(logback.events()).isEmpty();
        // Logback's own words about a stopped appender that still is attached.
        assertThat(problems()).allSatisfy(problem -> assertThat(problem).contains("non started appender [CODES]"));
    }

    @Test
    void attachedOneIsFoundByName() {
        ErrorCodeAppender codes = new ErrorCodeAppender();
        ListAppender<ILoggingEvent> list = list("A");
        codes.addAppender(list);

        assertThat(codes.getAppender("A")).isSameAs(list);
        assertThat(codes.getAppender("B")).isNull();
        assertThat(codes.isAttached(list)).isTrue();
        assertThat(codes.isAttached(list("A"))).isFalse();
        assertThat(codes.iteratorForAppenders()).toIterable().containsExactly(list);
    }

    @Test
    void oneCanBeDetached() {
        ErrorCodeAppender codes = new ErrorCodeAppender();
        ListAppender<ILoggingEvent> list = list("A");
        codes.addAppender(list);

        assertThat(codes.detachAppender(list)).isTrue();
        assertThat(codes.detachAppender(list)).isFalse();
        assertThat(codes.isAttached(list)).isFalse();
        assertThat(list.isStarted()).isTrue();
    }

    @Test
    void oneCanBeDetachedByName() {
        ErrorCodeAppender codes = new ErrorCodeAppender();
        ListAppender<ILoggingEvent> list = list("A");
        codes.addAppender(list);

        assertThat(codes.detachAppender("B")).isFalse();
        assertThat(codes.detachAppender("A")).isTrue();
        assertThat(codes.isAttached(list)).isFalse();
    }

    @Test
    void allCanBeDetachedAndStopped() {
        ErrorCodeAppender codes = new ErrorCodeAppender();
        ListAppender<ILoggingEvent> first = list("A");
        ListAppender<ILoggingEvent> second = list("B");
        codes.addAppender(first);
        codes.addAppender(second);

        codes.detachAndStopAllAppenders();

        assertThat(codes.iteratorForAppenders()).isExhausted();
        assertThat(first.isStarted() || second.isStarted()).isFalse();
    }

    @Test
    void oneAttachedTwiceGetsEachEventOnce() {
        logback.start(listing("LIST")
                        + "<appender name=\"CODES\" " + ENRICHING
                        + "><appender-ref ref=\"LIST\"/><appender-ref ref=\"LIST\"/></appender>"
                        + root("CODES"))
                .logger()
                .info(MYSQL);

        assertThat(logback.events()).hasSize(1);
    }

    private ListAppender<ILoggingEvent> list(String name) {
        ListAppender<ILoggingEvent> list = new ListAppender<>();
        list.setContext(logback.context());
        list.setName(name);
        list.start();
        return list;
    }

    // ---- When something goes wrong

    @Test
    void failureIsSaidOnceAndEventsAreHandedOnAsTheyCame() {
        startListing("");
        LoggingEvent first = LogbackContexts.failing(new StackOverflowError());
        LoggingEvent second = LogbackContexts.failing(new IllegalStateException());

        logback.appender("CODES").doAppend(first);
        logback.appender("CODES").doAppend(second);

        assertThat(logback.events()).containsExactly(first, second);
        assertThat(problems()).singleElement().asString().contains("events are handed on as they come");
    }

    @Test
    void failureOfTheVirtualMachinePasses() {
        startListing("");

        assertThatThrownBy(() ->
                        logback.appender("CODES").doAppend(LogbackContexts.failing(new OutOfMemoryError("made up"))))
                .isInstanceOf(OutOfMemoryError.class);
    }
}
