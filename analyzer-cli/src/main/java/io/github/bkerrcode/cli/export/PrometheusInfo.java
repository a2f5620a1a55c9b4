package io.github.bkerrcode.cli.export;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.Language;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * The metric {@code errcode_info} in Prometheus' text format, 1 for each code, with what there is to say of it as labels; other metrics with
 * a label {@code code} get them by a join.
 *
 * @param language of the texts
 */
public record PrometheusInfo(Language language) implements CatalogExport {

    private static final String METRIC = "errcode_info";

    @Override
    public void write(Catalog catalog, Writer out) throws IOException {
        out.write("# HELP " + METRIC + " What an error code means.\n# TYPE " + METRIC + " gauge\n");
        for (ExportedCode code : ExportedCode.of(catalog, language)) {
            out.write(METRIC + "{" + labels(code.presentFields()) + "} 1\n");
        }
    }

    private static String labels(Map<String, String> fields) {
        StringBuilder labels = new StringBuilder();
        fields.forEach((name, value) -> {
            labels.append(labels.isEmpty() ? "" : ",").append(name).append("=\"");
            labels.append(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
            labels.append('"');
        });
        return labels.toString();
    }
}
