package io.github.bkerrcode.enrich;

import io.github.bkerrcode.catalog.CachingLookup;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.catalog.ReloadingCatalog;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.RuleSet;
import io.github.bkerrcode.scan.RuleSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds and explains codes inside a running application, over a catalog that may change meanwhile. A line is explained by one catalog
 * from beginning to end.
 *
 * <p>Safe for use by several threads. Explaining never waits for a file; {@link #refresh} does, and belongs on a thread that may.
 */
public final class LiveEnricher {

    /** What belongs to one catalog and is replaced as a whole. */
    private record Snapshot(CodeLookup lookup, Enricher enricher) {}

    private final EnricherSettings settings;
    private final RuleSet rules;
    private final ReloadingCatalog catalog;
    private volatile Snapshot snapshot;

    /**
     * Creates an enricher. Never fails: what cannot be used is left out and said.
     *
     * @param settings what to use
     * @param problems is told, once each, why a catalog or a rule file could not be used; also while running
     */
    public LiveEnricher(EnricherSettings settings, Consumer<String> problems) {
        this.settings = settings;
        this.rules = rules(settings.rules(), problems);
        this.catalog = new ReloadingCatalog(
                settings.catalogs(), reason -> problems.accept("catalog " + reason + "; the last good one stays"));
        this.snapshot = snapshot(catalog.current());
    }

    private Snapshot snapshot(Catalog current) {
        CodeLookup lookup = new CachingLookup(current);
        return new Snapshot(lookup, new Enricher(CodeScanner.create(current, rules, settings.minConfidence()), lookup));
    }

    private static RuleSet rules(List<Path> files, Consumer<String> problems) {
        RuleSet all = RuleSet.builtIn();
        for (int i = files.size() - 1; i >= 0; i--) {
            Path file = files.get(i);
            try {
                all = RuleSet.parse(Files.readString(file), file.toString()).followedBy(all);
            } catch (IOException e) {
                problems.accept("rules " + file + " cannot be read and are left out: " + e);
            } catch (RuleSyntaxException e) {
                problems.accept("rules are left out: " + e.getMessage());
            }
        }
        return all;
    }

    /** Returns what it was created with. */
    public EnricherSettings settings() {
        return settings;
    }

    /** Returns what the codes of a text mean, from left to right; empty, without allocating, if it has none. */
    public List<Enrichment> enrich(CharSequence text) {
        return snapshot.enricher.enrich(text);
    }

    /** Returns the catalog in use at the moment. */
    public Catalog catalog() {
        return catalog.current();
    }

    /** Returns the lookup of the catalog in use at the moment. */
    public CodeLookup lookup() {
        return snapshot.lookup;
    }

    /**
     * Takes over what changed in the catalog's files since the last time.
     *
     * @return true if something did
     */
    public boolean refresh() {
        boolean changed = catalog.refresh();
        if (changed) {
            snapshot = snapshot(catalog.current());
        }
        return changed;
    }
}
