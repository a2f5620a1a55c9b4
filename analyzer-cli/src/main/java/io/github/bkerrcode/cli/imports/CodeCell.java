package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the code cell of a row names: a code, several, a range of them, the beginning of all codes of a module, or the five digits behind a
 * platform's number.
 *
 * @param codes the codes, in the order they are written
 * @param flag the code's long form, if that is how it is written
 * @param isRange whether the codes in between are meant without being written
 * @param serial five digits that lack their platform, or null
 * @param module three to six digits with placeholders for the others, such as {@code 1250xxx}; or null
 * @param problem why the cell is none of these though it looks like a code, or null
 */
record CodeCell(
        List<ErrorCode> codes,
        @Nullable String flag,
        boolean isRange,
        @Nullable String serial,
        @Nullable String module,
        @Nullable LocalizedText problem) {

    private static final CodeCell EMPTY = new CodeCell(List.of(), null, false, null, null, null);

    /** Longer ranges are reserved numbers rather than codes that mean one thing. */
    static final int MAX_RANGE = 1_000;

    private static final int MAX_CODES = 1_000;

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z_])[0-9]{7}(?![0-9A-Za-z_])");
    private static final Pattern RANGE_SIGN = Pattern.compile("\\s*(?:-|~|–|—|至|到|\\.{2,3}|to)\\s*");
    private static final Pattern MODULE = Pattern.compile("([0-9]{3,6})[xX*]{1,4}");
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![0-9])[0-9]{5,}(?![0-9])");
    private static final Pattern THOUSANDS = Pattern.compile("[0-9],[0-9]{3},[0-9]{3}");
    private static final Pattern SPACED_DIGITS = Pattern.compile("[0-9][0-9 ]*[0-9]");
    private static final String DECORATION = "`'\"“”‘’[](){}<>#=*";

    /** No cell that names codes is longer. */
    private static final int MAX_LENGTH = 16_384;

    static CodeCell of(String text) {
        if (text.length() > MAX_LENGTH || !mayNameCode(text)) {
            return EMPTY;
        }
        String cell = plain(text);
        if (cell.isEmpty()) {
            return EMPTY;
        }
        ErrorCode whole = ErrorCode.parse(cell).orElse(null);
        if (whole != null) {
            boolean isFlag = !whole.token().equals(cell);
            return new CodeCell(List.of(whole), isFlag ? cell : null, false, null, null, null);
        }
        Matcher module = MODULE.matcher(cell);
        if (module.matches() && cell.length() == ErrorCode.DIGITS) {
            return new CodeCell(List.of(), null, false, null, module.group(1), null);
        }
        if (cell.matches("[0-9]{5}")) {
            return new CodeCell(List.of(), null, false, cell, null, null);
        }
        CodeCell numbers = numbers(cell);
        return numbers.codes.isEmpty() && numbers.problem == null ? names(cell) : numbers;
    }

    /** Codes have digits, or capital letters and nothing else; most cells are prose. */
    private static boolean mayNameCode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c) || c >= 'A' && c <= 'Z') {
                return true;
            }
        }
        return false;
    }

    /** Says whether a text is nothing but a code, as a key or the head of a section may be. */
    static boolean isCode(String text) {
        CodeCell cell = of(text);
        return cell.codes.size() == 1
                && !cell.isRange
                && text.strip().length() <= cell.codes.get(0).token().length() + 80;
    }

    /** Says whether the cell names anything, or tries to. */
    boolean saysSomething() {
        return !codes.isEmpty() || serial != null || module != null || problem != null;
    }

    /** The text without what formats put around a number: full-width forms, quotes, a spreadsheet's decimals, blanks. */
    private static String plain(String text) {
        if (ErrorCode.parse(text).isPresent()) {
            return text.strip();
        }
        String cell = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (cell.equals("-1")) {
            return cell;
        }
        cell = Edges.strip(cell, c -> DECORATION.indexOf(c) >= 0).strip();
        if (cell.matches("[0-9]{5,7}\\.0+")) {
            cell = cell.substring(0, cell.indexOf('.'));
        }
        if (THOUSANDS.matcher(cell).matches() || SPACED_DIGITS.matcher(cell).matches()) {
            String digits = cell.replaceAll("[, ]", "");
            return digits.length() == 5 || digits.length() == ErrorCode.DIGITS ? digits : cell;
        }
        return cell;
    }

    private static CodeCell numbers(String cell) {
        List<ErrorCode> codes = new ArrayList<>();
        boolean range = false;
        int end = -1;
        Matcher number = NUMBER.matcher(cell);
        while (number.find()) {
            ErrorCode code = new ErrorCode(number.group(), ErrorCode.Kind.NUMERIC);
            if (end >= 0
                    && RANGE_SIGN.matcher(cell.substring(end, number.start())).matches()) {
                int first = codes.get(codes.size() - 1).number();
                if (code.number() <= first || code.number() - first > MAX_RANGE) {
                    return problem(
                            "[" + cell + "] 不是至多 " + MAX_RANGE + " 个错误码的范围",
                            "[" + cell + "] is no range of at most " + MAX_RANGE + " codes");
                }
                for (int between = first + 1; between < code.number(); between++) {
                    codes.add(ErrorCode.numeric(between));
                }
                range = true;
            }
            codes.add(code);
            if (codes.size() > MAX_CODES) {
                return problem("一格中超过 " + MAX_CODES + " 个错误码", "more than " + MAX_CODES + " codes in one cell");
            }
            end = number.end();
        }
        if (codes.isEmpty() && LONG_NUMBER.matcher(cell).find()) {
            return new CodeCell(List.of(), null, false, null, null, noCode(cell));
        }
        return new CodeCell(codes, null, range, null, null, null);
    }

    private static CodeCell names(String cell) {
        List<ErrorCode> codes = new ArrayList<>();
        for (String word : cell.split("[\\s,;/、，；]+", MAX_CODES)) {
            ErrorCode code = ErrorCode.parse(word).orElse(null);
            if (code == null || code.kind() != ErrorCode.Kind.SYMBOLIC) {
                return EMPTY;
            }
            codes.add(code);
        }
        return new CodeCell(codes, null, false, null, null, null);
    }

    private static CodeCell problem(String zh, String en) {
        return new CodeCell(List.of(), null, false, null, null, new LocalizedText(zh, en));
    }

    /** Says of what stands where a code should that it is none. */
    static LocalizedText noCode(String text) {
        String shown = "[" + Shortened.of(text) + "]";
        return new LocalizedText(shown + " 不是错误码；错误码为七位数字", shown + " is no code; codes have seven digits");
    }
}
