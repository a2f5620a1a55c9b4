package io.github.bkerrcode.spark;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.Confidence;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What counts as a code, and what is said of it. Immutable; it goes to the workers with the texts of its catalogs and rules.
 *
 * @param catalogs documents on top of the built-in ones, the later on top of the earlier
 * @param rules rule files that decide before the built-in one, the first before the next
 * @param minConfidence detections of less confidence are left out
 * @param platforms ids of the platforms whose codes count; none means all
 * @param language of meanings and remediations
 * @param zone of times that do not name one
 */
public record ErrorCodeOptions(
        List<Document> catalogs,
        List<Document> rules,
        Confidence minConfidence,
        List<String> platforms,
        Language language,
        ZoneId zone)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * A text with its name.
     *
     * @param name for messages
     * @param text what the file holds
     */
    public record Document(String name, String text) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    /** Keeps lists that nobody can change. */
    public ErrorCodeOptions {
        catalogs = List.copyOf(catalogs);
        rules = List.copyOf(rules);
        platforms = List.copyOf(platforms);
    }

    /** Returns what the command line does without options: built-in codes and rules, medium confidence, Chinese, the system's zone. */
    public static ErrorCodeOptions defaults() {
        return new ErrorCodeOptions(
                List.of(), List.of(), Confidence.MEDIUM, List.of(), Language.ZH, ZoneId.systemDefault());
    }

    /**
     * Adds a catalog document on top of those there are.
     *
     * @param name for messages
     * @param json the document
     */
    public ErrorCodeOptions withCatalog(String name, String json) {
        return new ErrorCodeOptions(
                with(catalogs, new Document(name, json)), rules, minConfidence, platforms, language, zone);
    }

    /**
     * Adds rules that decide behind those added before, and before the built-in ones.
     *
     * @param name for messages
     * @param text what a rule file holds
     */
    public ErrorCodeOptions withRules(String name, String text) {
        return new ErrorCodeOptions(
                catalogs, with(rules, new Document(name, text)), minConfidence, platforms, language, zone);
    }

    /** Leaves out detections of less confidence. */
    public ErrorCodeOptions withMinConfidence(Confidence minimum) {
        return new ErrorCodeOptions(catalogs, rules, minimum, platforms, language, zone);
    }

    /** Leaves out codes of other platforms; no ids means none is left out. */
    public ErrorCodeOptions withPlatforms(List<String> ids) {
        return new ErrorCodeOptions(catalogs, rules, minConfidence, ids, language, zone);
    }

    /** Gives meanings and remediations in this language. */
    public ErrorCodeOptions withLanguage(Language wanted) {
        return new ErrorCodeOptions(catalogs, rules, minConfidence, platforms, wanted, zone);
    }

    /** Reads times that name no zone as times of this one. */
    public ErrorCodeOptions withZone(ZoneId wanted) {
        return new ErrorCodeOptions(catalogs, rules, minConfidence, platforms, language, wanted);
    }

    private static List<Document> with(List<Document> documents, Document further) {
        List<Document> all = new ArrayList<>(documents);
        all.add(further);
        return all;
    }
}
