package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.CachingLookup;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.RuleSet;

/**
 * Loads on a second thread what every search needs, the catalog and the rules, while the first one still reads the options. Whoever
 * needs them earlier waits for them as long as loading them would have taken.
 */
final class HeadStart {

    /** Makes the scanner build what it builds for the first number with an owner, the first listed one and the first name. */
    private static final String SAMPLE = "errorCode=1199014, code 1301002, APIGW_LACK_PARAMS";

    private HeadStart() {}

    /** Begins; returns at once. What fails here fails again where it is needed, and is said there. */
    static void take() {
        Thread thread = new Thread(HeadStart::load, "head-start");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, reason) -> {});
        thread.start();
    }

    private static void load() {
        Catalog catalog = Catalog.builtIn();
        CodeScanner.create(catalog, RuleSet.builtIn(), Confidence.LOW)
                .detect(SAMPLE)
                .forEach(detection ->
                        new CachingLookup(catalog).resolve(detection.code().token()));
    }
}
