package io.github.bkerrcode.event;

import io.github.bkerrcode.catalog.Resolution;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The values of a metric's label {@code code}: the first {@value #MAX_CODES} different codes have their own, all others share {@value #OTHER}, so
 * that a log cannot blow up a metrics store. Safe for use by several threads.
 */
public final class CodeLabels {

    /** Different codes with a label of their own. */
    public static final int MAX_CODES = 200;

    /** The label of all other codes. */
    public static final String OTHER = "other";

    private final Map<String, String> labels = new ConcurrentHashMap<>();
    private final AtomicInteger own = new AtomicInteger();

    /** Creates labels that no code has taken yet. */
    public CodeLabels() {}

    /** Returns the label of a code, always the same. */
    public String of(Resolution.Known known) {
        String code = known.code().token();
        String label = labels.get(code);
        return label != null ? label : labels.computeIfAbsent(code, this::create);
    }

    private String create(String code) {
        return own.getAndIncrement() < MAX_CODES ? code : OTHER;
    }
}
