package io.github.bkerrcode.catalog;

import io.github.bkerrcode.catalog.CatalogDocument.PlatformRow;
import io.github.bkerrcode.catalog.CatalogDocument.Removals;
import io.github.bkerrcode.catalog.CatalogDocument.Row;
import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts documents together that lie on top of each other. What is said twice stands twice,
 * since of it the later counts anyway; what was taken away and did not come back stays away. */
final class MergedDocument {

    private MergedDocument() {}

    static CatalogDocument of(List<CatalogDocument> documents, List<CatalogEntry> visible, String id) {
        Set<String> families = new LinkedHashSet<>();
        List<Category> categories = new ArrayList<>();
        List<PlatformRow> platforms = new ArrayList<>();
        List<CodeModule> modules = new ArrayList<>();
        Set<String> owners = new LinkedHashSet<>();
        Set<String> removed = new LinkedHashSet<>();
        for (CatalogDocument document : documents) {
            families.addAll(document.families());
            categories.addAll(document.categories());
            lay(document, platforms, removed);
            modules.addAll(document.modules());
            if (document.symbolPlatform() != null) {
                owners.add(document.symbolPlatform());
            }
        }
        if (owners.size() > 1) {
            throw new IllegalArgumentException("symbolic codes belong to " + String.join(" and ", owners)
                    + ", and one document can name only one owner");
        }
        return new CatalogDocument(
                id,
                LocalizedText.same(id),
                owners.isEmpty() ? null : owners.iterator().next(),
                List.copyOf(families),
                categories,
                platforms,
                modules,
                rows(visible, id),
                new Removals(removedCodes(documents, visible), removed),
                null);
    }

    /** The platforms of the documents so far, and a document on top of them. */
    private static void lay(CatalogDocument document, List<PlatformRow> platforms, Set<String> removed) {
        Set<String> gone = document.removals().platforms();
        platforms.removeIf(platform -> gone.contains(id(platform)) || gone.contains(twoDigits(platform)));
        removed.addAll(gone);
        for (PlatformRow platform : document.platforms()) {
            platforms.add(platform);
            removed.remove(id(platform));
            removed.remove(twoDigits(platform));
        }
    }

    private static String id(PlatformRow platform) {
        return platform.id() == null ? "" : platform.id();
    }

    private static String twoDigits(PlatformRow platform) {
        Integer number = platform.number();
        return number == null ? "" : "%02d".formatted(number);
    }

    private static Set<ErrorCode> removedCodes(List<CatalogDocument> documents, List<CatalogEntry> visible) {
        Set<ErrorCode> codes = new LinkedHashSet<>();
        documents.forEach(document -> codes.addAll(document.removals().codes()));
        visible.forEach(entry -> codes.remove(entry.code()));
        return codes;
    }

    private static List<Row> rows(List<CatalogEntry> entries, String id) {
        List<Row> rows = new ArrayList<>(entries.size());
        for (CatalogEntry entry : entries) {
            rows.add(new Row(
                    0,
                    entry.code(),
                    entry.document().equals(id) ? null : entry.document(),
                    entry.flag(),
                    entry.section(),
                    entry.httpStatus(),
                    entry.source(),
                    entry.target(),
                    entry.derivedSource(),
                    entry.derivedTarget(),
                    entry.meaning(),
                    entry.remediation()));
        }
        return rows;
    }
}
