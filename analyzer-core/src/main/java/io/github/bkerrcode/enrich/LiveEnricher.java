package io.github.bkerrcode.enrich;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bkerrcode.catalog.CachingLookup;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.catalog.ReloadingCatalog;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds and explains codes inside a running application, over a catalog and rules that may change meanwhile. A text is explained by one catalog
 * from beginning to end; several texts that belong together, by {@link #current}.
 *
 * <p>Safe for use by several threads. Explaining never waits for a file, nor looks at a clock; {@link #refresh} and {@link #refreshIfDue} read
 * files, and belong on a thread that may.
 */
public final class LiveEnricher {

    /** What belongs to one catalog and one set of rules, and is replaced as a whole. */
    private record Snapshot(Catalog catalog, RuleSet rules, CodeLookup lookup, Enricher enricher) {}

    private final EnricherSettings settings;
    private final Consumer<String> problems;
    private final ReloadingRules rules;
    private final ReloadingCatalog catalog;
    private final LoadingCache<EnricherSettings, Snapshot> snapshots;
    private volatile Snapshot snapshot;
    private @Nullable String failure;

    /**
     * Creates an enricher. Never fails: what cannot be used is left out and said.
     *
     * @param settings what to use
     * @param problems is told, once each, why a catalog or a rule file could not be used; also while running
     */
    public LiveEnricher(EnricherSettings settings, Consumer<String> problems) {
        this(settings, problems, Ticker.systemTicker());
    }

    LiveEnricher(EnricherSettings settings, Consumer<String> problems, Ticker ticker) {
        this.settings = settings;
        this.problems = problems;
        this.rules = new ReloadingRules(settings.rules(), problems);
        this.catalog = new ReloadingCatalog(settings.catalogs(), reason -> problems.accept("catalog " + reason));
        this.snapshot = newSnapshot();
        this.snapshots = cache(settings.reload(), ticker);
        snapshots.put(settings, snapshot);
    }

    /** The cache reads on the thread that asks it, which is never one that logs. */
    private LoadingCache<EnricherSettings, Snapshot> cache(Duration reload, Ticker ticker) {
        Caffeine<Object, Object> cache = Caffeine.newBuilder().ticker(ticker).executor(Runnable::run);
        if (!reload.isZero()) {
            cache.refreshAfterWrite(reload);
        }
        return cache.build(new CacheLoader<>() {
            @Override
            public Snapshot load(EnricherSettings key) {
                return snapshot;
            }

            @Override
            public Snapshot reload(EnricherSettings key, Snapshot old) {
                return look();
            }
        });
    }

    private Snapshot newSnapshot() {
        Catalog listed = catalog.current();
        RuleSet deciding = rules.current();
        CodeLookup lookup = new CachingLookup(listed);
        CodeScanner scanner = CodeScanner.create(listed, deciding, settings.minConfidence());
        return new Snapshot(listed, deciding, lookup, new Enricher(scanner, lookup));
    }

    /** Reads what changed, and returns what is in use then. Throws nothing, since Caffeine would log it itself. */
    private synchronized Snapshot look() {
        try {
            rules.refresh();
            catalog.refresh();
            if (snapshot.rules != rules.current() || snapshot.catalog != catalog.current()) {
                snapshot = newSnapshot();
            }
            failure = null;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            if (!e.toString().equals(failure)) {
                failure = e.toString();
                problems.accept("catalog and rules cannot be read anew: " + failure + "; the last good ones stay");
            }
        }
        return snapshot;
    }

    /** Returns what it was created with. */
    public EnricherSettings settings() {
        return settings;
    }

    /** Returns what the codes of a text mean, from left to right; empty, without allocating, if it has none. */
    public List<Enrichment> enrich(CharSequence text) {
        return snapshot.enricher.enrich(text);
    }

    /** Returns the enricher of the moment: all that it is asked is explained by one catalog, also when there is another one by then. */
    public Enricher current() {
        return snapshot.enricher;
    }

    /** Returns the catalog in use at the moment. */
    public Catalog catalog() {
        return snapshot.catalog;
    }

    /** Returns the lookup of the catalog in use at the moment. */
    public CodeLookup lookup() {
        return snapshot.lookup;
    }

    /**
     * Takes over what changed in the files of catalogs and rules since the last time; if another thread is doing so, waits for it.
     *
     * @return true if something did
     */
    public boolean refresh() {
        Snapshot before = snapshot;
        snapshots.refresh(settings).join();
        return !snapshot.equals(before);
    }

    /**
     * Does what {@link #refresh} does if {@link EnricherSettings#reload} has passed since the last time, and nobody else does it already; else
     * nothing. To be called about as often as that.
     *
     * @return true if something did change
     */
    public boolean refreshIfDue() {
        Snapshot before = snapshot;
        var unused = snapshots.get(settings);
        return !snapshot.equals(before);
    }
}
