package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.summary.Summary.Dependency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which system reports a failure, and which one has failed.
 *
 * @param derived no document says so, it was concluded from the meaning of a code
 */
record Blame(String source, String target, boolean derived) {

    /** Behind what is derived; what it means is said below by {@link Label#DERIVED}. */
    static final String DERIVED_MARK = "*";

    static Blame of(Dependency dependency) {
        return new Blame(dependency.source(), dependency.target(), dependency.derived());
    }

    /** What the catalog says of a code; nothing where a system blames itself, which says nothing. */
    static List<Blame> of(Resolution resolution) {
        return resolution instanceof Resolution.Listed listed
                ? listed.entries().stream()
                        .map(Blame::of)
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .toList()
                : List.of();
    }

    private static @Nullable Blame of(CatalogEntry entry) {
        boolean derived = entry.derivedTarget() != null;
        String source = derived ? entry.derivedSource() : entry.source();
        String target = derived ? entry.derivedTarget() : entry.target();
        return source == null || target == null || Objects.equals(source, target)
                ? null
                : new Blame(source, target, derived);
    }

    /** {@code JOB → Redis} */
    String in(Language language) {
        return SystemName.in(language, source) + " → " + SystemName.in(language, target);
    }

    /** Nothing, or the mark of what is derived. */
    String mark() {
        return derived ? DERIVED_MARK : "";
    }
}
