package io.github.bkerrcode.catalog;

import io.github.bkerrcode.code.LocalizedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters in what a code means: <code>{0}</code>, <code>{name}</code>, <code>${name}</code>, {@code %s}, {@code %d}, {@code %1$s}
 * and {@code %(name)s} stand for what a program puts there when it logs. Immutable and safe for use by several threads.
 */
public final class MeaningParameters {

    /** No parameters. */
    static final MeaningParameters NONE = new MeaningParameters(List.of());

    /**
     * A meaning in its languages.
     *
     * @param zh null if there is none, or it has no parameters
     * @param en the same
     */
    private record Templates(
            @Nullable MeaningTemplate zh, @Nullable MeaningTemplate en) {

        static Templates of(LocalizedText meaning) {
            String zh = meaning.zh();
            String en = meaning.en();
            MeaningTemplate ofZh = template(zh);
            MeaningTemplate ofEn = zh != null && zh.equals(en) ? ofZh : template(en);
            return new Templates(ofZh, ofEn);
        }

        private static @Nullable MeaningTemplate template(@Nullable String text) {
            if (text == null) {
                return null;
            }
            MeaningTemplate template = TemplateParser.parse(text);
            return template.parameters().isEmpty() ? null : template;
        }

        boolean isEmpty() {
            return zh == null && en == null;
        }

        void addPlaceholders(Set<String> shown) {
            addPlaceholders(zh, shown);
            addPlaceholders(en, shown);
        }

        private static void addPlaceholders(@Nullable MeaningTemplate template, Set<String> shown) {
            if (template != null) {
                for (MeaningTemplate.Parameter parameter : template.parameters()) {
                    shown.add(parameter.shown());
                }
            }
        }

        /** The values that the texts tell, or null unless they all tell the same. */
        @Nullable
        Map<String, String> read(List<String> texts) {
            Set<Map<String, String>> found = new HashSet<>();
            for (String text : texts) {
                read(zh, text, found);
                if (!Objects.equals(zh, en)) {
                    read(en, text, found);
                }
            }
            return found.size() == 1 ? found.iterator().next() : null;
        }

        private static void read(@Nullable MeaningTemplate template, String text, Set<Map<String, String>> found) {
            if (template != null && template.canBeRead()) {
                template.read(text, found);
            }
        }

        LocalizedText with(Map<String, String> values, LocalizedText meaning) {
            return new LocalizedText(
                    zh == null ? meaning.zh() : zh.with(values), en == null ? meaning.en() : en.with(values));
        }
    }

    /** One for each row; empty if none has parameters. */
    private final List<Templates> rows;

    private MeaningParameters(List<Templates> rows) {
        this.rows = rows;
    }

    static MeaningParameters of(List<CatalogEntry> entries) {
        for (CatalogEntry entry : entries) {
            if (mayHaveParameters(entry.meaning().zh())
                    || mayHaveParameters(entry.meaning().en())) {
                return parse(entries);
            }
        }
        return NONE;
    }

    private static boolean mayHaveParameters(@Nullable String text) {
        return text != null && (text.indexOf('{') >= 0 || text.indexOf('%') >= 0);
    }

    private static MeaningParameters parse(List<CatalogEntry> entries) {
        List<Templates> rows = new ArrayList<>(entries.size());
        boolean any = false;
        for (CatalogEntry entry : entries) {
            Templates templates = Templates.of(entry.meaning());
            any |= !templates.isEmpty();
            rows.add(templates);
        }
        return any ? new MeaningParameters(List.copyOf(rows)) : NONE;
    }

    /** Says whether there are none. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Returns the parameters as they are written, each once, in the order in which they first appear. */
    public List<String> placeholders() {
        Set<String> shown = new LinkedHashSet<>();
        for (Templates row : rows) {
            row.addPlaceholders(shown);
        }
        return List.copyOf(shown);
    }

    /** The rows with the values that the texts tell in place of parameters; the same list if they tell none for certain. */
    List<CatalogEntry> fill(List<CatalogEntry> entries, List<String> texts) {
        List<CatalogEntry> filled = new ArrayList<>(entries.size());
        boolean any = false;
        for (int i = 0; i < rows.size(); i++) {
            CatalogEntry entry = entries.get(i);
            Map<String, String> values = rows.get(i).read(texts);
            LocalizedText meaning =
                    values == null ? entry.meaning() : rows.get(i).with(values, entry.meaning());
            any |= !meaning.equals(entry.meaning());
            filled.add(meaning.equals(entry.meaning()) ? entry : entry.withMeaning(meaning));
        }
        return any ? List.copyOf(filled) : entries;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MeaningParameters parameters && rows.equals(parameters.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }
}
