package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table with a heading per column, whatever format it was written in. Finds out what the columns are and hands its rows over; a row with
 * too few or too many cells is a whole row all the same.
 */
final class TextTable {

    /** A row as it was written. */
    record Line(Place place, List<String> cells) {}

    /** A table of more columns is none. */
    static final int MAX_COLUMNS = 1_000;

    /** So many rows tell what the columns are. */
    private static final int SAMPLE = 10_000;

    private static final int MAX_SURPLUS = 16;
    private static final Pattern SMALL_NUMBER = Pattern.compile("-?[0-9]{1,4}");

    private final List<String> titles;
    private final @Nullable Heading[] headings;
    private final @Nullable String section;
    private final int codeColumn;

    private TextTable(List<String> titles, @Nullable Heading[] headings, @Nullable String section, int codeColumn) {
        this.titles = titles;
        this.headings = headings;
        this.section = section;
        this.codeColumn = codeColumn;
    }

    /**
     * Reads a table.
     *
     * @param titles the cells of its first row, empty if it has no heading
     * @param lines the rows
     * @param section what stands above the table, or null
     */
    static void read(List<String> titles, List<Line> lines, @Nullable String section, RowSink rows) {
        @Nullable Heading[] headings = new @Nullable Heading[titles.size()];
        for (int i = 0; i < headings.length; i++) {
            headings[i] = Heading.of(titles.get(i));
        }
        int code = codeColumn(headings, lines);
        boolean listsPlatforms = indexOf(Field.PLATFORM_NUMBER, headings) >= 0;
        if (code < 0 && !listsPlatforms) {
            return;
        }
        if (code >= 0) {
            headings = withCode(headings, code, lines);
            takeMeaning(titles, headings, lines, rows);
        }
        TextTable table = new TextTable(titles, headings, section, code);
        for (Line line : lines) {
            table.row(line, rows);
        }
    }

    /** How many cells of a column are what. */
    private static final class Count {
        private int codes;
        private int numbers;
        private int common;
        private int smallNumbers;

        void add(String text) {
            CodeCell cell = CodeCell.of(text);
            if (!cell.codes().isEmpty() && cell.codes().get(0).kind() == ErrorCode.Kind.COMMON) {
                common++;
            } else if (cell.saysSomething()) {
                codes++;
                numbers += cell.codes().isEmpty() || cell.codes().get(0).kind() == ErrorCode.Kind.NUMERIC ? 1 : 0;
            } else if (SMALL_NUMBER.matcher(text.strip()).matches()) {
                smallNumbers++;
            }
        }

        /** Zero and minus one among other small numbers are exit codes or the like. */
        boolean isCodeColumn() {
            return codes > 0 || common > 0 && smallNumbers == 0;
        }

        /** Without a heading that says so, upper-case words may be anything, and five digits too. */
        boolean isCodeColumnUnsaid() {
            return isCodeColumn() && numbers + common > 0;
        }
    }

    /** The column that has codes: the one whose heading says so if its cells agree, else the one with the most codes. */
    private static int codeColumn(@Nullable Heading[] headings, List<Line> lines) {
        Map<Integer, Count> columns = counts(lines);
        for (int i = 0; i < headings.length; i++) {
            Heading heading = headings[i];
            Count count = columns.get(i);
            if (heading != null && heading.field() == Field.CODE && count != null && count.isCodeColumn()) {
                return i;
            }
        }
        int best = -1;
        int most = 0;
        for (Map.Entry<Integer, Count> column : columns.entrySet()) {
            Count count = column.getValue();
            boolean holdsCode = lines.stream().anyMatch(line -> hasCode(line, column.getKey()));
            if (holdsCode && count.isCodeColumnUnsaid() && count.numbers + count.common > most) {
                best = column.getKey();
                most = count.numbers + count.common;
            }
        }
        return best;
    }

    private static Map<Integer, Count> counts(List<Line> lines) {
        Map<Integer, Count> columns = new TreeMap<>();
        for (Line line : lines.subList(0, Math.min(SAMPLE, lines.size()))) {
            for (int i = 0; i < Math.min(line.cells().size(), MAX_COLUMNS); i++) {
                columns.computeIfAbsent(i, column -> new Count())
                        .add(line.cells().get(i));
            }
        }
        return columns;
    }

    private static boolean hasCode(Line line, int column) {
        return column < line.cells().size() && CodeCell.isCode(line.cells().get(column));
    }

