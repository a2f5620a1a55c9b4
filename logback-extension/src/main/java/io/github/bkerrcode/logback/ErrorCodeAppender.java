package io.github.bkerrcode.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.Enrichment;
import io.github.bkerrcode.event.CodeSettings;
import io.github.bkerrcode.event.FieldNames;
import io.github.bkerrcode.event.Guard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Hands events on to other appenders, with fields that say what their codes mean: {@code errcode.code}, {@code errcode.platform}, {@code
 * errcode.meaning}, {@code errcode.remediation}. Events without a code are handed on as they came.
 *
 * <pre>{@code
 * <appender name="CODES" class="io.github.bkerrcode.logback.ErrorCodeAppender">
 *   <appender-ref ref="JSON"/>
 * </appender>
 * }</pre>
 *
 * <p>Settings: {@code target} ({@code keyValues}, {@code mdc} or {@code both}), {@code fieldPrefix}, and those of {@link
 * ErrorCodeFilter} that say which codes are looked for. May stand before or behind an {@code AsyncAppender}.
 */
public final class ErrorCodeAppender extends UnsynchronizedAppenderBase<ILoggingEvent>
        implements AppenderAttachable<ILoggingEvent> {

    private enum Target {
        KEY_VALUES,
        MDC,
        BOTH
    }

    private final LogbackComponent component = new LogbackComponent(this);
    private final Guard guard = Guard.ofExplaining(component, "events are handed on as they come");
    private final Guard attachedGuard = new Guard(component, "An attached appender failed; the others get the event");
    private final CodeSettings settings = new CodeSettings();
    private final CopyOnWriteArrayList<Appender<ILoggingEvent>> appenders = new CopyOnWriteArrayList<>();
    private String prefix = FieldNames.DEFAULT_PREFIX;
    private String targetName = "keyValues";
    private Target target = Target.KEY_VALUES;
    private @Nullable EventEnricher enricher;
    private @Nullable FieldNames fields;
    private @Nullable FieldNames mdcFields;

    /** Where the fields are put: {@code keyValues} (default), {@code mdc}, or {@code both}. */
    public void setTarget(String target) {
        this.targetName = target.strip();
    }

    /**
     * What the names of the fields begin with, {@code errcode.} unless set. With {@code target} {@code both}, dots become underscores in the
     * MDC, since JSON formats refuse a key that stands in both.
     */
    public void setFieldPrefix(String prefix) {
        this.prefix = prefix.strip();
    }

    /** Catalog documents on top of the built-in ones: files and directories, separated by commas; watched for changes. */
    public void setCatalog(String paths) {
        settings.set(CodeSettings.CATALOG, paths);
    }

    /** Files of rules that decide before the built-in ones, separated by commas; watched for changes. */
    public void setRules(String paths) {
        settings.set(CodeSettings.RULES, paths);
    }

    /**
     * How long files of {@code catalog} and {@code rules} may have changed unseen: {@code 10 seconds} unless set, {@code 30s}, {@code 5 minutes},
     * {@code PT1H}; {@code off} if they are read only once.
     */
    public void setReload(String interval) {
        settings.set(CodeSettings.RELOAD, interval);
    }

    /** {@code low}, {@code medium} (default) or {@code high}. */
    public void setMinConfidence(String confidence) {
        settings.set(CodeSettings.MIN_CONFIDENCE, confidence);
    }

    /** {@code zh} (default) or {@code en}. */
    public void setLang(String language) {
        settings.set(CodeSettings.LANG, language);
    }

    /** Names of loggers whose events are looked at, with those below them, separated by commas; all unless set. */
    public void setLoggers(String names) {
        settings.set(CodeSettings.LOGGERS, names);
    }

    /** Events below this level are not looked at. */
    public void setMinLevel(String level) {
        settings.set(CodeSettings.MIN_LEVEL, level);
    }

    /** At most so many different codes per event, 3 unless set. */
    public void setMax(String max) {
        settings.set(CodeSettings.MAX, max);
    }

    /** Starts; mistakes in the settings become statuses, and defaults are used. */
    @Override
    public void start() {
        try {
            target = target();
            enricher = EventEnricher.of(settings, component);
            String checked = FieldNames.checkedPrefix(prefix, component);
            Language language = settings.language(component);
            fields = new FieldNames(checked, language);
            mdcFields = target == Target.BOTH ? new FieldNames(mdcPrefix(checked), language) : fields;
        } catch (Throwable failure) {
            guard.caught(failure);
        }
        if (appenders.isEmpty()) {
            addWarn("No appender is attached to [" + getName() + "]; add <appender-ref ref=\"...\"/>");
        }
        super.start();
    }

    private static String mdcPrefix(String prefix) {
        String underscored = prefix.replace('.', '_');
        return underscored.equals(prefix) ? "mdc_" + prefix : underscored;
    }

    private Target target() {
        switch (targetName.toLowerCase(Locale.ROOT)) {
            case "keyvalues" -> {
                return Target.KEY_VALUES;
            }
            case "mdc" -> {
                return Target.MDC;
            }
            case "both" -> {
                return Target.BOTH;
            }
            default -> {
                addError("<target>: [" + targetName + "] is unknown, expected keyValues, mdc or both; using keyValues");
                return Target.KEY_VALUES;
            }
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        ILoggingEvent handedOn = enriched(event);
        for (Appender<ILoggingEvent> appender : appenders) {
            try {
                appender.doAppend(handedOn);
            } catch (Throwable failure) {
                attachedGuard.caught(failure);
            }
        }
    }

    private ILoggingEvent enriched(ILoggingEvent event) {
        EventEnricher codes = enricher;
        FieldNames names = fields;
        FieldNames mdcNames = mdcFields;
        if (codes == null || names == null || mdcNames == null) {
            return event;
        }
        try {
            List<Enrichment> found = codes.enrich(event);
            return found.isEmpty() ? event : enriched(event, codes, found, names, mdcNames);
        } catch (Throwable failure) {
            guard.caught(failure);
            return event;
        }
    }

    private ILoggingEvent enriched(
            ILoggingEvent event, EventEnricher codes, List<Enrichment> found, FieldNames names, FieldNames mdcNames) {
        Set<String> taken = keysOf(event);
        List<KeyValuePair> pairs = new ArrayList<>();
        if (target != Target.MDC) {
            names.fields(found).forEach((key, value) -> {
                if (!taken.contains(key)) {
                    pairs.add(new KeyValuePair(key, value));
                }
            });
        }
        Map<String, String> mdc = new LinkedHashMap<>();
        if (target != Target.KEY_VALUES) {
            mdc.putAll(mdcNames.fields(found));
            mdc.keySet().removeAll(taken);
        }
        return new EnrichedLoggingEvent(event, codes, found, pairs, mdc);
    }

    /** Keys the event has already; none of ours may stand beside them, since JSON formats refuse a key twice. */
    private static Set<String> keysOf(ILoggingEvent event) {
        Set<String> keys = new HashSet<>();
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> keys.add(pair.key));
        }
        try {
            Map<String, String> mdc = event.getMDCPropertyMap();
            if (mdc != null) {
                keys.addAll(mdc.keySet());
            }
        } catch (RuntimeException e) {
            // An event that belongs to no context has no MDC, and Logback's own fails when it is asked.
            return keys;
        }
        return keys;
    }

    /** Stops this appender, and those it hands on to. */
    @Override
    public void stop() {
        super.stop();
        appenders.forEach(Appender::stop);
    }

    @Override
    public void addAppender(Appender<ILoggingEvent> appender) {
        appenders.addIfAbsent(appender);
    }

    @Override
    public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
        return appenders.iterator();
    }

    @Override
    public @Nullable Appender<ILoggingEvent> getAppender(String name) {
        for (Appender<ILoggingEvent> appender : appenders) {
            if (name.equals(appender.getName())) {
                return appender;
            }
        }
        return null;
    }

    @Override
    public boolean isAttached(Appender<ILoggingEvent> appender) {
        return appenders.contains(appender);
    }

    @Override
    public void detachAndStopAllAppenders() {
        appenders.forEach(Appender::stop);
        appenders.clear();
    }

    @Override
    public boolean detachAppender(Appender<ILoggingEvent> appender) {
        return appenders.remove(appender);
    }

    @Override
    public boolean detachAppender(String name) {
        Appender<ILoggingEvent> appender = getAppender(name);
        return appender != null && appenders.remove(appender);
    }
}
