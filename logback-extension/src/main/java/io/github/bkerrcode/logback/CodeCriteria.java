package io.github.bkerrcode.logback;

import ch.qos.logback.core.spi.ContextAware;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Platform;
import io.github.bkerrcode.enrich.Enrichment;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which codes an event must have.
 *
 * @param platforms identifiers of platforms; any if empty
 * @param codes any if empty
 * @param listed true for codes the catalog has, false for others, null for both
 */
record CodeCriteria(
        Set<String> platforms, Set<String> codes, @Nullable Boolean listed) {

    /** Reads what a configuration says. */
    static CodeCriteria of(String platforms, String codes, String listed, EventEnricher enricher, ContextAware owner) {
        Boolean wanted = null;
        if (listed.equalsIgnoreCase("true") || listed.equalsIgnoreCase("false")) {
            wanted = Boolean.valueOf(listed);
        } else if (!listed.isEmpty()) {
            owner.addError("<listed>: [" + listed + "] is unknown, expected true or false; taking both");
        }
        Catalog catalog = enricher.codes().catalog();
        return new CodeCriteria(platforms(platforms, catalog, owner), codes(codes, owner), wanted);
    }

    private static Set<String> platforms(String text, Catalog catalog, ContextAware owner) {
        Set<String> ids = new HashSet<>();
        for (String word : CodeSettings.words(text)) {
            String id = word.toLowerCase(Locale.ROOT);
            if (catalog.platforms().byId(word) == null && catalog.platforms().byId(id) == null) {
                owner.addWarn("<platforms>: [" + word + "] is no platform of the catalog, expected some of "
                        + catalog.platforms().platforms().stream()
                                .map(Platform::id)
                                .collect(Collectors.joining(" ")));
            }
            ids.add(word);
            ids.add(id);
        }
        return ids;
    }

    private static Set<String> codes(String text, ContextAware owner) {
        Set<String> tokens = new HashSet<>();
        for (String word : CodeSettings.words(text)) {
            ErrorCode.parse(word)
                    .ifPresentOrElse(
                            code -> tokens.add(code.token()),
                            () -> owner.addWarn("<codes>: [" + word
                                    + "] is no code, expected seven digits, a flag or a symbolic name"));
        }
        return tokens;
    }

    boolean matchAny(List<Enrichment> found) {
        for (int i = 0; i < found.size(); i++) {
            if (match(found.get(i).resolution())) {
                return true;
            }
        }
        return false;
    }

    private boolean match(Resolution.Known known) {
        return (platforms.isEmpty() || platforms.contains(known.platform().id()))
                && (codes.isEmpty() || codes.contains(known.code().token()))
                && (listed == null || listed == known instanceof Resolution.Listed);
    }
}
