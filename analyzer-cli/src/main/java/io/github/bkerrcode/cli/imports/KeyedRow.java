package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row whose cells stand under keys of their own. */
record KeyedRow(Place place, CodeCell code, @Nullable String section, List<Cell> cells) {

    void add(KeyPath path, String value, Place where, RowSink rows) {
        Heading heading = path.heading();
        String text = CellText.of(value);
        if (heading == null) {
            String rest = "[" + Shortened.of(path.rest()) + "]";
            rows.skipped(where, new LocalizedText(rest + " 不是条目所具有的内容", rest + " names nothing that an entry has"));
        } else if (!text.isEmpty()) {
            cells.add(new Cell(heading, text));
        }
    }

    FoundRow row() {
        return new FoundRow(place, code, section, List.copyOf(cells));
    }
}
