package io.github.bkerrcode.enrich;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.Confidence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What an application sets about finding and explaining codes. Equal settings can share an enricher.
 *
 * @param catalogs documents on top of the built-in catalog: files and directories, watched for changes; may be empty
 * @param rules files of rules that decide before the built-in ones, watched for changes; may be empty
 * @param minConfidence codes found with less confidence are left out
 * @param language of texts
 * @param reload how long files may have changed unseen; zero if nobody looks. Always zero where there are no files
 */
public record EnricherSettings(
        List<Path> catalogs, List<Path> rules, Confidence minConfidence, Language language, Duration reload) {

    /** How long files may have changed unseen where nothing is set. */
    public static final Duration DEFAULT_RELOAD = Duration.ofSeconds(10);

    /** No further catalogs or rules, medium confidence, Chinese. */
    public static final EnricherSettings DEFAULT =
            new EnricherSettings(List.of(), List.of(), Confidence.MEDIUM, Language.ZH);

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if {@code reload} is negative
     */
    public EnricherSettings {
        catalogs = List.copyOf(catalogs);
        rules = List.copyOf(rules);
        if (reload.isNegative()) {
            throw new IllegalArgumentException("reload [" + reload + "] is negative");
        }
        reload = catalogs.isEmpty() && rules.isEmpty() ? Duration.ZERO : reload;
    }

    /** Settings whose files are looked at as often as {@link #DEFAULT_RELOAD} says. */
    public EnricherSettings(List<Path> catalogs, List<Path> rules, Confidence minConfidence, Language language) {
        this(catalogs, rules, minConfidence, language, DEFAULT_RELOAD);
    }
}
