package io.github.bkerrcode.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.bkerrcode.catalog.CatalogCheck;
import io.github.bkerrcode.catalog.CatalogCheck.Finding;
import io.github.bkerrcode.catalog.CatalogCheck.Severity;
import io.github.bkerrcode.catalog.Origin;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * What a check of catalog documents has found: for people a line each, as compilers write them; or as a JSON object. Errors come first; of
 * both kinds the first {@code limit} are written and the others counted.
 *
 * @param check what was found
 * @param limit how many findings of a kind are written
 * @param language of the lines; the object is in English, which is for programs
 */
public record FindingReport(CatalogCheck check, int limit, Language language) {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** Returns how many errors there are. */
    public long errors() {
        return of(Severity.ERROR).size();
    }

    private List<Finding> of(Severity severity) {
        return check.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    /** Writes lines and a sum. */
    public void writeText(PrintWriter out) {
        for (Severity severity : Severity.values()) {
            List<Finding> findings = of(severity);
            String name = nameFor(severity);
            for (Finding finding : findings.subList(0, Math.min(limit, findings.size()))) {
                String code = finding.code() == null ? "" : finding.code() + " ";
                out.println(DisplayText.harmless(place(finding.file(), finding.line()) + ": " + name + ": " + code
                        + KnownReason.localized(finding.reason()).in(language)));
            }
            if (findings.size() > limit) {
                out.println(more(findings.size() - limit, name).in(language));
            }
        }
        out.println(sum(
                        check.documents(),
                        check.entries(),
                        errors(),
                        of(Severity.NOTE).size())
                .in(language));
    }

    private static LocalizedText more(int number, String name) {
        return new LocalizedText("…… 另有 " + number + " 个" + name, "… and " + number + " more " + name + "s");
    }

    private static LocalizedText sum(long documents, long entries, long errors, long notes) {
        return new LocalizedText(
                documents + " 份文件，" + entries + " 个条目，" + errors + " 个错误，" + notes + " 个提示",
                documents
                        + (documents == 1 ? " document, " : " documents, ")
                        + entries
                        + (entries == 1 ? " entry, " : " entries, ")
                        + errors
                        + (errors == 1 ? " error, " : " errors, ")
                        + notes
                        + (notes == 1 ? " note" : " notes"));
    }

    private String nameFor(Severity severity) {
        return language == Language.ZH ? (severity == Severity.ERROR ? "错误" : "提示") : name(severity);
    }

    private static String place(String file, int line) {
        return line == 0 ? file : file + ":" + line;
    }

    private static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** Writes an object with the keys {@code documents entries errors notes findings}. */
    public void writeJson(Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            json.writeStartObject();
            json.writeNumberField("documents", check.documents());
            json.writeNumberField("entries", check.entries());
            json.writeNumberField("errors", errors());
            json.writeNumberField("notes", of(Severity.NOTE).size());
            json.writeArrayFieldStart("findings");
            for (Severity severity : Severity.values()) {
                List<Finding> findings = of(severity);
                for (Finding finding : findings.subList(0, Math.min(limit, findings.size()))) {
                    write(finding, json);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void write(Finding finding, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("severity", name(finding.severity()));
        json.writeStringField("file", finding.file());
        json.writeNumberField("line", finding.line());
        json.writeStringField("code", finding.code());
        json.writeStringField("reason", finding.reason());
        Origin other = finding.other();
        json.writeStringField("other", other == null ? null : other.toString());
        json.writeEndObject();
    }
}
