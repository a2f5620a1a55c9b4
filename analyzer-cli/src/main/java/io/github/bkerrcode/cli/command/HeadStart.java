package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.scan.RuleSet;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Loads on a second thread what every search needs, the rules, the catalog and the tables of time zones, while the first one still
 * reads the options. Whoever needs them earlier waits for them as long as loading them would have taken. One who comes at once finds the
 * catalog not yet begun and loads it meanwhile, so rules are made ready before the catalog, which they do not need, and the tables are
 * read by whoever is done first. Without lambdas, since the first one of a program takes as long as a tenth of all this.
 */
final class HeadStart extends Thread {

    private HeadStart() {
        super("head-start");
        setDaemon(true);
    }

    /** Begins; returns at once. */
    static void take() {
        new HeadStart().start();
    }

    @Override
    public void run() {
        try {
            load();
        } catch (RuntimeException | Error e) {
            // What fails here fails again where it is needed, and is said there.
        }
    }

    private static void load() {
        RuleSet.builtIn().prepare();
        Objects.requireNonNull(ZoneId.systemDefault());
        Catalog.builtIn();
    }
}