    /** The headings with the code column where it is, and those of a table of two columns that has none. */
    private static @Nullable Heading[] withCode(@Nullable Heading[] headings, int code, List<Line> lines) {
        int columns = headings.length;
        if (columns == 0) {
            for (Line line : lines) {
                columns = Math.max(columns, Math.min(line.cells().size(), MAX_COLUMNS));
            }
        }
        @Nullable Heading[] known = new @Nullable Heading[Math.max(columns, code + 1)];
        System.arraycopy(headings, 0, known, 0, headings.length);
        for (int i = 0; i < known.length; i++) {
            Heading heading = known[i];
            if (heading != null && heading.field() == Field.CODE) {
                known[i] = null;
            }
        }
        known[code] = new Heading(Field.CODE, null);
        if (known.length == 2 && known[1 - code] == null) {
            known[1 - code] = new Heading(Field.MEANING, null);
        }
        return known;
    }

    /** Where no heading stands for the meaning, the unknown column with most to say does. */
    private static void takeMeaning(List<String> titles, @Nullable Heading[] headings, List<Line> lines, RowSink rows) {
        if (indexOf(Field.MEANING, headings) >= 0) {
            return;
        }
        int best = -1;
        long longest = 0;
        for (int i = 0; i < headings.length; i++) {
            int column = i;
            long length = lines.stream()
                    .filter(line -> column < line.cells().size())
                    .mapToLong(line -> CellText.of(line.cells().get(column)).length())
                    .sum();
            if (headings[i] == null && length > longest) {
                best = i;
                longest = length;
            }
        }
        if (best >= 0) {
            headings[best] = new Heading(Field.MEANING, null);
            String title = best < titles.size() ? titles.get(best) : "";
            rows.remark(
                    lines.get(0).place(),
                    new LocalizedText(
                            "没有表示含义的表头；采用第 " + (best + 1) + " 列 [" + Shortened.of(title) + "]",
                            "no heading stands for the meaning; column " + (best + 1) + " [" + Shortened.of(title)
                                    + "] is taken"));
        }
    }

    private static int indexOf(Field field, @Nullable Heading[] headings) {
        for (int i = 0; i < headings.length; i++) {
            Heading heading = headings[i];
            if (heading != null && heading.field() == field) {
                return i;
            }
        }
        return -1;
    }

    private void row(Line line, RowSink rows) {
        if (line.cells().size() > MAX_COLUMNS) {
            rows.lost(
                    line.place(),
                    new LocalizedText("超过 " + MAX_COLUMNS + " 格", "has more than " + MAX_COLUMNS + " cells"));
            return;
        }
        List<String> fitted = fitted(line, rows);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(fitted.size(), headings.length); i++) {
            Heading heading = headings[i];
            String text = CellText.of(fitted.get(i));
            if (heading != null && i != codeColumn && !text.isEmpty()) {
                cells.add(new Cell(heading, text));
            }
        }
        CodeCell code = CodeCell.of(codeColumn >= 0 && codeColumn < fitted.size() ? fitted.get(codeColumn) : "");
        if (!code.saysSomething() && cells.isEmpty()) {
            return;
        }
        rows.row(new FoundRow(line.place(), code, section, cells));
    }

    /** The cells brought to the number of columns: what is too much was a bar inside a text. */
    private List<String> fitted(Line line, RowSink rows) {
        List<String> fitted = new ArrayList<>(line.cells());
        int columns = Math.max(titles.size(), headings.length);
        while (fitted.size() > columns
                && CellText.of(fitted.get(fitted.size() - 1)).isEmpty()) {
            fitted.remove(fitted.size() - 1);
        }
        int surplus = fitted.size() - columns;
        if (surplus <= 0 || surplus > MAX_SURPLUS) {
            return fitted;
        }
        rows.remark(
                line.place(),
                new LocalizedText(
                        "有 " + fitted.size() + " 格，而表格为 " + columns + " 列；多余的分隔符按文字处理",
                        "has " + fitted.size() + " cells for " + columns
                                + " columns; the separators too many count as text"));
        boolean moved = codeColumn > 0
                && !CodeCell.isCode(fitted.get(codeColumn))
                && CodeCell.isCode(fitted.get(codeColumn + surplus));
        int joined = moved ? codeColumn - 1 : columns - 1;
        List<String> part = fitted.subList(joined, joined + surplus + 1);
        String text = String.join("|", part);
        part.clear();
        fitted.add(joined, text);
        return fitted;
    }
}
