package io.github.bkerrcode.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.boolex.EventEvaluatorBase;
import io.github.bkerrcode.event.CodeCriteria;
import io.github.bkerrcode.event.CodeSettings;
import io.github.bkerrcode.event.Guard;
import org.jspecify.annotations.Nullable;

/**
 * Says of events whether they have certain codes, for appenders that send mail or alerts.
 *
 * <pre>{@code
 * <appender name="MAIL" class="ch.qos.logback.classic.net.SMTPAppender">
 *   <evaluator class="io.github.bkerrcode.logback.ErrorCodeEvaluator">
 *     <codes>1250001,1252001</codes>
 *   </evaluator>
 * </appender>
 * }</pre>
 *
 * <p>The criteria are those of {@link ErrorCodeFilter}.
 */
public final class ErrorCodeEvaluator extends EventEvaluatorBase<ILoggingEvent> {

    private final LogbackComponent component = new LogbackComponent(this);
    private final Guard guard = Guard.ofExplaining(component, "the event does not count");
    private final CodeSettings settings = new CodeSettings();
    private String platforms = "";
    private String codes = "";
    private String listed = "";
    private CodeCriteria criteria = CodeCriteria.anyCode();
    private @Nullable EventEnricher enricher;

    /** Identifiers of platforms such as {@code job}, separated by commas; any unless set. */
    public void setPlatforms(String platforms) {
        this.platforms = platforms;
    }

    /** Codes, separated by commas; any unless set. */
    public void setCodes(String codes) {
        this.codes = codes;
    }

    /** {@code true} for codes the catalog has, {@code false} for others; both unless set. */
    public void setListed(String listed) {
        this.listed = listed.strip();
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

    /** Names of loggers whose events are looked at, with those below them, separated by commas; all unless set. */
    public void setLoggers(String names) {
        settings.set(CodeSettings.LOGGERS, names);
    }

    /** Events below this level are not looked at. */
    public void setMinLevel(String level) {
        settings.set(CodeSettings.MIN_LEVEL, level);
    }

    /** Starts; mistakes in the settings become statuses, and defaults are used. */
    @Override
    public void start() {
        try {
            EventEnricher finder = EventEnricher.ofAllCodes(settings, component);
            criteria =
                    CodeCriteria.read(platforms, codes, listed, finder.codes().catalog(), component);
            enricher = finder;
        } catch (Throwable failure) {
            guard.caught(failure);
        }
        super.start();
    }

    /** Returns true if one of the event's codes meets the criteria; false if something goes wrong. Never throws. */
    @Override
    public boolean evaluate(ILoggingEvent event) {
        EventEnricher finder = enricher;
        if (finder == null) {
            return false;
        }
        try {
            return criteria.matchAny(finder.enrich(event));
        } catch (Throwable failure) {
            guard.caught(failure);
            return false;
        }
    }
}
