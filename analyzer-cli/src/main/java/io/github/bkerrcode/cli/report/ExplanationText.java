package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.catalog.MeaningParameters;
import io.github.bkerrcode.catalog.Remediation;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.NumberAnatomy;
import io.github.bkerrcode.code.Platform;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the catalog says of one code, for people.
 *
 * @param catalog where related codes are looked up
 * @param language of all words
 * @param palette colours, or none
 * @param columns width to keep within
 */
public record ExplanationText(Catalog catalog, Language language, Palette palette, int columns) {

    private static final int LABEL_COLUMNS = 16;
    private static final int MIN_TEXT_COLUMNS = 30;
    private static final int MAX_RELATED = 12;

    /** Writes what is known of a code. */
    public void write(Resolution.Known known, PrintWriter out) {
        out.println(palette.code(known.code().token())
                + (known instanceof Resolution.Listed ? "" : "  " + label(Label.UNLISTED)));
        platform(known.platform(), out);
        if (known instanceof Resolution.Listed listed) {
            for (CatalogEntry entry : listed.entries()) {
                entry(entry, out);
            }
        }
        parameters(known.parameters(), out);
        NumberAnatomy anatomy = known.anatomy();
        if (anatomy != null) {
            anatomy(anatomy, out);
        }
        related(Label.SAME_MODULE, RelatedCodes.ofSameModule(known, catalog), out);
        if (known instanceof Resolution.Unlisted) {
            related(Label.SIMILAR, RelatedCodes.similarNames(known.code().token(), catalog), out);
        }
    }

    private void related(Label name, List<String> codes, PrintWriter out) {
        if (!codes.isEmpty()) {
            String more = codes.size() > MAX_RELATED ? " … +" + (codes.size() - MAX_RELATED) : "";
            line(name, String.join(" ", codes.subList(0, Math.min(MAX_RELATED, codes.size()))) + more, out);
        }
    }

    private void platform(Platform platform, PrintWriter out) {
        Category category = platform.category();
        String name = platform.name().in(language);
        String shown = name.equals(platform.id()) ? name : name + " (" + platform.id() + ")";
        line(
                Label.PLATFORM,
                category == null ? shown : shown + " · " + category.name().in(language),
                out);
    }

    private void entry(CatalogEntry entry, PrintWriter out) {
        line(Label.FLAG, entry.flag(), out);
        Integer status = entry.httpStatus();
        line(Label.HTTP_STATUS, status == null ? null : status.toString(), out);
        line(Label.MEANING, entry.meaning().in(language), out);
        Remediation remediation = entry.remediation();
        line(
                Label.REMEDIATION,
                remediation == null ? "- (" + label(Label.NO_REMEDIATION) + ")" : remediation.in(language),
                out);
        if (entry.source() != null || entry.target() != null) {
            line(Label.SOURCE_TARGET, orDash(entry.source()) + " → " + orDash(entry.target()), out);
        }
        line(Label.DOCUMENT, entry.document(), out);
        if (catalog.isLayered()) {
            line(Label.ORIGIN, origin(entry), out);
        }
    }

    private String origin(CatalogEntry entry) {
        return entry.origin().isBuiltIn()
                ? label(Label.BUILT_IN)
                : entry.origin().toString();
    }

    /** What is no part of the meaning, but a place in it for what a program logs. */
    private void parameters(MeaningParameters parameters, PrintWriter out) {
        if (!parameters.isEmpty()) {
            String placeholders = String.join(" ", parameters.placeholders());
            line(Label.PARAMETERS, placeholders + " (" + label(Label.FILLED_IN_LOGS) + ")", out);
        }
    }

    private void anatomy(NumberAnatomy anatomy, PrintWriter out) {
        Platform platform = anatomy.platform();
        String owner = platform == null ? "-" : platform.id();
        line(Label.ANATOMY, anatomy.prefix() + " " + owner + " + " + anatomy.serial(), out);
        CodeModule module = anatomy.module();
        if (module != null) {
            line(Label.MODULE, module.prefix() + " " + module.name().in(language), out);
            line(Label.FAILED_SYSTEM, module.system(), out);
        }
    }

    private void line(Label name, @Nullable String text, PrintWriter out) {
        if (text == null) {
            return;
        }
        String lead = "  " + palette.faint(DisplayText.padRight(label(name), LABEL_COLUMNS));
        int width = Math.max(MIN_TEXT_COLUMNS, columns - LABEL_COLUMNS - 2);
        for (String paragraph : text.split("\n", -1)) {
            List<String> lines = DisplayText.wrap(DisplayText.harmless(paragraph), width);
            for (String line : lines) {
                out.println((lead + line).stripTrailing());
                lead = " ".repeat(LABEL_COLUMNS + 2);
            }
        }
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }

    private String label(Label label) {
        return label.in(language);
    }
}
