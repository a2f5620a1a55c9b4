package io.github.bkerrcode.cli.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;

/** Reads tables of separated values: with commas, semicolons, tabs or bars, whichever the first line has most of. */
final class DelimitedReader implements TableReader {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    /** What spreadsheets put in front so that others find the separator. */
    private static final String EXCEL_HINT = "sep=";

    @Override
    public void read(SourceText source, RowSink rows) {
        String text = source.text();
        boolean hinted = text.startsWith(EXCEL_HINT) && text.length() > EXCEL_HINT.length();
        char separator = hinted ? text.charAt(EXCEL_HINT.length()) : separatorOf(text);
        List<TextTable.Line> lines = new ArrayList<>();
        ImportException flaw = null;
        int lastLine = 0;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .ofCsvRecord(hinted ? text.substring(text.indexOf('\n') + 1) : text)) {
            for (CsvRecord line : records) {
                lastLine = (int) line.getStartingLineNumber() + (hinted ? 1 : 0);
                lines.add(new TextTable.Line(source.at(lastLine), line.getFields()));
            }
        } catch (CsvParseException e) {
            flaw = new ImportException(
                    source.at(lastLine + 1),
                    "从这里起无法读取：" + e.getMessage(),
                    "cannot be read from here on: " + e.getMessage());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        handOver(lines, rows);
        if (flaw != null) {
            throw flaw;
        }
    }

    private static void handOver(List<TextTable.Line> lines, RowSink rows) {
        if (lines.isEmpty()) {
            return;
        }
        List<String> first = lines.get(0).cells();
        boolean headless = first.stream().anyMatch(CodeCell::isCode);
        TextTable.read(headless ? List.of() : first, headless ? lines : lines.subList(1, lines.size()), null, rows);
    }

    private static char separatorOf(String text) {
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        char best = SEPARATORS[0];
        long most = 0;
        for (char separator : SEPARATORS) {
            long count = line.chars().filter(c -> c == separator).count();
            if (count > most) {
                best = separator;
                most = count;
            }
        }
        return best;
    }
}
