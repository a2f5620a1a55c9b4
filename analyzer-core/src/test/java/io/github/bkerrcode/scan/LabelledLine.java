package io.github.bkerrcode.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A line of a corpus with the codes that a reader who knows BlueKing finds in it.
 *
 * @param place file and line in the corpus
 * @param system the layout the line has
 * @param codes the codes the line reports, in order, each occurrence; empty for a trap
 * @param text the line
 */
record LabelledLine(String place, String system, List<String> codes, String text) {

    /** Reads a corpus file of the test resources; its format is described in the README beside it. */
    static List<LabelledLine> read(String file) {
        List<LabelledLine> lines = new ArrayList<>();
        String[] rows = content(file).split("\n", -1);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].isEmpty() || rows[i].startsWith("#")) {
                continue;
            }
            String[] cells = rows[i].split("\t", 3);
            if (cells.length < 3) {
                throw new IllegalArgumentException(file + ":" + (i + 1) + ": expected LABEL<TAB>SYSTEM<TAB>LINE");
            }
            List<String> codes = cells[0].equals("-") ? List.of() : List.of(cells[0].split(",", -1));
            lines.add(new LabelledLine(file + ":" + (i + 1), cells[1], codes, cells[2]));
        }
        return List.copyOf(lines);
    }

    private static String content(String file) {
        try (InputStream in = Objects.requireNonNull(LabelledLine.class.getResourceAsStream("/corpus/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
