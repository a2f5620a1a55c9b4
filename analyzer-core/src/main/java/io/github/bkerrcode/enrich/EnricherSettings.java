package io.github.bkerrcode.enrich;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.Confidence;
import java.nio.file.Path;
import java.util.List;

/**
 * What an application sets about finding and explaining codes. Equal settings can share an enricher.
 *
 * @param catalogs documents on top of the built-in catalog: files and directories, watched for changes; may be empty
 * @param rules files of rules that decide before the built-in ones; may be empty
 * @param minConfidence codes found with less confidence are left out
 * @param language of texts
 */
public record EnricherSettings(List<Path> catalogs, List<Path> rules, Confidence minConfidence, Language language) {

    /** No further catalogs or rules, medium confidence, Chinese. */
    public static final EnricherSettings DEFAULT =
            new EnricherSettings(List.of(), List.of(), Confidence.MEDIUM, Language.ZH);

    /** Copies the lists. */
    public EnricherSettings {
        catalogs = List.copyOf(catalogs);
        rules = List.copyOf(rules);
    }
}
