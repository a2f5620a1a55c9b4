package io.github.bkerrcode.catalog;

import io.github.bkerrcode.code.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts of a code that stands in several rows, each said once. */
final class JoinedTexts {

    private static final String SEPARATOR = " / ";

    private JoinedTexts() {}

    static String meaning(List<CatalogEntry> entries, Language language) {
        Set<String> meanings = new LinkedHashSet<>();
        for (CatalogEntry entry : entries) {
            meanings.add(entry.meaning().in(language));
        }
        return String.join(SEPARATOR, meanings);
    }

    static @Nullable String remediation(List<CatalogEntry> entries, Language language) {
        Set<String> remediations = new LinkedHashSet<>();
        for (CatalogEntry entry : entries) {
            Remediation remediation = entry.remediation();
            if (remediation != null) {
                remediations.add(remediation.in(language));
            }
        }
        return remediations.isEmpty() ? null : String.join(SEPARATOR, remediations);
    }
}
