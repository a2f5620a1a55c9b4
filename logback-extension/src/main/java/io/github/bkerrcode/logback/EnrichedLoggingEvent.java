package io.github.bkerrcode.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import ch.qos.logback.classic.spi.LoggingEventVO;
import io.github.bkerrcode.enrich.Enrichment;
import java.io.Serial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/**
 * An event with further fields; the event it is made of stays as it is.
 *
 * <p>Is a {@code LoggingEventVO} because that is what Logback accepts where events are serialized; on the wire it becomes a plain one, so the
 * other side needs nothing of ours.
 */
@SuppressWarnings("deprecation") // the interface still has the methods it deprecates
final class EnrichedLoggingEvent extends LoggingEventVO {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ILoggingEvent event;
    private final transient EventEnricher enricher;
    private final transient List<Enrichment> enrichments;
    private final transient List<KeyValuePair> ownPairs;
    private final transient Map<String, String> ownMdc;

    /**
     * Wraps an event.
     *
     * @param event the event as logged
     * @param enricher who found the codes
     * @param enrichments what was found
     * @param pairs key-value pairs that come behind those of the event
     * @param mdc entries of the MDC besides those of the event
     */
    EnrichedLoggingEvent(
            ILoggingEvent event,
            EventEnricher enricher,
            List<Enrichment> enrichments,
            List<KeyValuePair> pairs,
            Map<String, String> mdc) {
        this.event = event;
        this.enricher = enricher;
        this.enrichments = List.copyOf(enrichments);
        this.ownPairs = pairs;
        this.ownMdc = mdc;
    }

    boolean isMadeBy(EventEnricher other) {
        return enricher.isLike(other);
    }

    List<Enrichment> enrichments() {
        return enrichments;
    }

    @Override
    public @Nullable List<KeyValuePair> getKeyValuePairs() {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (ownPairs.isEmpty()) {
            return pairs;
        }
        List<KeyValuePair> all = pairs == null ? new ArrayList<>() : new ArrayList<>(pairs);
        all.addAll(ownPairs);
        return all;
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        return withOwn(event.getMDCPropertyMap());
    }

    @Override
    public Map<String, String> getMdc() {
        return withOwn(event.getMDCPropertyMap());
    }

    private Map<String, String> withOwn(@Nullable Map<String, String> mdc) {
        if (ownMdc.isEmpty()) {
            return mdc == null ? Map.of() : mdc;
        }
        Map<String, String> all = new LinkedHashMap<>(ownMdc);
        if (mdc != null) {
            all.putAll(mdc);
        }
        return all;
    }

    @Override
    public String getThreadName() {
        return event.getThreadName();
    }

    @Override
    public Level getLevel() {
        return event.getLevel();
    }

    @Override
    public String getMessage() {
        return event.getMessage();
    }

    @Override
    public Object[] getArgumentArray() {
        return event.getArgumentArray();
    }

    @Override
    public String getFormattedMessage() {
        return event.getFormattedMessage();
    }

    @Override
    public String getLoggerName() {
        return event.getLoggerName();
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return event.getLoggerContextVO();
    }

    @Override
    public LoggerContextVO getContextLoggerRemoteView() {
        return event.getLoggerContextVO();
    }

    @Override
    public long getContextBirthTime() {
        LoggerContextVO context = event.getLoggerContextVO();
        return context == null ? 0 : context.getBirthTime();
    }

    @Override
    public @Nullable IThrowableProxy getThrowableProxy() {
        return event.getThrowableProxy();
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return event.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return event.hasCallerData();
    }

    @Override
    public @Nullable Marker getMarker() {
        return event.getMarker();
    }

    @Override
    public @Nullable List<Marker> getMarkerList() {
        return event.getMarkerList();
    }

    @Override
    public long getTimeStamp() {
        return event.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return event.getNanoseconds();
    }

    @Override
    public Instant getInstant() {
        return event.getInstant();
    }

    @Override
    public long getSequenceNumber() {
        return event.getSequenceNumber();
    }

    @Override
    public void prepareForDeferredProcessing() {
        event.prepareForDeferredProcessing();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return event.toString();
    }

    /** Key-value pairs cannot be serialized, so ours travel in the MDC. */
    @Serial
    private Object writeReplace() {
        Map<String, String> mdc = new LinkedHashMap<>(ownMdc);
        for (KeyValuePair pair : ownPairs) {
            mdc.put(pair.key, String.valueOf(pair.value));
        }
        return LoggingEventVO.build(new EnrichedLoggingEvent(event, enricher, enrichments, List.of(), mdc));
    }
}
