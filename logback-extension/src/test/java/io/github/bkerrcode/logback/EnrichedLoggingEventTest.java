package io.github.bkerrcode.logback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.net.LoggingEventPreSerializationTransformer;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggerContextVO;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.LoggingEventVO;
import ch.qos.logback.classic.spi.ThrowableProxy;
import io.github.bkerrcode.enrich.EnricherSettings;
import io.github.bkerrcode.enrich.LiveEnricher;
import io.github.bkerrcode.event.CodeFinder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.helpers.BasicMarkerFactory;

class EnrichedLoggingEventTest {

    private static final Marker MARKER = new BasicMarkerFactory().getMarker("ALERT");

    /** What the event inside answers, by method. */
    private static final Map<String, Object> ANSWERS = Map.ofEntries(
            entry("getThreadName", "worker-7"),
            entry("getLevel", Level.WARN),
            entry("getMessage", "errorCode={}"),
            entry("getArgumentArray", new Object[] {1252001}),
            entry("getFormattedMessage", "errorCode=1252001"),
            entry("getLoggerName", "com.example.App"),
            entry("getLoggerContextVO", new LoggerContextVO("context", Map.of("a", "b"), 17L)),
            entry("getThrowableProxy", new ThrowableProxy(new IOException("inside"))),
            entry("getCallerData", new StackTraceElement[] {new StackTraceElement("A", "b", "A.java", 3)}),
            entry("hasCallerData", true),
            entry("getMarker", MARKER),
            entry("getMarkerList", List.of(MARKER)),
            entry("getMDCPropertyMap", Map.of("trace", "t1")),
            entry("getMdc", Map.of("trace", "t1")),
            entry("getTimeStamp", 1_700_000_000_123L),
            entry("getNanoseconds", 123_456_789),
            entry("getInstant", Instant.ofEpochSecond(1_700_000_000L, 123_456_789)),
            entry("getSequenceNumber", 42L),
            entry("getKeyValuePairs", List.of(new KeyValuePair("own", 1))));

    @RegisterExtension
    final LogbackContexts logback = new LogbackContexts();

    private final List<String> called = new ArrayList<>();
    private final EventEnricher enricher = new EventEnricher(
            new CodeFinder(new LiveEnricher(EnricherSettings.DEFAULT, problem -> {}), List.of(), 3), Level.TRACE);

    private ILoggingEvent answering() {
        return (ILoggingEvent) Proxy.newProxyInstance(
                EnrichedLoggingEventTest.class.getClassLoader(),
                new Class<?>[] {ILoggingEvent.class},
                (self, method, arguments) -> {
                    called.add(method.getName());
                    return method.getName().equals("toString") ? "as logged" : ANSWERS.get(method.getName());
                });
    }

    private EnrichedLoggingEvent enriched(ILoggingEvent event, List<KeyValuePair> pairs, Map<String, String> mdc) {
        return new EnrichedLoggingEvent(event, enricher, List.of(), pairs, mdc);
    }

    private EnrichedLoggingEvent enriched(ILoggingEvent event) {
        return enriched(event, List.of(new KeyValuePair("errcode.code", "1252001")), Map.of("errcode_code", "1252001"));
    }

    static Stream<Method> methodsOfEvents() {
        return Arrays.stream(ILoggingEvent.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getReturnType() != void.class);
    }

    @ParameterizedTest
    @MethodSource("methodsOfEvents")
    void everythingIsAskedOfTheEventInside(Method method) throws ReflectiveOperationException {
        EnrichedLoggingEvent event = enriched(answering(), List.of(), Map.of());

        assertThat(ANSWERS).containsKey(method.getName());
        assertThat(method.invoke(event)).isEqualTo(ANSWERS.get(method.getName()));
    }

    @ParameterizedTest
    @MethodSource("methodsOfEvents")
    void nothingIsAskedOfTheEventInsideThatNobodyWants(Method method) throws ReflectiveOperationException {
        method.invoke(enriched(answering()));

        assertThat(called).hasSize(1);
    }

    @Test
    void preparationForDeferredProcessingIsPassedOn() {
        enriched(answering()).prepareForDeferredProcessing();

        assertThat(called).containsExactly("prepareForDeferredProcessing");
    }

    @Test
    void textIsThatOfTheEventInside() {
        assertThat(enriched(answering())).hasToString("as logged");
    }

    @Test
    void viewsOfTheContextAreThoseOfTheEventInside() {
        EnrichedLoggingEvent event = enriched(answering());

        assertThat(event.getContextLoggerRemoteView()).isSameAs(ANSWERS.get("getLoggerContextVO"));
        assertThat(event.getContextBirthTime()).isEqualTo(17);
    }

