package io.github.bkerrcode.cli.export;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogEntry;
import io.github.bkerrcode.catalog.Remediation;
import io.github.bkerrcode.cli.report.MarkdownText;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.code.Platform;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The catalog to read, print or put into a wiki: Markdown with a chapter per platform, a table per module, and the runbooks behind the table.
 *
 * @param language of all words
 */
public record Handbook(Language language) implements CatalogExport {

    private static final LocalizedText TITLE = new LocalizedText("错误码手册", "Error codes");
    private static final LocalizedText CODES = new LocalizedText("个错误码", "codes");
    private static final LocalizedText CODE = new LocalizedText("错误码", "code");
    private static final LocalizedText STATUS = new LocalizedText("HTTP 状态", "HTTP status");
    private static final LocalizedText MEANING = new LocalizedText("含义", "meaning");
    private static final LocalizedText REMEDIATION = new LocalizedText("处理方案", "what to do");
    private static final LocalizedText SEE_BELOW = new LocalizedText("见下文", "see below");

    @Override
    public void write(Catalog catalog, Writer out) throws IOException {
        Map<Platform, Map<String, List<CatalogEntry>>> chapters = chapters(catalog);
        out.write("# " + TITLE.in(language) + "\n\n");
        for (Map.Entry<Platform, Map<String, List<CatalogEntry>>> chapter : chapters.entrySet()) {
            long codes = chapter.getValue().values().stream()
                    .flatMap(List::stream)
                    .map(CatalogEntry::code)
                    .distinct()
                    .count();
            out.write("- " + name(chapter.getKey()) + ": " + codes + " " + CODES.in(language) + "\n");
        }
        for (Map.Entry<Platform, Map<String, List<CatalogEntry>>> chapter : chapters.entrySet()) {
            out.write("\n## " + name(chapter.getKey()) + "\n");
            for (Map.Entry<String, List<CatalogEntry>> section :
                    chapter.getValue().entrySet()) {
                section(section.getKey(), section.getValue(), out);
            }
        }
    }

    /** The rows by platform, then by heading, both in the order in which the catalog has them first. */
    private Map<Platform, Map<String, List<CatalogEntry>>> chapters(Catalog catalog) {
        Map<Platform, Map<String, List<CatalogEntry>>> chapters = new LinkedHashMap<>();
        for (CatalogEntry entry : catalog.entries()) {
            chapters.computeIfAbsent(entry.platform(), platform -> new LinkedHashMap<>())
                    .computeIfAbsent(heading(entry, catalog), heading -> new ArrayList<>())
                    .add(entry);
        }
        return chapters;
    }

    private String heading(CatalogEntry entry, Catalog catalog) {
        CodeModule module = catalog.platforms().moduleOf(entry.code());
        if (module != null) {
            return module.prefix() + " " + module.name().in(language);
        }
        return entry.section() == null ? "" : entry.section();
    }

    private String name(Platform platform) {
        String name = platform.name().in(language);
        return MarkdownText.of(name.equals(platform.id()) ? name : name + " (" + platform.id() + ")");
    }

    private void section(String heading, List<CatalogEntry> entries, Writer out) throws IOException {
        out.write(heading.isEmpty() ? "\n" : "\n### " + MarkdownText.of(heading) + "\n\n");
        boolean statuses = entries.stream().anyMatch(entry -> entry.httpStatus() != null);
        out.write("| " + CODE.in(language) + (statuses ? " | " + STATUS.in(language) : "") + " | "
                + MEANING.in(language) + " | " + REMEDIATION.in(language) + " |\n");
        out.write(statuses ? "|---|---:|---|---|\n" : "|---|---|---|\n");
        for (CatalogEntry entry : entries) {
            Integer status = entry.httpStatus();
            String shown = status == null ? "" : status.toString();
            out.write("| " + code(entry) + (statuses ? " | " + shown : "") + " | "
                    + MarkdownText.of(entry.meaning().in(language)) + " | " + advice(entry) + " |\n");
        }
        for (CatalogEntry entry : entries) {
            runbook(entry, out);
        }
    }

    private static String code(CatalogEntry entry) {
        String code = MarkdownText.of(entry.code().token());
        return entry.flag() == null ? code : code + "<br>" + MarkdownText.of(entry.flag());
    }

    private static boolean isRunbook(CatalogEntry entry) {
        Remediation remediation = entry.remediation();
        return remediation != null && remediation.steps().size() > 1;
    }

    private String advice(CatalogEntry entry) {
        Remediation remediation = entry.remediation();
        if (remediation == null) {
            return "";
        }
        return isRunbook(entry) ? SEE_BELOW.in(language) : MarkdownText.of(remediation.in(language));
    }

    private void runbook(CatalogEntry entry, Writer out) throws IOException {
        Remediation remediation = entry.remediation();
        if (remediation == null || !isRunbook(entry)) {
            return;
        }
        out.write("\n#### "
                + MarkdownText.of(entry.code().token() + " " + entry.meaning().in(language)) + "\n\n");
        int number = 1;
        for (LocalizedText step : remediation.steps()) {
            out.write(number++ + ". " + MarkdownText.of(step.in(language)) + "\n");
        }
    }
}
