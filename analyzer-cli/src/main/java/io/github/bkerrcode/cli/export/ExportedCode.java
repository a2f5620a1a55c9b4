package io.github.bkerrcode.cli.export;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.cli.report.DisplayText;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A code as programs look it up: once, also if it stands in several rows, with texts that are one line each and free of control characters.
 * What the catalog does not say is empty.
 *
 * @param known what the catalog knows
 * @param language of the texts
 */
record ExportedCode(Resolution.Listed known, Language language) {

    private static final String SEPARATOR = " / ";

    /** The codes of a catalog in its order. */
    static List<ExportedCode> of(Catalog catalog, Language language) {
        Set<ErrorCode> seen = new LinkedHashSet<>();
        List<ExportedCode> codes = new ArrayList<>();
        for (CatalogEntry entry : catalog.entries()) {
            if (seen.add(entry.code()) && catalog.resolve(entry.code().token()) instanceof Resolution.Listed listed) {
                codes.add(new ExportedCode(listed, language));
            }
        }
        return codes;
    }

    String code() {
        return known.code().token();
    }

    /** Platform, meaning and remediation on one line. */
    String headline() {
        return text(known.headline().in(language));
    }

    /** What there is to say, by names that are a contract: all of them for each code, in the same order. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", code());
        fields.put("platform", text(known.platform().id()));
        fields.put("platform_name", text(known.platform().name().in(language)));
        fields.put("module", module());
        fields.put("meaning", text(known.meaning(language)));
        fields.put("remediation", text(known.remediation(language)));
        fields.put("source", joined(CatalogEntry::source));
        fields.put("target", joined(CatalogEntry::target));
        fields.put("flag", joined(CatalogEntry::flag));
        fields.put("http_status", joined(ExportedCode::status));
        return fields;
    }

    /** The same without the names whose value is empty. */
    Map<String, String> presentFields() {
        Map<String, String> present = new LinkedHashMap<>();
        fields().forEach((name, value) -> {
            if (!value.isEmpty()) {
                present.put(name, value);
            }
        });
        return present;
    }

    private String module() {
        CodeModule module = known.anatomy() == null ? null : known.anatomy().module();
        return module == null ? "" : text(module.name().in(language));
    }

    private interface Cell {
        @Nullable
        String of(CatalogEntry entry);
    }

    private String joined(Cell cell) {
        Set<String> values = new LinkedHashSet<>();
        for (CatalogEntry entry : known.entries()) {
            String value = cell.of(entry);
            if (value != null) {
                values.add(text(value));
            }
        }
        return String.join(SEPARATOR, values);
    }

    private static @Nullable String status(CatalogEntry entry) {
        Integer status = entry.httpStatus();
        return status == null ? null : status.toString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : DisplayText.harmless(text);
    }
}