    @Test
    void eventWithoutContextWasBornAtZero() {
        assertThat(enriched(new LoggingEvent()).getContextBirthTime()).isZero();
    }

    @Test
    void isEqualToItselfOnly() {
        ILoggingEvent inside = LogbackContexts.event("any");
        EnrichedLoggingEvent event = enriched(inside);

        assertThat(new HashSet<ILoggingEvent>(List.of(event, event, enriched(inside), inside)))
                .hasSize(3)
                .contains(event);
    }

    @Test
    void ownPairsComeBehindThoseOfTheEvent() {
        assertThat(enriched(answering()).getKeyValuePairs())
                .containsExactly(new KeyValuePair("own", 1), new KeyValuePair("errcode.code", "1252001"));
    }

    @Test
    void ownMdcEntriesAreAdded() {
        assertThat(enriched(answering()).getMDCPropertyMap())
                .containsOnly(entry("errcode_code", "1252001"), entry("trace", "t1"));
    }

    @Test
    void enricherThatMadeItIsKnown() {
        EventEnricher other = new EventEnricher(
                new CodeFinder(new LiveEnricher(EnricherSettings.DEFAULT, problem -> {}), List.of(), 3), Level.TRACE);

        assertThat(enriched(answering()).isMadeBy(enricher)).isTrue();
        assertThat(enriched(answering()).isMadeBy(other)).isFalse();
    }

    // ---- On the wire

    private LoggingEvent logged() {
        LoggingEvent event = new LoggingEvent(
                "fqcn", logback.logger(), Level.ERROR, "errorCode={}", new IOException("inside"), new Object[] {1252001
                });
        event.addMarker(MARKER);
        event.setMDCPropertyMap(Map.of("trace", "t1"));
        return event;
    }

    private static Object sentAndReceived(Object sent) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sent);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    @Test
    void arrivesAsAPlainLoggingEventVo() throws IOException, ClassNotFoundException {
        EnrichedLoggingEvent sent = enriched(logged(), List.of(), Map.of("errcode.code", "1252001"));

        Object received = sentAndReceived(sent);

        assertThat(received).isExactlyInstanceOf(LoggingEventVO.class);
        LoggingEventVO event = (LoggingEventVO) received;
        assertThat(event.getMDCPropertyMap()).containsOnly(entry("trace", "t1"), entry("errcode.code", "1252001"));
        assertThat(event.getFormattedMessage()).isEqualTo("errorCode=1252001");
        assertThat(event.getLevel()).isEqualTo(Level.ERROR);
        assertThat(event.getLoggerName()).isEqualTo("com.example.App");
        assertThat(event.getThreadName()).isEqualTo(Thread.currentThread().getName());
        assertThat(event.getTimeStamp()).isEqualTo(sent.getTimeStamp());
        assertThat(event.getThrowableProxy().getMessage()).isEqualTo("inside");
        assertThat(event.getLoggerContextVO().getName()).isEqualTo("test");
    }

    @Test
    void fieldsThatAreKeyValuesArriveAsSuchOrInTheMdc() throws IOException, ClassNotFoundException {
        EnrichedLoggingEvent sent = enriched(logged(), List.of(new KeyValuePair("errcode.code", "1252001")), Map.of());

        LoggingEventVO event = (LoggingEventVO) sentAndReceived(sent);

        // Key-value pairs of SLF4J are not serializable, so the MDC may have to carry them.
        Map<String, Object> fields = new HashMap<>(event.getMDCPropertyMap());
        if (event.getKeyValuePairs() != null) {
            event.getKeyValuePairs().forEach(pair -> fields.put(pair.key, pair.value));
        }
        assertThat(fields).containsOnly(entry("trace", "t1"), entry("errcode.code", "1252001"));
    }

    @Test
    void transformerOfSocketAppendersTakesIt() {
        EnrichedLoggingEvent event = enriched(logged());

        assertThat(new LoggingEventPreSerializationTransformer().transform(event))
                .isInstanceOf(LoggingEventVO.class);
    }

    @Test
    void transformedOneArrivesAsAPlainLoggingEventVo() throws IOException, ClassNotFoundException {
        EnrichedLoggingEvent sent = enriched(logged(), List.of(), Map.of("errcode.code", "1252001"));

        assertThat(sentAndReceived(new LoggingEventPreSerializationTransformer().transform(sent)))
                .isExactlyInstanceOf(LoggingEventVO.class);
    }
}
