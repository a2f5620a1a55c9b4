package io.github.bkerrcode.event;

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

/** Which codes an event must have. Immutable. */
public final class CodeCriteria {

    private enum Listing {
        ANY,
        LISTED,
        UNLISTED
    }

    private static final CodeCriteria ANY_CODE = new CodeCriteria(Set.of(), Set.of(), Listing.ANY);

    private final Set<String> platforms;
    private final Set<String> codes;
    private final Listing listing;

    private CodeCriteria(Set<String> platforms, Set<String> codes, Listing listing) {
        this.platforms = platforms;
        this.codes = codes;
        this.listing = listing;
    }

    /** Returns the criteria that every code meets. */
    public static CodeCriteria anyCode() {
        return ANY_CODE;
    }

    /**
     * Reads what a configuration says; mistakes are reported.
     *
     * @param platforms identifiers of platforms, separated by commas; any if blank
     * @param codes separated by commas; any if blank
     * @param listed {@code true} for codes the catalog has, {@code false} for others, empty for both
     * @param catalog knows the platforms
     */
    public static CodeCriteria read(
            String platforms, String codes, String listed, Catalog catalog, ComponentContext component) {
        return new CodeCriteria(
                platforms(platforms, catalog, component), codes(codes, component), listing(listed, component));
    }

    private static Listing listing(String text, ComponentContext component) {
        if (text.equalsIgnoreCase("true")) {
            return Listing.LISTED;
        }
        if (text.equalsIgnoreCase("false")) {
            return Listing.UNLISTED;
        }
        if (!text.isEmpty()) {
            component.error(
                    component.label("listed") + ": [" + text + "] is unknown, expected true or false; taking both");
        }
        return Listing.ANY;
    }

    private static Set<String> platforms(String text, Catalog catalog, ComponentContext component) {
        Set<String> ids = new HashSet<>();
        for (String word : CodeSettings.words(text)) {
            String id = word.toLowerCase(Locale.ROOT);
            if (catalog.platforms().byId(word) == null && catalog.platforms().byId(id) == null) {
                component.warn(component.label("platforms") + ": [" + word
                        + "] is no platform of the catalog, expected some of "
                        + catalog.platforms().platforms().stream()
                                .map(Platform::id)
                                .collect(Collectors.joining(" ")));
            }
            ids.add(word);
            ids.add(id);
        }
        return ids;
    }

    private static Set<String> codes(String text, ComponentContext component) {
        Set<String> tokens = new HashSet<>();
        for (String word : CodeSettings.words(text)) {
            ErrorCode.parse(word)
                    .ifPresentOrElse(
                            code -> tokens.add(code.token()),
                            () -> component.warn(component.label("codes") + ": [" + word
                                    + "] is no code, expected seven digits, a flag or a symbolic name"));
        }
        return tokens;
    }

    /** Returns true if one of the codes meets all criteria. */
    public boolean matchAny(List<Enrichment> found) {
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
                && (listing == Listing.ANY || (listing == Listing.LISTED) == known instanceof Resolution.Listed);
    }
}
