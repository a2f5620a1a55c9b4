package io.github.bkerrcode.catalog;

import io.github.bkerrcode.catalog.CatalogFiles.Fingerprint;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The built-in catalog with documents on top that may change while the program runs. A change is taken over whole or not at all: while
 * a file is broken or missing, the last good catalog stays.
 *
 * <p>Safe for use by several threads. {@link #current} never waits; {@link #refresh} reads files and belongs on a thread that may.
 */
public final class ReloadingCatalog {

    private final CatalogFiles files;
    private final Consumer<String> problems;
    private volatile Catalog current = Catalog.builtIn();
    private @Nullable Fingerprint seen;
    private @Nullable String reported;

    /**
     * Reads the catalog for the first time; if that fails, the built-in catalog serves until it succeeds.
     *
     * @param paths files and directories, as {@link CatalogFiles} takes them
     * @param problems is told, once each, why a catalog could not be taken over
     */
    public ReloadingCatalog(List<Path> paths, Consumer<String> problems) {
        this.files = new CatalogFiles(paths);
        this.problems = problems;
        refresh();
    }

    /** Returns the last good catalog. */
    public Catalog current() {
        return current;
    }

    /**
     * Looks whether files have changed, come or gone, and takes the change over.
     *
     * @return true if {@link #current} is another catalog now
     */
    public synchronized boolean refresh() {
        try {
            Fingerprint found = files.fingerprint();
            if (found.equals(seen)) {
                return false;
            }
            Catalog read = Catalog.builtIn().with(files.read());
            current = read;
            seen = found;
            reported = null;
            return true;
        } catch (CatalogException | IllegalArgumentException e) {
            report(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void report(String reason) {
        if (!reason.equals(reported)) {
            reported = reason;
            problems.accept(reason);
        }
    }
}
