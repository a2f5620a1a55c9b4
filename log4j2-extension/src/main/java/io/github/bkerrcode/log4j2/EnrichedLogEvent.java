package io.github.bkerrcode.log4j2;

import io.github.bkerrcode.enrich.Enrichment;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.impl.ThrowableProxy;
import org.apache.logging.log4j.core.time.Instant;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.util.ReadOnlyStringMap;
import org.jspecify.annotations.Nullable;

/**
 * An event with further context data; the event it is made of stays as it is.
 *
 * <p>A view, since a copy would work out the location, whether anybody wants it or not. Lives as long as the event under it, which may be one
 * that is used again; whoever keeps events takes {@link #toImmutable} of it, as of any other. That copy, and what is serialized, is an event
 * of Log4j's own.
 */
final class EnrichedLogEvent implements LogEvent {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient LogEvent event;
    private final transient EventEnricher enricher;
    private final transient List<Enrichment> enrichments;
    private final transient ReadOnlyStringMap contextData;
    private boolean endOfBatch;
    private boolean includeLocation;

    /**
     * Wraps an event.
     *
     * @param event the event as logged
     * @param enricher who found the codes
     * @param enrichments what was found
     * @param contextData those of the event and further ones
     */
    EnrichedLogEvent(
            LogEvent event, EventEnricher enricher, List<Enrichment> enrichments, ReadOnlyStringMap contextData) {
        this.event = event;
        this.enricher = enricher;
        this.enrichments = List.copyOf(enrichments);
        this.contextData = contextData;
        this.endOfBatch = event.isEndOfBatch();
        this.includeLocation = event.isIncludeLocation();
    }

    boolean isMadeBy(EventEnricher other) {
        return enricher.isLike(other);
    }

    List<Enrichment> enrichments() {
        return enrichments;
    }

    /** Returns a copy; the form of the call that keeps no mutable message in any supported Log4j. */
    @Override
    public LogEvent toImmutable() {
        return Log4jLogEvent.createMemento(this, includeLocation);
    }

    @Override
    @Deprecated
    public Map<String, String> getContextMap() {
        return contextData.toMap();
    }

    @Override
    public ReadOnlyStringMap getContextData() {
        return contextData;
    }

    @Override
    public ThreadContext.@Nullable ContextStack getContextStack() {
        return event.getContextStack();
    }

    @Override
    public @Nullable String getLoggerFqcn() {
        return event.getLoggerFqcn();
    }

    @Override
    public Level getLevel() {
        return event.getLevel();
    }

    @Override
    public String getLoggerName() {
        return event.getLoggerName();
    }

    @Override
    public @Nullable Marker getMarker() {
        return event.getMarker();
    }

    @Override
    public Message getMessage() {
        return event.getMessage();
    }

    @Override
    public long getTimeMillis() {
        return event.getTimeMillis();
    }

    @Override
    public Instant getInstant() {
        return event.getInstant();
    }

    /** Returns the location only if it is wanted of this view. */
    @Override
    public @Nullable StackTraceElement getSource() {
        return includeLocation ? event.getSource() : null;
    }

    @Override
    public String getThreadName() {
        return event.getThreadName();
    }

    @Override
    public long getThreadId() {
        return event.getThreadId();
    }

    @Override
    public int getThreadPriority() {
        return event.getThreadPriority();
    }

    @Override
    public @Nullable Throwable getThrown() {
        return event.getThrown();
    }

    @Override
    @Deprecated
    public @Nullable ThrowableProxy getThrownProxy() {
        return event.getThrownProxy();
    }

    @Override
    public boolean isEndOfBatch() {
        return endOfBatch;
    }

    @Override
    public boolean isIncludeLocation() {
        return includeLocation;
    }

    @Override
    public void setEndOfBatch(boolean endOfBatch) {
        this.endOfBatch = endOfBatch;
    }

    @Override
    public void setIncludeLocation(boolean locationRequired) {
        this.includeLocation = locationRequired;
    }

    @Override
    public long getNanoTime() {
        return event.getNanoTime();
    }

    @Override
    public String toString() {
        return event.toString();
    }

    @Serial
    private Object writeReplace() {
        return Log4jLogEvent.serialize(this, includeLocation);
    }
}
