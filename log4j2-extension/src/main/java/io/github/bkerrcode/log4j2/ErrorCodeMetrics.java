package io.github.bkerrcode.log4j2;

import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.event.CodeLabels;
import io.github.bkerrcode.event.RunningTally;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.core.LoggerContext;

/**
 * Counts the codes that the tallies of a context see as {@code errcode.events{platform,code}}.
 *
 * <pre>{@code
 * new ErrorCodeMetrics(LoggerContext.getContext(false)).bindTo(registry);
 * }</pre>
 *
 * <p>At most {@value #MAX_CODES} different codes have a counter of their own; all others share {@code code="other"} of their platform, so that
 * a log cannot blow up a metrics store. Safe for use by several threads.
 */
public final class ErrorCodeMetrics implements MeterBinder {

    /** Different codes with a counter of their own, per registry. */
    public static final int MAX_CODES = CodeLabels.MAX_CODES;

    private static final String METER = "errcode.events";

    private final LoggerContext context;

    /**
     * Creates a binder.
     *
     * @param context whose tallies are bound; they must run already when {@link #bindTo} is called
     */
    public ErrorCodeMetrics(LoggerContext context) {
        this.context = context;
    }

    /** Registers counters as codes appear from now on, also when the configuration has been read anew. */
    @Override
    public void bindTo(MeterRegistry registry) {
        Counters counters = new Counters(registry);
        for (RunningTally tally : ContextTallies.of(context).running()) {
            tally.addListener(known -> counters.of(known).increment());
        }
    }

    /** The counters of one registry. */
    private static final class Counters {

        private final MeterRegistry registry;
        private final CodeLabels labels = new CodeLabels();
        private final Map<String, Counter> byCode = new ConcurrentHashMap<>();

        private Counters(MeterRegistry registry) {
            this.registry = registry;
        }

        private Counter of(Resolution.Known known) {
            String code = known.code().token();
            Counter existing = byCode.get(code);
            return existing != null ? existing : byCode.computeIfAbsent(code, token -> create(known));
        }

        private Counter create(Resolution.Known known) {
            return Counter.builder(METER)
                    .description("Error codes that were logged")
                    .tag("platform", known.platform().id())
                    .tag("code", labels.of(known))
                    .register(registry);
        }
    }
}
