package io.github.bkerrcode.catalog;

import io.github.bkerrcode.catalog.CatalogDocument.Row;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.code.PlatformTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks for everything that is wrong with catalog documents, where reading them ends at the first mistake. Not safe for use by several
 * threads.
 *
 * <p>Layers are checked from the lowest to the topmost. A code that stands in two documents of one layer is a conflict, since the order of
 * file names would decide; one that stands in a lower layer is overridden on purpose.
 */
public final class CatalogCheck {

    /** How bad a finding is. */
    public enum Severity {
        /** The document is refused, or means something else than it says. */
        ERROR,
        /** Worth knowing; nothing is wrong. */
        NOTE
    }

    /**
     * Something about a place in a document.
     *
     * @param file as it was named
     * @param line from 1; 0 for the file as a whole
     * @param code the code it is about, or null
     * @param reason what there is to say
     * @param other the other place where two are at odds, or null
     */
    public record Finding(
            Severity severity,
            String file,
            int line,
            @Nullable String code,
            String reason,
            @Nullable Origin other) {}

    private final List<Finding> findings = new ArrayList<>();
    private final List<CatalogDocument> documents = new ArrayList<>();
    private final Map<ErrorCode, Origin> below = new HashMap<>();
    private int entries;

    /** Creates a check that has seen the built-in catalog. */
    public CatalogCheck() {
        for (CatalogEntry entry : Catalog.builtIn().entries()) {
            below.put(entry.code(), entry.origin());
        }
    }

    /**
     * Reads the next layer.
     *
     * @param paths files, pipes included, and directories, as {@link CatalogFiles} takes them
     */
    public void addLayer(List<Path> paths) {
        List<CatalogDocument> layer = new ArrayList<>();
        for (Path path : paths) {
            try {
                CatalogFiles files = new CatalogFiles(List.of(path), CatalogFiles.Pipes.READ);
                for (Path file : files.files()) {
                    read(files, file, layer);
                }
            } catch (CatalogException e) {
                error(e);
            }
        }
        for (CatalogDocument document : layer) {
            entries += document.rows().size();
        }
        findConflicts(layer);
        findOverridden(layer);
        documents.addAll(layer);
        for (CatalogDocument document : layer) {
            findOwnerless(document);
            findUntranslated(document);
        }
    }

    private void read(CatalogFiles files, Path file, List<CatalogDocument> layer) {
        List<CatalogException> problems = new ArrayList<>();
        try (InputStream in = files.open(file)) {
            CatalogDocument document = CatalogReader.check(in, file.toString(), problems);
            if (document != null) {
                layer.add(document);
            }
        } catch (IOException e) {
            problems.add(CatalogFiles.unreadable(file, e));
        } catch (CatalogException e) {
            problems.add(e);
        }
        problems.forEach(this::error);
    }

    private void error(CatalogException e) {
        findings.add(new Finding(Severity.ERROR, e.source(), e.line(), null, e.reason(), null));
    }

    private void findConflicts(List<CatalogDocument> layer) {
        Map<ErrorCode, Row> rows = new HashMap<>();
        Map<ErrorCode, Integer> owners = new HashMap<>();
        for (int i = 0; i < layer.size(); i++) {
            for (Row row : layer.get(i).rows()) {
                Integer earlier = owners.putIfAbsent(row.code(), i);
                Row first = rows.putIfAbsent(row.code(), row);
                if (earlier != null && first != null && earlier != i) {
                    conflict(layer.get(i), row, layer.get(earlier), first);
                }
            }
        }
    }

    private void conflict(CatalogDocument document, Row row, CatalogDocument earlier, Row first) {
        Origin other = new Origin(earlier.file(), first.line());
        boolean same = first.meaning().equals(row.meaning()) && Objects.equals(first.remediation(), row.remediation());
        findings.add(new Finding(
                Severity.ERROR,
                String.valueOf(document.file()),
                row.line(),
                row.code().token(),
                same
                        ? "stands with the same text at " + other + " already; remove one of them"
                        : "says something else than " + other + " in the same layer; remove one of them",
                other));
    }

    private void findOverridden(List<CatalogDocument> layer) {
        Map<ErrorCode, Origin> added = new HashMap<>();
        for (CatalogDocument document : layer) {
            for (Row row : document.rows()) {
                Origin origin = new Origin(document.file(), row.line());
                Origin overridden = below.get(row.code());
                if (overridden != null && added.putIfAbsent(row.code(), origin) == null) {
                    note(document, row, "overrides " + place(overridden), overridden);
                }
                added.putIfAbsent(row.code(), origin);
            }
            for (ErrorCode removed : document.removals().codes()) {
                if (below.remove(removed) == null) {
                    findings.add(new Finding(
                            Severity.NOTE,
                            String.valueOf(document.file()),
                            0,
                            removed.token(),
                            "is removed, but no document below has it",
                            null));
                }
            }
        }
        below.putAll(added);
    }

    private static String place(Origin origin) {
        return origin.isBuiltIn() ? "the built-in entry" : origin.toString();
    }

    private void findOwnerless(CatalogDocument document) {
        PlatformTable platforms = Catalog.platformsOf(Catalog.builtIn(), documents);
        for (Row row : document.rows()) {
            ErrorCode code = row.code();
            boolean symbolic = code.kind() == ErrorCode.Kind.SYMBOLIC;
            if (symbolic && platforms.byId(String.valueOf(document.symbolPlatform())) == null) {
                findings.add(new Finding(
                        Severity.ERROR,
                        String.valueOf(document.file()),
                        row.line(),
                        code.token(),
                        "has no owner; name one of the platforms with \"platform\"",
                        null));
            } else if (code.kind() == ErrorCode.Kind.NUMERIC && platforms.byNumber(code.prefix()) == null) {
                note(
                        document,
                        row,
                        "begins with the number of no platform; define it under \"platforms\", so that its other numbers"
                                + " are found too",
                        null);
            }
        }
    }

    /** One note per language: a document in one language would have as many as entries otherwise. */
    private void findUntranslated(CatalogDocument document) {
        Map<String, List<Row>> untranslated = new LinkedHashMap<>();
        for (Row row : document.rows()) {
            String lacking = lacking(row.meaning());
            if (lacking != null) {
                untranslated
                        .computeIfAbsent(lacking, language -> new ArrayList<>())
                        .add(row);
            }
        }
        untranslated.forEach((language, rows) -> note(
                document,
                rows.get(0),
                "has no meaning in " + language
                        + (rows.size() == 1 ? "" : ", nor have " + (rows.size() - 1) + " others"),
                null));
    }

    private static @Nullable String lacking(LocalizedText text) {
        return text.zh() == null ? "Chinese" : text.en() == null ? "English" : null;
    }

    private void note(CatalogDocument document, Row row, String reason, @Nullable Origin other) {
        findings.add(new Finding(
                Severity.NOTE,
                String.valueOf(document.file()),
                row.line(),
                row.code().token(),
                reason,
                other));
    }

    /** Returns what was found, layer by layer. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Returns how many documents could be read. */
    public int documents() {
        return documents.size();
    }

    /** Returns how many rows they have. */
    public int entries() {
        return entries;
    }
}
