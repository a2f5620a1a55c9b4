package io.github.bkerrcode.logback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.github.bkerrcode.event.CodeFinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens around the components, the application goes on and its events arrive. */
@Timeout(600)
class SafetyTest {

    private static final String LISTED_PAAS = "{\"code\":1306201}";
    private static final String LISTED_JOB = "{\"code\":1250001}";
    private static final String END = System.lineSeparator();

    private static final String LIST = "<appender name=\"LIST\" class=\"ch.qos.logback.core.read.ListAppender\"/>";
    private static final String TALLY = "<appender name=\"TALLY\" class=\"io.github.bkerrcode.logback.ErrorCodeTally\">"
            + "<interval>0 seconds</interval></appender>";

    /** Lets events pass when it is told to. */
    public static final class Gate extends UnsynchronizedAppenderBase<ILoggingEvent> {

        private final Semaphore permits = new Semaphore(0);
        private final List<ILoggingEvent> passed = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            permits.acquireUninterruptibly();
            passed.add(event);
        }
    }

    /** Fails at every event whose message says so. */
    public static final class Failing extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            switch (event.getMessage()) {
                case "exception " + LISTED_PAAS -> throw new IllegalStateException("of the appender");
                case "error " + LISTED_PAAS -> throw new AssertionError("of the appender");
                case "memory " + LISTED_PAAS -> throw new OutOfMemoryError("of the appender");
                default -> {}
            }
        }
    }

    /** Logs in its turn. */
    public static final class Talking extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            ((LoggerContext) getContext()).getLogger("app").error("inner " + LISTED_JOB);
        }
    }

    /** Counts lines, and those that explain one of two codes. */
    public static final class Counting extends UnsynchronizedAppenderBase<ILoggingEvent> {

        private final LongAdder lines = new LongAdder();
        private final LongAdder paas = new LongAdder();
        private final LongAdder job = new LongAdder();
        private @Nullable Layout<ILoggingEvent> layout;

        /** Called by Logback's configurator. */
        public void setLayout(Layout<ILoggingEvent> layout) {
            this.layout = layout;
        }

        @Override
        protected void append(ILoggingEvent event) {
            String line = layout == null ? event.getFormattedMessage() : layout.doLayout(event);
            lines.increment();
            if (line.contains(" [1306201 ")) {
                paas.increment();
            }
            if (line.contains(" [1250001 ")) {
                job.increment();
            }
        }
    }

    /** An event that fails when its message is asked for. */
    private static final class Broken extends LoggingEvent {

        private final Error failure;

        private Broken(Error failure) {
            this.failure = failure;
            setLevel(Level.ERROR);
            setLoggerName("app");
        }

        @Override
        public String getFormattedMessage() {
            throw failure;
        }

        @Override
        public void prepareForDeferredProcessing() {}
    }

    private static String appender(String name, Class<?> type) {
        return "<appender name=\"" + name + "\" class=\"" + type.getName() + "\"/>";
    }

    private static String codes(String... attached) {
        return holder("CODES", "io.github.bkerrcode.logback.ErrorCodeAppender", "", attached);
    }

    private static String async(String settings, String attached) {
        return holder(
                "ASYNC",
                "ch.qos.logback.classic.AsyncAppender",
                "<discardingThreshold>0</discardingThreshold><maxFlushTime>0</maxFlushTime>" + settings,
                attached);
    }

    private static String holder(String name, String type, String settings, String... attached) {
        StringBuilder xml = new StringBuilder("<appender name=\"" + name + "\" class=\"" + type + "\">" + settings);
        for (String one : attached) {
            xml.append(StartedContext.ref(one));
        }
        return xml.append("</appender>").toString();
    }

    private static String property(String name, Object value) {
        return "<property scope=\"context\" name=\"" + name + "\" value=\"" + value + "\"/>";
    }

    private static boolean isExplained(ILoggingEvent event) {
        return event.getKeyValuePairs() != null
                && event.getKeyValuePairs().stream().anyMatch(pair -> pair.key.equals("errcode.meaning"));
    }

    private static String document(String meaning) {
        return "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"own\", \"entries\": [{\"code\": \"1306201\","
                + " \"meaning\": {\"zh\": \"" + meaning + "\", \"en\": \"" + meaning + "\"}}]}";
    }

    @Test
    void fullQueueThatNeverBlocksDropsEventsAndHoldsNobodyUp() {
        try (StartedContext context = StartedContext.of(appender("GATE", Gate.class)
                + codes("GATE")
                + TALLY
                + async("<queueSize>2</queueSize><neverBlock>true</neverBlock>", "CODES")
                + StartedContext.root("TALLY", "ASYNC"))) {
            Gate gate = context.appender("GATE", Gate.class);
            for (int i = 0; i < 1_000; i++) {
                context.logger().error(LISTED_PAAS);
            }
            assertThat(context.problems()).isEmpty();
            assertThat(context.appender("TALLY", ErrorCodeTally.class).getDetections())
                    .isEqualTo(1_000);

            gate.permits.release(1_000);
            context.stop();

            // The worker may have taken one event and a queue of two, and the queue is full again.
            assertThat(gate.passed).hasSizeBetween(2, 5).allMatch(SafetyTest::isExplained);
        }
    }

    @Test
    void fullQueueThatBlocksLosesNothing() throws Exception {
        ExecutorService application = Executors.newSingleThreadExecutor();
        try (StartedContext context = StartedContext.of(appender("GATE", Gate.class)
                + codes("GATE")
                + async("<queueSize>2</queueSize>", "CODES")
                + StartedContext.root("ASYNC"))) {
            Gate gate = context.appender("GATE", Gate.class);
            Future<?> logging = application.submit(
                    () -> IntStream.range(0, 100).forEach(i -> context.logger().error("{} {}", i, LISTED_PAAS)));
            for (int i = 1; i <= 100; i++) {
                int due = i;
                gate.permits.release();
                StartedContext.await(() -> gate.passed.size() == due);
            }
            logging.get();

            assertThat(gate.passed)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsExactlyElementsOf(IntStream.range(0, 100)
                            .mapToObj(i -> i + " " + LISTED_PAAS)
                            .toList());
            assertThat(gate.passed).allMatch(SafetyTest::isExplained);
            assertThat(context.problems()).isEmpty();
        } finally {
            application.shutdownNow();
        }
    }

    @Test
    void fullQueueBehindTheAppenderLosesNothingEither() throws Exception {
        ExecutorService application = Executors.newSingleThreadExecutor();
        try (StartedContext context = StartedContext.of(appender("GATE", Gate.class)
                + async("<queueSize>2</queueSize>", "GATE")
                + codes("ASYNC")
                + StartedContext.root("CODES"))) {
            Gate gate = context.appender("GATE", Gate.class);
            Future<?> logging = application.submit(
                    () -> IntStream.range(0, 100).forEach(i -> context.logger().error("{} {}", i, LISTED_PAAS)));
            gate.permits.release(100);
            logging.get();
            StartedContext.await(() -> gate.passed.size() == 100);

            assertThat(gate.passed).allMatch(SafetyTest::isExplained);
            assertThat(context.problems()).isEmpty();
        } finally {
            application.shutdownNow();
        }
    }

    @Test
    void exceptionOfAnAttachedAppenderHitsNobodyElse() {
        try (StartedContext context = StartedContext.of(
                appender("FAILING", Failing.class) + LIST + codes("FAILING", "LIST") + StartedContext.root("CODES"))) {
            assertThatCode(() -> context.logger().error("exception " + LISTED_PAAS))
                    .doesNotThrowAnyException();

            assertThat(context.events()).hasSize(1).allMatch(SafetyTest::isExplained);
        }
    }

    @Test
    void errorOfAnAttachedAppenderHitsNobodyElse() {
        try (StartedContext context = StartedContext.of(
                appender("FAILING", Failing.class) + LIST + codes("FAILING", "LIST") + StartedContext.root("CODES"))) {
            assertThatCode(() -> context.logger().error("error " + LISTED_PAAS)).doesNotThrowAnyException();

            assertThat(context.events()).hasSize(1).allMatch(SafetyTest::isExplained);
            assertThat(context.problems()).isNotEmpty();
        }
    }

    @Test
    void appenderGoesOnAfterAnErrorOfAnAttachedOne() {
        try (StartedContext context = StartedContext.of(
                appender("FAILING", Failing.class) + LIST + codes("FAILING", "LIST") + StartedContext.root("CODES"))) {
            try {
                context.logger().error("error " + LISTED_PAAS);
            } catch (AssertionError expectedElsewhere) {
                assertThat(expectedElsewhere).hasMessage("of the appender");
            }

            context.logger().error("next " + LISTED_PAAS);

            assertThat(context.events())
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .contains("next " + LISTED_PAAS);
        }
    }

    @Test
    void asyncWorkerSurvivesAnErrorOfAnAttachedAppender() {
        try (StartedContext context = StartedContext.of(appender("FAILING", Failing.class)
                + LIST
                + codes("FAILING", "LIST")
                + async("", "CODES")
                + StartedContext.root("ASYNC"))) {
            List<ILoggingEvent> arrived = context.events();
            context.logger().error("error " + LISTED_PAAS);
            context.logger().error("next " + LISTED_PAAS);

            context.stop();

            assertThat(arrived).extracting(ILoggingEvent::getFormattedMessage).contains("next " + LISTED_PAAS);
        }
    }

    @Test
    void lackOfMemoryInAnAttachedAppenderPasses() {
        try (StartedContext context = StartedContext.of(
                appender("FAILING", Failing.class) + codes("FAILING") + StartedContext.root("CODES"))) {
            assertThatThrownBy(() -> context.logger().error("memory " + LISTED_PAAS))
                    .isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void argumentThatCannotBeShownDoesNoHarm() {
        Object argument = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("cannot be shown");
            }
        };
        try (StartedContext context = StartedContext.of(
                StartedContext.lines("%msg%errcode{code}%n") + TALLY + StartedContext.root("TALLY", "OUT"))) {
            context.logger().error("{\"code\":1306201, \"of\": {}}", argument);

            assertThat(context.output()).isEqualTo("{\"code\":1306201, \"of\": [FAILED toString()]}1306201" + END);
            assertThat(context.appender("TALLY", ErrorCodeTally.class).getDetections())
                    .isEqualTo(1);
            assertThat(context.problems()).isEmpty();
        }
    }

    @Test
    void eventThatOverflowsTheStackGoesOnAsItCameAndIsSaidOnce() {
        try (StartedContext context = StartedContext.of(LIST + codes("LIST") + StartedContext.root("CODES"))) {
            Broken first = new Broken(new StackOverflowError("deep"));
            Broken second = new Broken(new StackOverflowError("deep"));

            context.logger().callAppenders(first);
            context.logger().callAppenders(second);

            assertThat(context.events()).hasSize(2);
            assertThat(context.events().get(0)).isSameAs(first);
            assertThat(context.events().get(1)).isSameAs(second);
            assertThat(context.problems())
                    .singleElement()
                    .asString()
                    .contains(StartedContext.ERRCODE_FAILED, "events are handed on as they come");
        }
    }

    @Test
    void lineOfAnEventThatOverflowsTheStackIsWrittenWithoutExplanation() {
        try (StartedContext context =
                StartedContext.of(StartedContext.lines("%logger%errcode%n") + StartedContext.root("OUT"))) {
            context.logger().callAppenders(new Broken(new StackOverflowError("deep")));
            context.logger().callAppenders(new Broken(new StackOverflowError("deep")));

            assertThat(context.output()).isEqualTo("app" + END + "app" + END);
            assertThat(context.problems(StartedContext.ERRCODE_FAILED)).hasSize(1);
        }
    }

    @Test
    void tallySeesAnEventThatOverflowsTheStackAndSaysItOnce() {
        try (StartedContext context = StartedContext.of(TALLY + StartedContext.root("TALLY"))) {
            context.logger().callAppenders(new Broken(new StackOverflowError("deep")));
            context.logger().callAppenders(new Broken(new StackOverflowError("deep")));
            context.logger().error(LISTED_PAAS);

            ErrorCodeTally tally = context.appender("TALLY", ErrorCodeTally.class);
            assertThat(tally.getEvents()).isEqualTo(3);
            assertThat(tally.getDetections()).isEqualTo(1);
            assertThat(context.problems(StartedContext.ERRCODE_FAILED)).hasSize(1);
        }
    }

    @Test
    void filterHasNoOpinionOnAnEventThatOverflowsTheStack() {
        String filtered = "<appender name=\"LIST\" class=\"ch.qos.logback.core.read.ListAppender\">"
                + "<filter class=\"io.github.bkerrcode.logback.ErrorCodeFilter\"/></appender>";
        try (StartedContext context = StartedContext.of(filtered + StartedContext.root("LIST"))) {
            context.logger().callAppenders(new Broken(new StackOverflowError("deep")));
            context.logger().info("no code, denied");

            assertThat(context.events()).hasSize(1);
            assertThat(context.problems(StartedContext.ERRCODE_FAILED)).hasSize(1);
        }
    }

    @Test
    void asyncWorkerSurvivesAnEventThatOverflowsTheStack() {
        try (StartedContext context = StartedContext.of(StartedContext.lines("%logger%errcode{code}%n")
                + codes("OUT")
                + async("", "CODES")
                + StartedContext.root("ASYNC"))) {
            context.logger().callAppenders(new Broken(new StackOverflowError("deep")));
            context.logger().error(LISTED_PAAS);

            StartedContext.await(() -> context.output().lines().count() == 2);
            assertThat(context.output()).isEqualTo("app" + END + "app1306201" + END);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CODES", "TALLY", "OUT", "FILTERED"})
    void lackOfMemoryPasses(String component) {
        String filtered = "<appender name=\"FILTERED\" class=\"ch.qos.logback.core.read.ListAppender\">"
                + "<filter class=\"io.github.bkerrcode.logback.ErrorCodeFilter\"/></appender>";
        try (StartedContext context = StartedContext.of(LIST
                + codes("LIST")
                + TALLY
                + filtered
                + StartedContext.lines("%errcode%n")
                + StartedContext.root(component))) {
            assertThatThrownBy(() -> context.logger().callAppenders(new Broken(new OutOfMemoryError("none left"))))
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessage("none left");
        }
    }

    @Test
    void causesInACircleEnd() {
        IllegalStateException first = new IllegalStateException("first");
        IllegalArgumentException second = new IllegalArgumentException(LISTED_PAAS, first);
        first.initCause(second);
        try (StartedContext context = StartedContext.of(StartedContext.lines("%msg%errcode{code}%n%nopex")
                + LIST
                + codes("LIST")
                + StartedContext.root("CODES", "OUT"))) {
            context.logger().error("failed ", first);

            assertThat(context.output()).isEqualTo("failed 1306201" + END);
            assertThat(context.events()).allMatch(SafetyTest::isExplained);
            assertThat(context.problems()).isEmpty();
        }
    }

    @Test
    void tenThousandCausesAreLookedAtAsFarAsTheLimit() throws InterruptedException {
        try (StartedContext context =
                StartedContext.of(LIST + codes("LIST") + TALLY + StartedContext.root("CODES", "TALLY"))) {
            LoggingEvent near = deepEvent(context, CodeFinder.MAX_THROWABLES - 1);
            LoggingEvent far = deepEvent(context, CodeFinder.MAX_THROWABLES);

            context.logger().callAppenders(near);
            context.logger().callAppenders(far);

            assertThat(context.problems()).isEmpty();
            assertThat(context.events()).hasSize(2);
            assertThat(isExplained(context.events().get(0))).isTrue();
            assertThat(context.events().get(1)).isSameAs(far);
            assertThat(context.appender("TALLY", ErrorCodeTally.class).getDetections())
                    .isEqualTo(1);
        }
    }

    /** Logback makes its own copy of a chain by recursion, which needs a larger stack than a test has. */
    private static LoggingEvent deepEvent(StartedContext context, int indexOfCode) throws InterruptedException {
        Exception chain = new Exception("deepest");
        for (int i = 9_998; i >= 0; i--) {
            chain = new Exception(i == indexOfCode ? LISTED_PAAS : "no code", chain);
        }
        Exception whole = chain;
        AtomicReference<LoggingEvent> made = new AtomicReference<>();
        Thread maker = new Thread(
                null,
                () -> made.set(new LoggingEvent("", context.logger(), Level.ERROR, "failed", whole, new Object[0])),
                "maker",
                256L << 20);
        maker.start();
        maker.join();
        return Objects.requireNonNull(made.get());
    }

    @Test
    void longMessageWithoutCodesGoesOnAsItCame() {
        String message = "lorem ipsum dolor 4711 ".repeat(45_000);
        try (StartedContext context = StartedContext.of(
                StartedContext.lines("%msg%errcode%n") + LIST + codes("LIST") + StartedContext.root("CODES", "OUT"))) {
            context.logger().error(message);

            assertThat(context.output()).isEqualTo(message + END);
            assertThat(context.events()).hasSize(1).noneMatch(SafetyTest::isExplained);
            assertThat(context.problems()).isEmpty();
        }
    }

    @Test
    void codeAtTheEndOfALongMessageIsExplained() {
        String message = "lorem ipsum dolor sit ".repeat(48_000) + LISTED_PAAS;
        try (StartedContext context =
                StartedContext.of(StartedContext.lines("%msg%errcode{code}%n") + StartedContext.root("OUT"))) {
            context.logger().error(message);

            assertThat(context.output()).isEqualTo(message + "1306201" + END);
        }
    }

    @Test
    void longMessageOfNothingButCodesIsExplainedOnce() {
        String message = (LISTED_PAAS + " ").repeat(60_000);
        try (StartedContext context =
                StartedContext.of(StartedContext.lines("%enrich(%msg){'&lt;{code}&gt;'}%errcode{code}%n")
                        + TALLY
                        + StartedContext.root("TALLY", "OUT"))) {
            context.logger().error(message);

            assertThat(context.output()).isEqualTo(message + "<1306201>1306201" + END);
            assertThat(context.appender("TALLY", ErrorCodeTally.class).getDetections())
                    .isEqualTo(1);
        }
    }

    @Test
    void absentMessageIsNoProblem() {
        String none = null;
        try (StartedContext context = StartedContext.of(StartedContext.lines("%enrich(%msg) %errcode{code}%n%nopex")
                + LIST
                + codes("LIST")
                + TALLY
                + StartedContext.root("CODES", "TALLY", "OUT"))) {
            context.logger().error(none);
            context.logger().error(none, new IllegalStateException(LISTED_PAAS));
            context.logger().error(none, new IllegalStateException());

            assertThat(context.output().lines()).hasSize(3);
            assertThat(context.output().lines().toList().get(1)).endsWith("1306201");
            assertThat(context.events()).hasSize(3);
            assertThat(context.appender("TALLY", ErrorCodeTally.class).getDetections())
                    .isEqualTo(1);
            assertThat(context.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%msg%errcode%n",
                "%msg %errcode{meaning}%n",
                "%msg %errcode{remediation}%n",
                "%enrich(%msg%n)",
                "%msg %kvp%n",
                "%msg %mdc%n"
            })
    void textsOfACatalogCannotBreakTheLineOrSteerTheTerminal(String pattern, @TempDir Path dir) throws IOException {
        String nasty = "a\\r\\nb\\u0000c\\u001b[31md\\u0085e\\u2028f\\u2029g\\u202eh\\u2066i\\tj";
        Path catalog = dir.resolve("own.json");
        Files.writeString(
                catalog,
                document(nasty)
                        .replace(
                                "}]}", ", \"remediation\": {\"zh\": \"" + nasty + "\", \"en\": \"" + nasty + "\"}}]}"));
        try (StartedContext context = StartedContext.of(property("errcode.catalog", catalog)
                + StartedContext.lines(pattern)
                + holder("CODES", "io.github.bkerrcode.logback.ErrorCodeAppender", "<target>both</target>", "OUT")
                + StartedContext.root("CODES"))) {
            context.logger().error(LISTED_PAAS);

            assertThat(context.problems()).isEmpty();
            assertThat(context.output()).endsWith(END);
            String line = context.output().substring(0, context.output().length() - END.length());
            assertThat(line).startsWith(LISTED_PAAS).contains("h").contains("i");
            assertThat(line.codePoints().filter(SafetyTest::isUnsafe).boxed()).isEmpty();
        }
    }

    private static boolean isUnsafe(int c) {
        return Character.isISOControl(c) || c >= 0x2028 && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    @Test
    void appenderThatLogsItselfEndsNotInACircle() {
        try (StartedContext context = StartedContext.of(appender("TALKING", Talking.class)
                + LIST
                + TALLY
                + codes("TALKING")
                + StartedContext.root("CODES", "TALLY", "LIST"))) {
            context.logger().error("outer " + LISTED_PAAS);

            assertThat(context.events())
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsExactly("inner " + LISTED_JOB, "outer " + LISTED_PAAS);
            assertThat(context.appender("TALLY", ErrorCodeTally.class).getDetections())
                    .isEqualTo(2);
            assertThat(context.problems()).isEmpty();
        }
    }

    @Test
    void lastGoodCatalogServesWhileTheFileIsGoneOrBroken(@TempDir Path dir) throws IOException {
        Path own = dir.resolve("own.json");
        Path clock = dir.resolve("clock.json");
        StartedContext.replace(own, document("one"));
        StartedContext.replace(clock, document("0"));
        try (StartedContext context = StartedContext.of(property("errcode.reloadSeconds", 1)
                + StartedContext.lines("%msg &lt;%errcode{meaning, catalog=" + own
                        + "}&gt; &lt;%errcode{meaning, catalog=" + clock + "}&gt;%n")
                + StartedContext.root("OUT"))) {
            assertThat(context.problems()).isEmpty();
            assertThat(explained(context)).isEqualTo("<one> <0>");

            Files.delete(own);
            StartedContext.await(() -> !context.problems("no such file").isEmpty());
            pollAgain(context, clock, 1);
            assertThat(explained(context)).isEqualTo("<one> <111>");
            assertThat(context.problems()).hasSize(1);

            StartedContext.replace(own, "{\"schema\": ");
            StartedContext.await(() -> !context.problems("not valid JSON").isEmpty());
            pollAgain(context, clock, 2);
            assertThat(explained(context)).isEqualTo("<one> <222>");
            assertThat(context.problems()).hasSize(2);

            StartedContext.replace(own, document("back again"));
            StartedContext.await(() -> explained(context).startsWith("<back again>"));
            assertThat(context.problems()).hasSize(2);
        }
    }

    /** Changes the other catalog three times; between two times that this is seen, the one under test was looked at as well. */
    private static void pollAgain(StartedContext context, Path clock, int digit) throws IOException {
        for (int length = 1; length <= 3; length++) {
            String text = String.valueOf(digit).repeat(length);
            StartedContext.replace(clock, document(text));
            StartedContext.await(() -> explained(context).endsWith("<" + text + ">"));
        }
    }

    private static String explained(StartedContext context) {
        context.logger().error(LISTED_PAAS);
        String output = context.output().stripTrailing();
        return output.substring(output.lastIndexOf(LISTED_PAAS) + LISTED_PAAS.length() + 1);
    }

    @Test
    void catalogThatComesLaterIsTakenOver(@TempDir Path dir) throws IOException {
        Path own = dir.resolve("own.json");
        try (StartedContext context = StartedContext.of(property("errcode.reloadSeconds", 1)
                + property("errcode.catalog", own)
                + StartedContext.lines("%msg &lt;%errcode{meaning}&gt;%n")
                + StartedContext.root("OUT"))) {
            assertThat(explained(context)).isEqualTo("<请求第三方系统接口出现异常>");
            assertThat(context.problems()).hasSize(1);

            StartedContext.replace(own, document("here now"));

            StartedContext.await(() -> explained(context).equals("<here now>"));
            assertThat(context.problems()).hasSize(1);
        }
    }

    @Test
    void nothingIsLostWithManyThreads() throws Exception {
        int threads = 16;
        int perThread = Integer.getInteger("logback.events.per.thread", 62_500);
        long total = (long) threads * perThread;
        long ofPaas =
                threads * IntStream.range(0, perThread).filter(i -> i % 4 == 1).count();
        long ofJob =
                threads * IntStream.range(0, perThread).filter(i -> i % 4 == 2).count();
        String layout =
                "<layout class=\"ch.qos.logback.classic.PatternLayout\"><pattern>%msg%errcode</pattern></layout>";
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        ExecutorService application = Executors.newFixedThreadPool(threads);
        try (StartedContext context = StartedContext.of(holder("HERE", Counting.class.getName(), layout)
                + holder("BEHIND", Counting.class.getName(), layout)
                + codes("HERE")
                + async("<queueSize>1024</queueSize>", "BEHIND")
                + TALLY
                + StartedContext.root("TALLY", "CODES", "ASYNC"))) {
            new ErrorCodeMetrics(context.context()).bindTo(registry);
            Counting here = context.appender("HERE", Counting.class);
            Counting behind = context.appender("BEHIND", Counting.class);
            ErrorCodeTally tally = context.appender("TALLY", ErrorCodeTally.class);
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                running.add(application.submit(() -> log(context, perThread)));
            }
            for (Future<?> one : running) {
                one.get();
            }
            context.stop();

            assertThat(context.problems()).isEmpty();
            for (Counting counting : List.of(here, behind)) {
                assertThat(counting.lines.sum()).isEqualTo(total);
                assertThat(counting.paas.sum()).isEqualTo(ofPaas);
                assertThat(counting.job.sum()).isEqualTo(ofJob);
            }
            assertThat(tally.getEvents()).isEqualTo(total);
            assertThat(tally.getEventsWithCodes()).isEqualTo(ofPaas + ofJob);
            assertThat(tally.getDetections()).isEqualTo(ofPaas + ofJob);
            assertThat(tally.summary().detections()).isEqualTo(ofPaas + ofJob);
            assertThat(tally.summary().platforms())
                    .extracting(platform -> platform.platform().id() + " " + platform.detections())
                    .containsExactlyInAnyOrder("paas " + ofPaas, "job " + ofJob);
            assertThat(registry.get("errcode.events")
                            .tag("code", "1306201")
                            .counter()
                            .count())
                    .isEqualTo((double) ofPaas);
        } finally {
            application.shutdownNow();
        }
    }

    private static void log(StartedContext context, int events) {
        for (int i = 0; i < events; i++) {
            switch (i % 4) {
                case 1 -> context.logger().error("request {} failed: {\"code\":1306201}", i);
                case 2 -> context.logger().error("step {} failed: {\"code\":1250001}", i);
                case 3 -> context.logger().info("done in {} ms", i);
                default -> context.logger().info("fine");
            }
        }
    }
}
