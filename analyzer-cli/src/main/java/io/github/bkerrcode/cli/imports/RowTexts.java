package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a row, put together from its cells.
 *
 * @param row the row
 * @param language of texts whose heading does not say, or null where their characters decide
 */
record RowTexts(FoundRow row, @Nullable Language language) {

    /** The name of a constant, which says less than any sentence. */
    private static final Pattern IDENTIFIER =
            Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|[A-Z][A-Z0-9]+|[A-Za-z]+[a-z][A-Z][A-Za-z]*");

    private static final int MAX_IDENTIFIER = 100;

    /** What went wrong; where several columns say it, such as a name and an explanation, all of them. */
    DraftText meaning() {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Cell cell : row.cells()) {
            if (cell.heading().field() == Field.MEANING) {
                List<String> texts = languageOf(cell) == Language.ZH ? zh : en;
                if (!texts.contains(cell.text())) {
                    texts.add(cell.text());
                }
            }
        }
        boolean several = zh.size() + en.size() > 1;
        if (several) {
            dropIdentifiers(en, !zh.isEmpty());
            dropIdentifiers(zh, !en.isEmpty());
        }
        return new DraftText(joined(zh, "："), joined(en, ": "));
    }

    private static void dropIdentifiers(List<String> texts, boolean others) {
        List<String> sentences = new ArrayList<>(texts);
        sentences.removeIf(text ->
                text.length() <= MAX_IDENTIFIER && IDENTIFIER.matcher(text).matches());
        if (others || !sentences.isEmpty()) {
            texts.retainAll(sentences);
        }
    }

    /** What to do; where several columns say it, each of them is a step, and the steps of a runbook come last. */
    DraftText remediation() {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Cell cell : row.cells()) {
            if (cell.heading().field() == Field.REMEDIATION) {
                (languageOf(cell) == Language.ZH ? zh : en).add(cell.text());
            }
        }
        DraftText steps = steps();
        zh.addAll(steps.zh());
        en.addAll(steps.en());
        return new DraftText(List.copyOf(zh), List.copyOf(en));
    }

    private DraftText steps() {
        if (row.steps().isEmpty()) {
            return DraftText.NONE;
        }
        Language known = language;
        boolean chinese = known == null ? row.steps().stream().anyMatch(CellText::isChinese) : known == Language.ZH;
        return DraftText.of(chinese ? Language.ZH : Language.EN, row.steps());
    }

    /** The text of a field that stands in one cell; null if there is none. */
    @Nullable
    String only(Field field) {
        for (Cell cell : row.cells()) {
            if (cell.heading().field() == field) {
                return cell.text();
            }
        }
        return null;
    }

    private Language languageOf(Cell cell) {
        Language said = cell.heading().language();
        if (said != null) {
            return said;
        }
        if (language != null) {
            return language;
        }
        return CellText.isChinese(cell.text()) ? Language.ZH : Language.EN;
    }

    private static List<String> joined(List<String> texts, String separator) {
        return texts.isEmpty() ? List.of() : List.of(String.join(separator, texts));
    }
}
