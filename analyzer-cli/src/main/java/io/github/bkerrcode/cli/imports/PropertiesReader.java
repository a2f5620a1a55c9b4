package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.LocalizedText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Reads message bundles of Java. The JDK undoes the escapes; lines are told apart here, so that their numbers are known. */
final class PropertiesReader implements TableReader {

    @Override
    public void read(SourceText source, RowSink rows) {
        Map<String, KeyedRow> found = new LinkedHashMap<>();
        String[] lines = source.text().split("\n", -1);
        int line = 0;
        while (line < lines.length) {
            int start = line;
            StringBuilder logical = new StringBuilder(lines[line]);
            while (!isComment(lines[start]) && isContinued(lines[line]) && line + 1 < lines.length) {
                line++;
                logical.append('\n').append(lines[line]);
            }
            line++;
            property(logical.toString(), source.at(start + 1), found, rows);
        }
        found.values().forEach(row -> rows.row(row.row()));
    }

    private static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.startsWith("#") || text.startsWith("!");
    }

    private static boolean isContinued(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static void property(String logical, Place place, Map<String, KeyedRow> found, RowSink rows) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(logical));
        } catch (IllegalArgumentException e) {
            rows.lost(place, new LocalizedText("含有错误的转义 \\uXXXX", "has an escape \\uXXXX that is none"));
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : one.stringPropertyNames()) {
            KeyPath path = KeyPath.of(List.of(key));
            if (path.names() != KeyPath.Names.NOTHING) {
                found.computeIfAbsent(
                                path.rowKey(), k -> new KeyedRow(place, path.code(), path.section(), new ArrayList<>()))
                        .add(path, one.getProperty(key), place, rows);
            }
        }
    }
}
