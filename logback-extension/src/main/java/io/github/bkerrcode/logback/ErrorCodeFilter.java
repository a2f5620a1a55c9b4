package io.github.bkerrcode.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.AbstractMatcherFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.github.bkerrcode.event.CodeCriteria;
import io.github.bkerrcode.event.CodeSettings;
import io.github.bkerrcode.event.Guard;
import org.jspecify.annotations.Nullable;

/**
 * Lets events pass by the codes they have.
 *
 * <pre>{@code
 * <filter class="io.github.bkerrcode.logback.ErrorCodeFilter">
 *   <platforms>job</platforms>
 *   <onMatch>ACCEPT</onMatch>
 *   <onMismatch>DENY</onMismatch>
 * </filter>
 * }</pre>
 *
 * <p>An event matches if one of its codes meets all of {@code platforms}, {@code codes} and {@code listed} that are set; with none set, if it has
 * a code at all. {@code onMatch} and {@code onMismatch} are as for Logback's own filters; unless set, events that do not match are denied.
 */
public final class ErrorCodeFilter extends AbstractMatcherFilter<ILoggingEvent> {

    private final LogbackComponent component = new LogbackComponent(this);
    private final Guard guard = Guard.ofExplaining(component, "the filter has no opinion on events");
    private final CodeSettings settings = new CodeSettings();
    private String platforms = "";
    private String codes = "";
    private String listed = "";
    private CodeCriteria criteria = CodeCriteria.anyCode();
    private @Nullable EventEnricher enricher;

    /** Creates a filter that denies events without a code. */
    public ErrorCodeFilter() {
        setOnMismatch(FilterReply.DENY);
    }

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

    /** Decides; neutral if not started or something goes wrong. Never throws. */
    @Override
    public FilterReply decide(ILoggingEvent event) {
        EventEnricher finder = enricher;
        if (!isStarted() || finder == null) {
            return FilterReply.NEUTRAL;
        }
        try {
            return criteria.matchAny(finder.enrich(event)) ? onMatch : onMismatch;
        } catch (Throwable failure) {
            guard.caught(failure);
            return FilterReply.NEUTRAL;
        }
    }
}
