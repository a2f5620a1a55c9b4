package io.github.bkerrcode.cli.export;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.Language;
import java.io.IOException;
import java.io.Writer;

/**
 * The dictionary of Logstash's {@code translate} filter as YAML: code to one line of text. Keys and values are in double quotes, so that no
 * code is taken for a number and no text for markup, in YAML 1.1 and 1.2.
 *
 * @param language of the texts
 */
public record LogstashYaml(Language language) implements CatalogExport {

    private static final int ASTRAL = 0x10000;

    @Override
    public void write(Catalog catalog, Writer out) throws IOException {
        for (ExportedCode code : ExportedCode.of(catalog, language)) {
            out.write(quoted(code.code()) + ": " + quoted(code.headline()) + "\n");
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c >= ASTRAL) {
                quoted.append(String.format("\\U%08x", c));
            } else if (isPlain(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(String.format("\\u%04x", c));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPlain(int c) {
        return c >= ' ' && c < 0x7f
                || c >= 0xa0 && c < 0xd800 && c != 0x2028 && c != 0x2029
                || c >= 0xe000 && c < 0xfeff
                || c > 0xfeff && c < 0xfffe;
    }
}
