package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.CodeModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that goes into a catalog document.
 *
 * @param id the document's name
 * @param title its title, or null
 * @param ownerOfNames id of the platform that owns symbolic codes, or null if there are none
 */
record CatalogDraft(
        String id,
        @Nullable String title,
        @Nullable String ownerOfNames,
        List<PlatformNames> platforms,
        List<CodeModule> modules,
        List<DraftEntry> entries) {}
