package io.github.bkerrcode.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import io.github.bkerrcode.enrich.EnricherSettings;
import io.github.bkerrcode.enrich.LiveEnricher;
import io.github.bkerrcode.event.CodeFinder;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventEnricherTest {

    private static final LiveEnricher CODES = new LiveEnricher(EnricherSettings.DEFAULT, problem -> {
        throw new AssertionError(problem);
    });

    private final EventEnricher enricher = enricher(List.of(), Level.TRACE, 3);

    private static EventEnricher enricher(List<String> loggers, Level minLevel, int max) {
        return new EventEnricher(new CodeFinder(CODES, loggers, max), minLevel);
    }

    private static LoggingEvent event(String message, Throwable failure) {
        LoggingEvent event = LogbackContexts.event(message);
        event.setThrowableProxy(new ThrowableProxy(failure));
        return event;
    }

    private static LoggingEvent event(String logger, Level level) {
        return LogbackContexts.event(logger, level, "errorCode=1252001");
    }

    private List<String> codes(LoggingEvent event) {
        return codes(enricher, event);
    }

    private static List<String> codes(EventEnricher enricher, LoggingEvent event) {
        return enricher.enrich(event).stream()
                .map(found -> found.detection().code().token())
                .toList();
    }

    @Test
    void eventWithoutCodeHasNone() {
        assertThat(codes(event("all is well", new IllegalStateException()))).isEmpty();
    }

    @Test
    void eventWithoutMessageHasNone() {
        assertThat(codes(new LoggingEvent())).isEmpty();
    }

    @Test
    void codesComeInTheOrderOfTheirAppearance() {
        IllegalStateException failure =
                new IllegalStateException("outer", new IllegalStateException("errorCode=1252001"));
        failure.addSuppressed(new IllegalStateException("errorCode=1255001"));

        assertThat(codes(event("errorCode=1301002", failure))).containsExactly("1301002", "1252001", "1255001");
    }

    @Test
    void suppressedOfACauseCounts() {
        IllegalStateException cause = new IllegalStateException("cause");
        cause.addSuppressed(new IllegalStateException("errorCode=1255001"));

        assertThat(codes(event("it failed", new IllegalStateException("outer", cause))))
                .containsExactly("1255001");
    }

    @Test
    void causeOfASuppressedCounts() {
        IllegalStateException failure = new IllegalStateException("outer");
        failure.addSuppressed(new IllegalStateException("a", new IllegalStateException("errorCode=1255001")));

        assertThat(codes(event("it failed", failure))).containsExactly("1255001");
    }

    @Test
    void codeThatComesAgainIsTakenOnce() {
        IllegalStateException failure =
                new IllegalStateException("errorCode=1252001", new IllegalStateException("errorCode=1252001"));

        assertThat(codes(event("errorCode=1252001", failure))).containsExactly("1252001");
    }

    @Test
    void maxCountsDifferentCodes() {
        LoggingEvent event = LogbackContexts.event(
                "errorCode=1252001 errorCode=1252001 errorCode=1255001 errorCode=1301002 errorCode=1250001");

        assertThat(codes(event)).containsExactly("1252001", "1255001", "1301002");
        assertThat(codes(enricher(List.of(), Level.TRACE, 1), event)).containsExactly("1252001");
    }

    @Test
    void cyclicCausesEnd() {
        IllegalStateException first = new IllegalStateException("errorCode=1252001");
        IllegalStateException second = new IllegalStateException("errorCode=1255001", first);
        first.initCause(second);

        assertThat(codes(event("it failed", first))).containsExactly("1252001", "1255001");
    }

    @Test
    void cyclicProxiesEnd() {
        Map<String, Object> first = new HashMap<>();
        Map<String, Object> second = new HashMap<>();
        IThrowableProxy one = proxy(first);
        IThrowableProxy other = proxy(second);
        first.putAll(Map.of("getMessage", "errorCode=1252001", "getCause", other));
        second.put("getMessage", "errorCode=1255001");
        second.put("getSuppressed", new IThrowableProxy[] {one, other});
        LoggingEvent event = new ProxiedEvent(one);

        assertThat(codes(event)).containsExactly("1252001", "1255001");
    }

    /** An event as it comes from elsewhere, whose throwable is not Logback's own. */
    private static final class ProxiedEvent extends LoggingEvent {

        private final IThrowableProxy throwable;

        ProxiedEvent(IThrowableProxy throwable) {
            this.throwable = throwable;
            setLevel(Level.ERROR);
            setMessage("it failed");
        }

        @Override
        public IThrowableProxy getThrowableProxy() {
            return throwable;
        }
    }

    private static IThrowableProxy proxy(Map<String, Object> answers) {
        return (IThrowableProxy) Proxy.newProxyInstance(
                EventEnricherTest.class.getClassLoader(),
                new Class<?>[] {IThrowableProxy.class},
                (self, method, arguments) -> answers.get(method.getName()));
    }

    private static Throwable chain(int length, String lastMessage) {
        Throwable chain = new IllegalStateException(lastMessage);
        for (int i = 1; i < length; i++) {
            chain = new IllegalStateException("level", chain);
        }
        return chain;
    }

    @Test
    void thirtyTwoThrowablesAreLookedAt() {
        assertThat(codes(event("it failed", chain(32, "errorCode=1252001")))).containsExactly("1252001");
        assertThat(codes(event("it failed", chain(33, "errorCode=1252001")))).isEmpty();
    }

    @Test
    void chainOfAnyLengthEnds() {
        IThrowableProxy chain = proxy(Map.of("getMessage", "errorCode=1255001"));
        for (int i = 0; i < 100_000; i++) {
            chain = proxy(Map.of("getMessage", "level", "getCause", chain));
        }
        IThrowableProxy head = proxy(Map.of("getMessage", "errorCode=1252001", "getCause", chain));

        assertThat(codes(new ProxiedEvent(head))).containsExactly("1252001");
    }

    @Test
    void levelsBelowTheMinimumAreNotLookedAt() {
        EventEnricher strict = enricher(List.of(), Level.WARN, 3);

        assertThat(codes(strict, event("any", Level.INFO))).isEmpty();
        assertThat(codes(strict, event("any", Level.WARN))).hasSize(1);
        assertThat(codes(strict, event("any", Level.ERROR))).hasSize(1);
    }

    @Test
    void loggersAreTakenWithThoseBelowThem() {
        EventEnricher narrow = enricher(List.of("com.example", "org.sample.Main"), Level.TRACE, 3);

        assertThat(codes(narrow, event("com.example", Level.INFO))).hasSize(1);
        assertThat(codes(narrow, event("com.example.deep.er", Level.INFO))).hasSize(1);
        assertThat(codes(narrow, event("org.sample.Main", Level.INFO))).hasSize(1);
        assertThat(codes(narrow, event("com.examples", Level.INFO))).isEmpty();
        assertThat(codes(narrow, event("com", Level.INFO))).isEmpty();
        assertThat(codes(narrow, new LoggingEvent())).isEmpty();
    }

    @Test
    void reportsOfTheTallyAreNeverLookedAt() {
        assertThat(codes(event(ErrorCodeTally.REPORT_LOGGER, Level.ERROR))).isEmpty();
        assertThat(codes(
                        enricher(List.of("io.github.bkerrcode"), Level.TRACE, 3),
                        event(ErrorCodeTally.REPORT_LOGGER, Level.ERROR)))
                .isEmpty();
    }

    @Test
    void whatAnEnricherLikeItFoundIsTakenOver() {
        LoggingEvent event = LogbackContexts.event("errorCode=1252001");
        EventEnricher like = enricher(List.of(), Level.TRACE, 3);
        EnrichedLoggingEvent enriched =
                new EnrichedLoggingEvent(event, enricher, enricher.enrich(event), List.of(), Map.of());

        assertThat(like.enrich(enriched)).isSameAs(enriched.enrichments());
    }

    @Test
    void whatAnotherKindOfEnricherFoundIsNotTakenOver() {
        LoggingEvent event = LogbackContexts.event("errorCode=1252001 errorCode=1255001");
        EventEnricher one = enricher(List.of(), Level.TRACE, 1);
        EnrichedLoggingEvent enriched = new EnrichedLoggingEvent(event, one, one.enrich(event), List.of(), Map.of());

        assertThat(enriched.enrichments()).hasSize(1);
        assertThat(enricher.enrich(enriched)).hasSize(2);
    }

    @Test
    void enrichersAreAlikeIfTheyFindTheSame() {
        assertThat(enricher.isLike(enricher(List.of(), Level.TRACE, 3))).isTrue();
        assertThat(enricher.isLike(enricher(List.of("a"), Level.TRACE, 3))).isFalse();
        assertThat(enricher.isLike(enricher(List.of(), Level.INFO, 3))).isFalse();
        assertThat(enricher.isLike(enricher(List.of(), Level.TRACE, 2))).isFalse();
        LiveEnricher others = new LiveEnricher(EnricherSettings.DEFAULT, problem -> {});
        assertThat(enricher.isLike(new EventEnricher(new CodeFinder(others, List.of(), 3), Level.TRACE)))
                .isFalse();
    }
}
