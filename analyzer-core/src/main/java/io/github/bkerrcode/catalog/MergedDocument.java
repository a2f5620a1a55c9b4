package io.github.bkerrcode.catalog;

import io.github.bkerrcode.catalog.CatalogDocument.PlatformRow;
import io.github.bkerrcode.catalog.CatalogDocument.Row;
import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts documents together that lie on top of each other. What is said twice stands twice, since of it the later counts anyway. */
final class MergedDocument {

    private MergedDocument() {}

    static CatalogDocument of(List<CatalogDocument> documents, List<CatalogEntry> visible, String id) {
        Set<String> families = new LinkedHashSet<>();
        List<Category> categories = new ArrayList<>();
        List<PlatformRow> platforms = new ArrayList<>();
        List<CodeModule> modules = new ArrayList<>();
        Set<String> owners = new LinkedHashSet<>();
        for (CatalogDocument document : documents) {
            families.addAll(document.families());
            categories.addAll(document.categories());
            platforms.addAll(document.platforms());
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
                rows(visible));
    }

    private static List<Row> rows(List<CatalogEntry> entries) {
        List<Row> rows = new ArrayList<>(entries.size());
        for (CatalogEntry entry : entries) {
            rows.add(new Row(
                    entry.code(),
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
