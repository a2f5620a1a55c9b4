package io.github.bkerrcode.cli.imports;

import java.util.regex.Pattern;

/** Tells the format of a file: by what it holds where that leaves no doubt, else by its name. */
final class Formats {

    private static final Pattern TABLE_LINE = Pattern.compile("(?m)^[ \\t]*\\|.*\\|");
    private static final Pattern DELIMITER_LINE = Pattern.compile("(?m)^[ \\t]*\\|?[ \\t]*:?-{2,}:?[ \\t]*\\|");
    private static final Pattern MARKDOWN_HEADING = Pattern.compile("(?m)^#{1,6} ");
    private static final Pattern PROPERTY = Pattern.compile("(?m)^[A-Za-z0-9_.\\-]+[ \\t]*=");
    private static final Pattern MAPPING = Pattern.compile("(?m)^[ \\t]*(?:- )?['\"]?[^\\s:#'\"]+['\"]?:(?:\\s|$)");
    private static final int SEEN = 65_536;

    private Formats() {}

    static TableReader readerOf(SourceText source, String extension) {
        String head = source.text().substring(0, Math.min(SEEN, source.text().length()));
        if (CatalogDocumentReader.reads(head)) {
            return new CatalogDocumentReader();
        }
        return switch (extension) {
            case "md", "markdown" -> new MarkdownReader();
            case "json", "jsonl", "json5" -> DataReader.ofJson();
            case "properties" -> new PropertiesReader();
            case "csv", "tsv" -> new DelimitedReader();
            case "yaml", "yml" -> DataReader.ofYaml();
            default -> byContent(head);
        };
    }

    private static TableReader byContent(String head) {
        String start = head.stripLeading();
        if (start.startsWith("{") || start.startsWith("[{") || start.startsWith("[\n")) {
            return DataReader.ofJson();
        }
        boolean table =
                TABLE_LINE.matcher(head).find() && DELIMITER_LINE.matcher(head).find();
        if (table
                || MARKDOWN_HEADING.matcher(start).find()
                        && TABLE_LINE.matcher(head).find()) {
            return new MarkdownReader();
        }
        String firstLine = start.lines().findFirst().orElse("");
        if (PROPERTY.matcher(head).find()) {
            return new PropertiesReader();
        }
        if (firstLine.startsWith("---") || MAPPING.matcher(firstLine).find()) {
            return DataReader.ofYaml();
        }
        return firstLine.matches(".*[,;\t].*") ? new DelimitedReader() : new MarkdownReader();
    }
}
