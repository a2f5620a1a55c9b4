package io.github.bkerrcode.cli.export;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A script for Fluent Bit's {@code lua} filter: the table of codes, and the function {@code errcode} that adds fields to records. For Lua 5.1
 * and newer and LuaJIT; no function holds more constants than these allow, however large the catalog is.
 *
 * @param language of the texts
 */
public record FluentBitLua(Language language) implements CatalogExport {

    private static final int CODES_PER_FUNCTION = 500;
    private static final String FUNCTIONS = "fluent-bit.lua";

    @Override
    public void write(Catalog catalog, Writer out) throws IOException {
        out.write("local CODES = {}\n");
        List<ExportedCode> codes = ExportedCode.of(catalog, language);
        for (int from = 0; from < codes.size(); from += CODES_PER_FUNCTION) {
            out.write("(function()\n");
            for (ExportedCode code : codes.subList(from, Math.min(codes.size(), from + CODES_PER_FUNCTION))) {
                out.write(row(code));
            }
            out.write("end)();\n");
        }
        out.write(functions());
    }

    private static String row(ExportedCode code) {
        StringBuilder row = new StringBuilder("  CODES[" + quoted(code.code()) + "] = {");
        String separator = "";
        for (Map.Entry<String, String> field : code.presentFields().entrySet()) {
            row.append(separator)
                    .append("errcode_")
                    .append(field.getKey())
                    .append(" = ")
                    .append(quoted(field.getValue()));
            separator = ", ";
        }
        return row.append("}\n").toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f) {
                quoted.append(String.format("\\%03d", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static String functions() throws IOException {
        try (InputStream in = Objects.requireNonNull(FluentBitLua.class.getResourceAsStream(FUNCTIONS), FUNCTIONS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
