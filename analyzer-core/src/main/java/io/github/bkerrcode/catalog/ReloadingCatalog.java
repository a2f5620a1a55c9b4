package io.github.bkerrcode.catalog;

import io.github.bkerrcode.catalog.CatalogFiles.EmptyDirectory;
import io.github.bkerrcode.catalog.CatalogFiles.Fingerprint;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The built-in catalog with documents on top that may change while the program runs. A change is taken over whole or not at all: while
 * a file is broken, being written or missing, the last good catalog stays. A file that is gone from a directory is no mistake; its entries
 * go away.
 *
 * <p>Safe for use by several threads. {@link #current} never waits; {@link #refresh} reads files and belongs on a thread that may.
 */
public final class ReloadingCatalog {

    private final CatalogFiles files;
    private final Consumer<String> problems;
    private volatile Catalog current = Catalog.builtIn();
    private List<CatalogDocument> documents = List.of();
    private @Nullable Fingerprint seen;
    private boolean confirmed;
    private @Nullable String reported;

    /**
     * Reads the catalog for the first time; if that fails, the built-in catalog serves until it succeeds.
     *
     * @param paths files and directories, as {@link CatalogFiles} takes them, but a directory may have no documents yet
     * @param problems is told why a catalog could not be taken over, and what happens instead: again only when the reason is another
     *     one, or all was well in between
     */
    public ReloadingCatalog(List<Path> paths, Consumer<String> problems) {
        this.files = new CatalogFiles(paths, EmptyDirectory.HAS_NO_DOCUMENTS);
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
            boolean changed = look();
            CatalogException empty = files.firstEmptyDirectory();
            report(empty == null ? null : empty.getMessage() + "; it adds nothing until there are");
            return changed;
        } catch (CatalogException | IllegalArgumentException e) {
            report(e.getMessage() + "; the last good one stays");
            return false;
        }
    }

    /**
     * Files of one fingerprint are read twice, at different times: one that changes again within a tick of its file system's clock looks the
     * same from outside.
     */
    private boolean look() {
        Fingerprint found = files.fingerprint();
        boolean known = found.equals(seen);
        if (known && confirmed) {
            return false;
        }
        List<CatalogDocument> read = files.read();
        if (seen != null && !found.equals(files.fingerprint())) {
            return false;
        }
        boolean changed = !read.equals(documents);
        if (changed) {
            current = Catalog.builtIn().with(read);
            documents = read;
        }
        confirmed = known;
        seen = found;
        return changed;
    }

    private void report(@Nullable String problem) {
        if (problem != null && !problem.equals(reported)) {
            problems.accept(problem);
        }
        reported = problem;
    }
}
