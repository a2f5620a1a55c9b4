package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys that lead to a value, from the outermost to the innermost; keys with dots are several. One of them may be a code: what stands
 * before it is a section, what stands behind it says what the value is.
 */
final class KeyPath {

    /** What a path can name. */
    enum Names {
        NOTHING,
        CODE
    }

    private static final Pattern GENERAL = Pattern.compile(
            "errors?|err|error_?codes?|codes?|messages?|entries|data|items|list|default|i18n|result|results|rows?",
            Pattern.CASE_INSENSITIVE);

    private final List<String> words;
    private final int codeAt;
    private final CodeCell code;

    private KeyPath(List<String> words, int codeAt, CodeCell code) {
        this.words = words;
        this.codeAt = codeAt;
        this.code = code;
    }

    static KeyPath of(List<String> keys) {
        List<String> words = new ArrayList<>();
        for (String key : keys) {
            if (ErrorCode.parse(key).isPresent() || key.indexOf('.') < 0) {
                words.add(key);
            } else {
                words.addAll(List.of(key.split("\\.", -1)));
            }
        }
        for (int i = words.size() - 1; i >= 0; i--) {
            CodeCell code = codeOf(words.get(i));
            if (code != null) {
                return new KeyPath(words, i, code);
            }
        }
        return new KeyPath(words, -1, CodeCell.of(""));
    }

    /** A key that is a code, or ends in one: {@code error_1250001}, {@code code-1250001}. Words in capitals need an underscore. */
    private static @Nullable CodeCell codeOf(String key) {
        CodeCell whole = CodeCell.of(key);
        if (whole.codes().size() == 1 && whole.codes().get(0).kind() == ErrorCode.Kind.SYMBOLIC) {
            return key.indexOf('_') > 0 ? whole : null;
        }
        if (!whole.codes().isEmpty() || whole.module() != null) {
            return key.length() <= ErrorCode.DIGITS || whole.flag() != null || whole.isRange() || key.indexOf(',') > 0
                    ? whole
                    : null;
        }
        int digits = key.length() - ErrorCode.DIGITS;
        boolean separated = digits > 0 && !Character.isDigit(key.charAt(digits - 1));
        CodeCell end = separated ? CodeCell.of(key.substring(digits)) : whole;
        return end.codes().size() == 1 && end.codes().get(0).kind() == ErrorCode.Kind.NUMERIC ? end : null;
    }

    Names names() {
        return codeAt < 0 ? Names.NOTHING : Names.CODE;
    }

    CodeCell code() {
        return code;
    }

    /** The same for all values of one code in one section, whatever their language. */
    String rowKey() {
        return section() + "\n" + words.get(codeAt);
    }

    @Nullable
    String section() {
        return sectionOf(words.subList(0, codeAt));
    }

    /** The innermost key that is no language and no general word for errors. */
    static @Nullable String sectionOf(List<String> keys) {
        for (int i = keys.size() - 1; i >= 0; i--) {
            String key = keys.get(i);
            if (Heading.languageOf(key) == null && !isGeneral(key) && Heading.of(key) == null) {
                return key;
            }
        }
        return null;
    }

    private static boolean isGeneral(String key) {
        return GENERAL.matcher(key).matches();
    }

    /** What stands behind the code. */
    String rest() {
        return String.join(".", words.subList(codeAt + 1, words.size()));
    }

    /** What the value is; a meaning if nothing stands behind the code. Null if something does that is not known. */
    @Nullable
    Heading heading() {
        Language language = languageOf(words.subList(0, codeAt));
        List<String> behind = words.subList(codeAt + 1, words.size());
        Heading heading = behind.isEmpty() ? new Heading(Field.MEANING, null) : Heading.of(String.join(" ", behind));
        return heading == null || heading.language() != null || language == null
                ? heading
                : new Heading(heading.field(), language);
    }

    static @Nullable Language languageOf(List<String> keys) {
        for (String key : keys) {
            Language language = Heading.languageOf(key);
            if (language != null) {
                return language;
            }
        }
        return null;
    }
}
